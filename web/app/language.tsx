/** Which language the reader chose, and the page set in it. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

import { loadTranslator } from '../languages/load.ts'
import type { Translator } from '../../platform/messages/catalogue.ts'
import { direction, isLanguage, preferredLanguage, type Language } from '../../platform/messages/languages.ts'
import { LanguageProvider } from '../design/language/language.tsx'

const cookie = 'mandate_language'
const year = 365 * 24 * 60 * 60

/** An address that names a language (`?language=ar`) wins, then what was chosen before, then what the browser prefers. */
export function chosenLanguage(search: string, cookies: string, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('language') ?? ''
  if (isLanguage(asked)) return asked
  const kept = new RegExp(`(?:^|; )${cookie}=(\\w+)`).exec(cookies)?.[1] ?? ''
  return isLanguage(kept) ? kept : preferredLanguage(preferred)
}

function keep(language: Language): void {
  document.cookie = `${cookie}=${language}; path=/; max-age=${year}; samesite=lax`
}

interface Choice {
  readonly language: Language
  /** Nothing is translated yet: the pages speak English. */
  readonly untranslated: boolean
  readonly choose: (language: Language) => void
}

const ChoiceContext = createContext<Choice | null>(null)

export function useLanguageChoice(): Choice {
  const choice = useContext(ChoiceContext)
  if (!choice) throw new Error('The frame stands inside AppLanguage')
  return choice
}

export function AppLanguage({ first, children }: { readonly first: Translator; readonly children: ReactNode }) {
  const [translator, setTranslator] = useState(first)
  const { language, untranslated } = translator

  useEffect(() => {
    const said = untranslated ? 'en' : language
    document.documentElement.lang = said
    document.documentElement.dir = direction(said)
  }, [language, untranslated])

  const choice = useMemo<Choice>(() => ({
    language,
    untranslated,
    choose: (next) => {
      keep(next)
      void loadTranslator(next).then(setTranslator)
    },
  }), [language, untranslated])

  return (
    <ChoiceContext value={choice}>
      <LanguageProvider translator={translator}>{children}</LanguageProvider>
    </ChoiceContext>
  )
}
