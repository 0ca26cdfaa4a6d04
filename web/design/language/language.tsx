/** The language a page is read in: its messages, its direction, its way with numbers and dates. */
import { createContext, Fragment, useContext, useMemo, type ReactNode } from 'react'

import type { Money } from '../../../kernel/authority/model.ts'
import type { RichValues, Translator, Values } from '../../../platform/messages/catalogue.ts'
import { direction, localeOf, nameIn, type Language } from '../../../platform/messages/languages.ts'
import { formatDate, formatDay, formatMoment, formatMoney, formatNumber } from './formats.ts'

export type Names = Readonly<Partial<Record<Language, string>>>

export interface Speech {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly locale: string
  readonly has: (key: string) => boolean
  readonly t: (key: string, values?: Values) => string
  /** With tags: `rich('answer.permitted', { link: (content) => <a href="/x">{content}</a> })`. */
  readonly rich: (key: string, values: RichValues<ReactNode>) => ReactNode
  /** A record's name in this language. */
  readonly name: (name: string, names?: Names) => string
  readonly number: (value: number | string) => string
  readonly money: (money: Money) => string
  readonly date: (value: string | number) => string
  readonly day: (value: string | number) => string
  readonly moment: (value: string | number) => string
}

const LanguageContext = createContext<Speech | null>(null)

/** A part made by a tag has no key of its own among its siblings. */
const keyed = (parts: readonly ReactNode[]): ReactNode => parts.map((part, index) => <Fragment key={index}>{part}</Fragment>)

export function speechOf(translator: Translator, zone: string): Speech {
  const { language } = translator
  const locale = localeOf(translator.untranslated ? 'en' : language)
  return {
    language,
    direction: translator.untranslated ? 'ltr' : direction(language),
    locale,
    has: translator.has,
    t: translator.t,
    rich: (key, values) => {
      const wrapped = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'function' ? (content: ReactNode[]) => value([keyed(content)]) : value,
        ]),
      )
      return keyed(translator.rich<ReactNode>(key, wrapped))
    },
    name: (name, names) => nameIn(language, name, names),
    number: (value) => formatNumber(locale, value),
    money: (money) => formatMoney(locale, money),
    date: (value) => formatDate(locale, value, zone),
    day: (value) => formatDay(locale, value, zone),
    moment: (value) => formatMoment(locale, value, zone),
  }
}

export function LanguageProvider({
  translator,
  zone = 'UTC',
  children,
}: {
  readonly translator: Translator
  readonly zone?: string
  readonly children: ReactNode
}) {
  const speech = useMemo(() => speechOf(translator, zone), [translator, zone])
  return <LanguageContext value={speech}>{children}</LanguageContext>
}

export function useLanguage(): Speech {
  const speech = useContext(LanguageContext)
  if (!speech) throw new Error('A page needs a LanguageProvider above it')
  return speech
}

/** Picks a record's name in the reader's language: `const name = useName(); name(entity.name, entity.names)`. */
export const useName = (): Speech['name'] => useLanguage().name
