/**
 * Loads a language into the browser: one file each, holding all modules' messages. (The folder's files differ only in their language:
 * the bundler reads patterns literally.)
 */
import { makeTranslator, type Messages, type Translator } from './catalogue.ts'
import { wholeLanguages, type Language } from './languages.ts'

const load: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  ar: () => import('./browser/ar.ts'),
  zh: () => import('./browser/zh.ts'),
  en: () => import('./browser/en.ts'),
  fr: () => import('./browser/fr.ts'),
  ru: () => import('./browser/ru.ts'),
  es: () => import('./browser/es.ts'),
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
