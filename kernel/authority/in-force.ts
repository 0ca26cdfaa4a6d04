/** Whether a delegation is in force by its own record, before anything is asked of its chain or its holder (SEMANTICS, Time). */
import type { Terms } from './line.ts'
import type { Instant } from './model.ts'
import type { Reason, StopCode } from './reasons.ts'

export interface Standing {
  readonly terms: Terms
  /** From when its first version counts as published. */
  readonly publishedAt: Instant
  /** The matter demands acceptance before use. */
  readonly acceptFirst: boolean
  readonly at: Instant
}

/** A stop is a code and the instant it turns on; `undefined`: this is not what stops it. */
interface Stop {
  readonly code: StopCode
  readonly since: (standing: Standing) => Instant | null | undefined
}

const endedAs = (code: 'fallen' | 'withdrawn' | 'declined' | 'rescinded' | 'revoked'): Stop => ({
  code,
  since({ terms, at }) {
    if (terms.endedAt !== null && terms.endedAt <= at && (terms.endReason ?? 'revoked') === code) return terms.endedAt
    return code === 'fallen' && terms.fallsAt !== null && terms.fallsAt <= at ? terms.fallsAt : undefined
  },
})

const stops: readonly Stop[] = [
  endedAs('revoked'),
  endedAs('fallen'),
  endedAs('withdrawn'),
  endedAs('declined'),
  endedAs('rescinded'),
  {
    code: 'suspended',
    since: ({ terms, at }) => terms.suspensions.find(span => span.from <= at && (span.to === null || at < span.to))?.from,
  },
  {
    code: 'not-accepted',
    since: ({ terms, acceptFirst, at }) =>
      acceptFirst && (terms.acceptedAt === null || at < terms.acceptedAt) ? terms.acceptedAt : undefined,
  },
  { code: 'not-in-force', since: ({ terms, at }) => (at < terms.effectiveFrom ? terms.effectiveFrom : undefined) },
  {
    code: 'not-in-force',
    since: ({ terms, at }) => (terms.effectiveTo !== null && terms.effectiveTo <= at ? terms.effectiveTo : undefined),
  },
  { code: 'not-published', since: ({ publishedAt, at }) => (at < publishedAt ? publishedAt : undefined) },
]

/** The first thing that stops it; null: in force. */
export function firstStop(standing: Standing): StopCode | null {
  for (const stop of stops) if (stop.since(standing) !== undefined) return stop.code
  return null
}

/** Everything that stops it. */
export function allStops(standing: Standing, delegation: string): Reason[] {
  return stops.flatMap(stop => {
    const since = stop.since(standing)
    return since === undefined ? [] : [{ code: stop.code, delegation, since }]
  })
}
