/** Numbers, money and dates as a language writes them. Pure: the locale and the zone come in. */
import type { Money } from '../../../kernel/authority/model.ts'

type NumberText = Parameters<Intl.NumberFormat['format']>[0]

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  numberFormats.set(key, made)
  return made
}

/** Exact for decimal texts of any length: they never pass through a float. */
export const formatNumber = (locale: string, value: number | string): string =>
  numberFormat(locale, { maximumFractionDigits: 4 }).format(value as NumberText)

/** "USD 250,000": the code, not a sign that several currencies share; cents only where there are any. */
export const formatMoney = (locale: string, { currency, value }: Money): string =>
  numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(value as NumberText)

const isCalendarDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

const dateFormat = (locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, calendar: 'gregory' })

/** A calendar date has no zone; an instant is read in the zone given. */
function read(value: string | number, zone: string): { readonly at: Date; readonly zone: string } {
  if (typeof value === 'string' && isCalendarDate(value)) return { at: new Date(`${value}T00:00:00Z`), zone: 'UTC' }
  return { at: new Date(value), zone }
}

/** "31 March 2026", from a calendar date or an instant. */
export function formatDate(locale: string, value: string | number, zone = 'UTC'): string {
  const { at, zone: inZone } = read(value, zone)
  return dateFormat(locale, inZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** "Tuesday 31 March 2026", for the top of a page. */
export function formatDay(locale: string, value: string | number, zone = 'UTC'): string {
  const { at, zone: inZone } = read(value, zone)
  return dateFormat(locale, inZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** "31 March 2026 at 09:14". */
export function formatMoment(locale: string, value: string | number, zone = 'UTC'): string {
  const { at, zone: inZone } = read(value, zone)
  return dateFormat(locale, inZone, { dateStyle: 'long', timeStyle: 'short' }).format(at)
}
