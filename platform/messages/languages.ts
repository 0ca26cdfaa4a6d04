/** The six languages: their order in the language bar, own names, direction, and the locale their numbers and dates follow. */
import type { Language } from '../../kernel/authority/model.ts'

export type { Language }

export const languages: readonly Language[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es']

/** Languages whose catalogues are whole, so that nothing is borrowed from English; a test holds it. */
export const wholeLanguages: readonly Language[] = ['ar', 'zh', 'en', 'fr', 'es']

export const nativeNames: Readonly<Record<Language, string>> = {
  ar: 'عربي', zh: '中文', en: 'English', fr: 'Français', ru: 'Русский', es: 'Español',
}

/** Day before month in English, Arabic-Indic digits in Arabic: as the organisation's own documents are set. */
const locales: Readonly<Record<Language, string>> = {
  ar: 'ar-EG', zh: 'zh-CN', en: 'en-GB', fr: 'fr-FR', ru: 'ru-RU', es: 'es-ES',
}

export const localeOf = (language: Language): string => locales[language]

export const direction = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

/** The first of a person's preferred languages ("fr-CA", "zh-Hant") that is one of the six; English if none is. */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(base)) return base
  }
  return 'en'
}

/** A record's name in a language; its own name where nobody translated it. */
export const nameIn = (language: Language, name: string, names?: Readonly<Partial<Record<Language, string>>>): string =>
  names?.[language] ?? name
