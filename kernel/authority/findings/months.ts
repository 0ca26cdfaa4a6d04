/** Months after an instant, counted in UTC; the last day of a month stays the last day of a shorter one. */
import type { Instant } from '../model.ts'

export function monthsAfter(instant: Instant, months: number): Instant {
  const date = new Date(instant)
  const dayOfMonth = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0)
  return date.getTime()
}
