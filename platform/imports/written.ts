/** The opposite of `Cells`: values of facts as the texts that import reads back to the same. */
import type { Instant, Names, Provenance } from '../../kernel/authority/model.ts'
import { dateOf, endOfDay, lastDayOf, startOfDay } from '../../kernel/time/instants.ts'
import type { Row } from './import-kind.ts'

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no')
export const listed = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(';') : undefined)
export const orNothing = (value: string | number | null | undefined): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : String(value)

const readable = (at: Instant): boolean => at >= Date.UTC(1900, 0, 2) && at < Date.UTC(2200, 11, 31)

/** A first day where the instant is its midnight, else the instant. */
export function firstDay(at: Instant | null, zone: string): string | undefined {
  if (at === null) return undefined
  return readable(at) && startOfDay(dateOf(at, zone), zone) === at ? dateOf(at, zone) : new Date(at).toISOString()
}

/** A last day, inclusive, where the instant is the midnight after it, else the instant. */
export function lastDay(at: Instant | null, zone: string): string | undefined {
  if (at === null) return undefined
  return readable(at) && endOfDay(lastDayOf(at, zone), zone) === at ? lastDayOf(at, zone) : new Date(at).toISOString()
}

/** Whether a list's cell, or one of its parts, reads back to the same text. */
export const isPlain = (text: string, separators: string): boolean =>
  text !== '' && text === text.trim() && ![...separators].some((each) => text.includes(each))

/** "key=value;…"; as JSON where the separators stand in a key or a value. */
export function pairsWritten(pairs: Readonly<Record<string, string>>): string | undefined {
  const all = Object.entries(pairs)
  if (all.length === 0) return undefined
  const plain = all.every(([key, value]) => isPlain(key, ';=') && isPlain(value, ';')) && !all[0]![0].startsWith('{')
  return plain ? all.map(([key, value]) => `${key}=${value}`).join(';') : JSON.stringify(pairs)
}

/** First and last day with a `/` between, as `Cells.interval` reads them. */
export const intervalWritten = ({ from, to }: { readonly from: Instant; readonly to: Instant | null }, zone: string): string =>
  `${firstDay(from, zone)}/${lastDay(to, zone) ?? ''}`

export const namesWritten = (column: string, names: Names): Row =>
  Object.fromEntries(Object.entries(names).map(([language, name]) => [`${column}_${language}`, name]))

export function sourceWritten(provenance: Provenance): string | undefined {
  if (provenance.kind === 'own') return undefined
  return provenance.kind === 'invented' ? 'invented' : provenance.source
}
