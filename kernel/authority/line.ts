/** A delegation as the rules read it: a recorded version out of the columns, or a draft that is not recorded yet. */
import { readLimits, type BoxList } from './limits/read-box.ts'
import type { DelegationFact } from './model.ts'

/** The part of a version that decides whether it is in force by its own record. */
export type Terms = Pick<
  DelegationFact,
  'effectiveFrom' | 'effectiveTo' | 'acceptedAt' | 'endedAt' | 'endReason' | 'fallsAt' | 'suspensions' | 'emergency'
>

/** The part that decides what it covers and what may hang below it. */
export interface Line
  extends Terms,
    Pick<DelegationFact, 'id' | 'parent' | 'holder' | 'matter' | 'entities' | 'limits' | 'mayExercise' | 'subdelegation'> {
  /** `limits`, read for comparing. */
  readonly boxes: BoxList
}

export const lineOf = (fact: DelegationFact): Line => ({ ...fact, boxes: readLimits(fact.limits) })
