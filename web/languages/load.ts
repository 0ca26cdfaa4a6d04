/**
 * Loads a language into the browser: one file each, holding all modules' messages. (The folder's files differ only in their language:
 * the bundler reads patterns literally.)
 */
import { makeTranslator, type Messages, type Translator } from '../../platform/messages/catalogue.ts'
import { wholeLanguages, type Language } from '../../platform/messages/languages.ts'

const load: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  ar: () => import('./ar.ts'),
  zh: () => import('./zh.ts'),
  en: () => import('./en.ts'),
  fr: () => import('./fr.ts'),
  ru: () => import('./ru.ts'),
  es: () => import('./es.ts'),
}

/** Messages that come with a page instead of with every page, by language. */
export type PageMessages = Readonly<Partial<Record<Language, () => Promise<{ readonly default: Messages }>>>>

export async function loadTranslator(language: Language): Promise<Translator> {
  if (wholeLanguages.includes(language)) return makeTranslator(language, (await load[language]()).messages)
  const [own, english] = await Promise.all([load[language](), load.en()])
  return makeTranslator(language, own.messages, english.messages)
}

/** The translator of a page that brings messages of its own. */
export async function loadWith(page: PageMessages, language: Language): Promise<Translator> {
  const [own, ownPage, english, englishPage] = await Promise.all([
    load[language](),
    page[language]?.(),
    wholeLanguages.includes(language) ? null : load.en(),
    wholeLanguages.includes(language) ? null : page.en?.(),
  ])
  const messages = { ...own.messages, ...ownPage?.default }
  return makeTranslator(language, messages, english ? { ...english.messages, ...englishPage?.default } : messages)
}
