import type { Instant } from './model.ts'

/** Anything that is effective from–to. */
export interface Effective {
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

/** Half-open: its first instant is inside, its end is not. */
export const runsAt = (fact: Effective, at: Instant): boolean =>
  (fact.effectiveFrom === null || fact.effectiveFrom <= at) && (fact.effectiveTo === null || at < fact.effectiveTo)
