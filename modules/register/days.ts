/** A span of days as entered, read as instants: never backwards, never reversed (SEMANTICS, Time; rule 23). */
import type { Instant } from '../../kernel/authority/model.ts'
import { dateOf, endOfDay, startOfDay } from '../../kernel/time/instants.ts'
import type { FieldError } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { zoneOf } from './times.ts'

export interface Days {
  /** Now where it begins today or no day is given. */
  readonly from: Instant
  /** Exclusive; null = open. */
  readonly to: Instant | null
  readonly problems: readonly FieldError[]
}

export function readDays(services: Pick<Services, 'register'>, given: { readonly from: string | null; readonly until: string | null }, now: Instant): Days {
  const zone = zoneOf(services, now)
  const today = dateOf(now, zone)
  const from = given.from === null || given.from === today ? now : startOfDay(given.from, zone)
  const to = given.until === null ? null : endOfDay(given.until, zone)
  const problems: FieldError[] = []
  if (from < now) problems.push({ field: 'from', code: 'retroactive', message: 'The first day is past.', remedy: 'Begin today or later.' })
  if (to !== null && to <= now) problems.push({ field: 'until', code: 'date-past', message: 'The last day is past.', remedy: 'Give a day to come, or none.' })
  else if (to !== null && to <= from) problems.push({ field: 'until', code: 'dates-reversed', message: 'The last day lies before the first.', remedy: 'Give a last day on or after the first.' })
  return { from, to, problems }
}
