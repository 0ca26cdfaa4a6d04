/** The parts of a cell that holds several things. */
const currencies = new Set(Intl.supportedValuesOf('currency'))

export const isCurrency = (code: string): boolean => currencies.has(code)

/** The parts of a cell that are separated by `;` (or, inside one of them, by `|`). */
export const listOf = (text: string, separator = ';'): string[] =>
  text
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** "key=value". */
export function pairOf(text: string): readonly [string, string] | null {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text)?.map((part) => part.trim()) ?? []
  return key === '' || value === '' ? null : [key, value]
}

export const readPairs = (value: unknown): Readonly<Record<string, string>> | string =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((each) => typeof each === 'string')
    ? (value as Record<string, string>)
    : 'This is not an object of texts.'
