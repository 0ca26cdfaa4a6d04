/**
 * Instants and calendar dates. Instants are stored; dates are what people enter (SEMANTICS, Time): a start date is its midnight in the
 * framework's zone, an end date is inclusive and stored as the next midnight, a question's date is asked at its end.
 */
import { Temporal } from 'temporal-polyfill'

import type { Instant } from '../authority/model.ts'

const earliestYear = 1900
const latestYear = 2200

/** Why a text is not a date Mandate accepts: `not-a-date`, or `out-of-range` (outside 1900–2200; leave an end empty for "no end"). */
export class DateProblem extends Error {
  constructor(readonly code: 'not-a-date' | 'out-of-range', readonly text: string) {
    super(`${code}: ${text}`)
  }
}

/** Parses "2026-03-31" strictly (ISO 8601 calendar date). Throws DateProblem. */
export function parseDate(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new DateProblem('not-a-date', text)
  let date: Temporal.PlainDate
  try {
    date = Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new DateProblem('not-a-date', text)
  }
  if (date.year < earliestYear || date.year > latestYear) throw new DateProblem('out-of-range', text)
  return date
}

const midnight = (date: Temporal.PlainDate, zone: string): Instant => date.toZonedDateTime({ timeZone: zone }).epochMilliseconds

/** "From 1 April": the midnight that begins the day in `zone`. */
export const startOfDay = (text: string, zone: string): Instant => midnight(parseDate(text), zone)

/** "Until 31 March" is inclusive: the midnight that ends the day in `zone`. */
export const endOfDay = (text: string, zone: string): Instant => midnight(parseDate(text).add({ days: 1 }), zone)

/** The calendar date of an instant in `zone`, "2026-03-31". */
export const dateOf = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** An exclusive end as the inclusive date people wrote: the day that ends at (or holds) the instant just before it. */
export const lastDayOf = (end: Instant, zone: string): string => dateOf(end - 1, zone)

/** A question's date: today means now, any other day its last instant. */
export function askedAt(text: string, zone: string, now: Instant): Instant {
  return parseDate(text).toString() === dateOf(now, zone) ? now : endOfDay(text, zone) - 1
}

/** The year an instant lies in, begun on the first of `month` (1–12) in `zone`; half-open. */
export function yearAround(at: Instant, zone: string, month = 1): { readonly from: Instant; readonly to: Instant } {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const begins = Temporal.PlainDate.from({ year: date.month >= month ? date.year : date.year - 1, month, day: 1 })
  return { from: midnight(begins, zone), to: midnight(begins.add({ years: 1 }), zone) }
}
