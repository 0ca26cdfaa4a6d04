/** What a sentence needs of a language: the browser's own speech is one, the command line's another. */
import type { Names } from '../../kernel/authority/model.ts'

export interface Speaker {
  readonly locale: string
  has(key: string): boolean
  t(key: string, values?: Readonly<Record<string, string | number>>): string
  name(name: string, names?: Names): string
  money(money: { readonly currency: string; readonly value: string }): string
  date(value: string | number): string
}

/** "one, two and three" in the language's own way; `disjunction` says "or". */
export const listed = ({ locale }: Pick<Speaker, 'locale'>, parts: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(parts)

/** A code in words where the catalogues know it: `method.open-tender`. */
export const coded = ({ has, t }: Pick<Speaker, 'has' | 't'>, group: string, code: string): string =>
  has(`${group}.${code}`) ? t(`${group}.${code}`) : code
