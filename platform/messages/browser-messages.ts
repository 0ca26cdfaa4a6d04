/** Loads a language into the browser: one file each, holding all modules' messages. (The folder's files differ only in their name: the bundler reads patterns literally.) */
import { makeTranslator, type Messages, type Translator } from './catalogue.ts'
import type { Language } from './languages.ts'

const load: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  ar: () => import('./browser/ar.ts'),
  zh: () => import('./browser/zh.ts'),
  en: () => import('./browser/en.ts'),
  fr: () => import('./browser/fr.ts'),
  ru: () => import('./browser/ru.ts'),
  es: () => import('./browser/es.ts'),
}

export async function loadTranslator(language: Language): Promise<Translator> {
  const [own, english] = await Promise.all([load[language](), load.en()])
  return makeTranslator(language, own.messages, english.messages)
}
