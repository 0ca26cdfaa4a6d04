/** Whether a delegation is in force by its own record, before anything is asked of its chain or its holder (SEMANTICS, Time). */
import type { Terms } from './line.ts'
import type { DelegationFact, Emergency, Instant } from './model.ts'
import type { Reason, StopCode } from './reasons.ts'
import type { DelegationColumns } from './store/delegation-columns.ts'
import { DelegationRow } from './store/delegation-row.ts'

/** What ended it, at the instant: the recorded end, or the date on which it was to fall. */
function endOf(terms: Terms, at: Instant): { readonly code: StopCode; readonly since: Instant } | null {
  if (terms.endedAt !== null && terms.endedAt <= at) return { code: terms.endReason ?? 'revoked', since: terms.endedAt }
  return terms.fallsAt !== null && terms.fallsAt <= at ? { code: 'fallen', since: terms.fallsAt } : null
}

const suspension = (terms: Terms, at: Instant): DelegationFact['suspensions'][number] | undefined =>
  terms.suspensions.find(span => span.from <= at && (span.to === null || at < span.to))

const day = 86_400_000

/** When emergency authority last fell asleep; undefined: it is awake, a declared trigger covers the instant. */
function dormantSince({ declared, lapsesAfterDays }: Emergency, at: Instant): Instant | null | undefined {
  const spans = declared.map(({ from, to }) => ({
    from, to: Math.min(to ?? Infinity, lapsesAfterDays === null ? Infinity : from + lapsesAfterDays * day),
  }))
  if (spans.some(({ from, to }) => from <= at && at < to)) return undefined
  const last = Math.max(-Infinity, ...spans.filter(({ to }) => to <= at).map(({ to }) => to))
  return last === -Infinity ? null : last
}

/**
 * The first thing that stops it at an instant; null: in force. `publishedAt` is from when its first version counts as published,
 * `acceptFirst` whether the matter demands acceptance before use.
 */
export function firstStop(terms: Terms, publishedAt: Instant, acceptFirst: boolean, at: Instant): StopCode | null {
  const { endedAt, fallsAt, suspensions, effectiveTo, emergency } = terms
  if ((endedAt !== null && endedAt <= at) || (fallsAt !== null && fallsAt <= at)) return endOf(terms, at)?.code ?? null
  if (suspensions.length > 0 && suspension(terms, at) !== undefined) return 'suspended'
  if (emergency !== null && dormantSince(emergency, at) !== undefined) return 'emergency-dormant'
  if (acceptFirst) {
    const { acceptedAt } = terms
    if (acceptedAt === null || at < acceptedAt) return 'not-accepted'
  }
  if (at < terms.effectiveFrom || (effectiveTo !== null && effectiveTo <= at)) return 'not-in-force'
  return at < publishedAt ? 'not-published' : null
}

/** Everything that stops it. */
export function allStops(terms: Terms, publishedAt: Instant, acceptFirst: boolean, at: Instant, delegation: string): Reason[] {
  const { fallsAt, acceptedAt, effectiveFrom, effectiveTo, emergency } = terms
  const stops: Reason[] = []
  const stop = (code: StopCode, since: Instant | null) => stops.push({ code, delegation, since })
  const end = endOf(terms, at)
  if (end !== null) stop(end.code, end.since)
  if (end !== null && end.code !== 'fallen' && fallsAt !== null && fallsAt <= at) stop('fallen', fallsAt)
  const suspended = suspension(terms, at)
  if (suspended !== undefined) stop('suspended', suspended.from)
  const dormant = emergency === null ? undefined : dormantSince(emergency, at)
  if (dormant !== undefined) stop('emergency-dormant', dormant)
  if (acceptFirst && (acceptedAt === null || at < acceptedAt)) stop('not-accepted', acceptedAt)
  if (at < effectiveFrom) stop('not-in-force', effectiveFrom)
  if (effectiveTo !== null && effectiveTo <= at) stop('not-in-force', effectiveTo)
  if (at < publishedAt) stop('not-published', publishedAt)
  return stops
}

/** As `firstStop(…) === null` of a recorded version, read out of the columns: it is asked of every link of every chain. */
export function stands(columns: DelegationColumns, row: number, publishedAt: Instant, acceptFirst: boolean, at: Instant): boolean {
  if (columns.seldom.stopping.get(row) !== 0) return firstStop(new DelegationRow(columns, row), publishedAt, acceptFirst, at) === null
  // What is not there reads as NaN, and compares false with everything.
  if (columns.endedAt.get(row) <= at || at < publishedAt) return false
  return columns.versions.runsAt(row, at) && (!acceptFirst || columns.acceptedAt.get(row) <= at)
}
