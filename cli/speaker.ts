/** Speaks a language on the command line: the reader's own (LC_ALL, LC_MESSAGES, LANG), with dates and money as it writes them. */
import type { Speaker } from '../platform/messages/speaker.ts'
import { localeOf, nameIn, preferredLanguage } from '../platform/messages/languages.ts'
import { loadTranslator } from '../platform/messages/message-files.ts'

export function speakerOf(environment: NodeJS.ProcessEnv): Speaker {
  const tag = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en'
  const { language, has, t, untranslated } = loadTranslator(preferredLanguage([tag.replace('_', '-')]))
  const locale = localeOf(untranslated ? 'en' : language)
  return {
    locale, has, t,
    name: (name, names) => nameIn(language, name, names),
    money: ({ currency, value }) => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code', trailingZeroDisplay: 'stripIfInteger' } as Intl.NumberFormatOptions).format(value as never),
    date: (value) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(new Date(value)),
  }
}
