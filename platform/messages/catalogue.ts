/** Messages in ICU syntax: whole sentences by key, with plurals, numbers and, in the browser, tags for links and emphasis. */
import { IntlMessageFormat } from 'intl-messageformat'

import { direction, localeOf, type Language } from './languages.ts'

export type Messages = Readonly<Record<string, string>>
export type Value = string | number | bigint | Date | boolean | null | undefined
export type Values = Readonly<Record<string, Value>>
/** Values of a rich message: plain ones, ready-made parts, and for each tag what to make of its content. */
export type RichValues<Part> = Readonly<Record<string, Value | Part | ((content: (string | Part)[]) => Part)>>

export interface Translator {
  readonly language: Language
  /** True when the language has no messages of its own, so that everything is said in English. */
  readonly untranslated: boolean
  readonly has: (key: string) => boolean
  readonly t: (key: string, values?: Values) => string
  readonly rich: <Part>(key: string, values: RichValues<Part>) => readonly (string | Part)[]
}

const isolate = (text: string): string => `\u2068${text}\u2069`

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Arguments a message chooses by: they are compared, not shown. */
const choosers = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => [
    ...('options' in element && !('offset' in element) ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => choosers(value)) : []),
    ...('children' in element ? choosers(element.children) : []),
  ])

/** In a right-to-left sentence a Latin name would drag its neighbours along; isolating it keeps the sentence's order. */
function isolated<Part>(values: RichValues<Part>, message: IntlMessageFormat): RichValues<Part> {
  const compared = new Set(choosers(message.getAst()))
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && !compared.has(name) ? isolate(value) : value]),
  )
}

/** Speaks one language; what it lacks is said in English (`fallback`), and a key nobody knows shows itself. */
export function makeTranslator(language: Language, messages: Messages, fallback: Messages = messages): Translator {
  const untranslated = Object.keys(messages).length === 0
  const compiled = new Map<string, IntlMessageFormat>()

  const format = (key: string): IntlMessageFormat | undefined => {
    const known = compiled.get(key)
    if (known) return known
    const own = messages[key]
    const source = own ?? fallback[key]
    if (source === undefined) return undefined
    const made = new IntlMessageFormat(source, localeOf(own === undefined ? 'en' : language))
    compiled.set(key, made)
    return made
  }

  const fitted = <Part>(values: RichValues<Part>, message: IntlMessageFormat): RichValues<Part> =>
    direction(language) === 'rtl' && !untranslated ? isolated(values, message) : values

  return {
    language,
    untranslated,
    has: (key) => key in messages || key in fallback,
    t: (key, values = {}) => {
      const message = format(key)
      try {
        const said = message?.format(fitted(values, message))
        return said === undefined ? key : String(said)
      } catch {
        // A sentence that lacks what it names shows its key: that is a fault to mend, and no reason to lose the page around it.
        return key
      }
    },
    rich: <Part>(key: string, values: RichValues<Part>) => {
      const message = format(key)
      const said = message?.format<Part>(fitted(values, message) as Parameters<IntlMessageFormat['format']>[0] as never)
      if (said === undefined) return [key]
      return (Array.isArray(said) ? said : [said]) as readonly (string | Part)[]
    },
  }
}
