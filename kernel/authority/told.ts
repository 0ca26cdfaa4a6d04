/**
 * A rule passes or fails; why it fails is written down only for those who ask. One rule serves the quick answer and the full one, so the
 * two cannot drift apart.
 */
import type { Reason } from './reasons.ts'

/** Where reasons go; null: nobody asks why. */
export type Told = Reason[] | null

/** The rule fails; `why` is made only if somebody is told. */
export function fails(told: Told, why: () => Reason): false {
  told?.push(why())
  return false
}

/** The rule fails for several reasons. */
export function failsAll(told: Told, why: () => readonly Reason[]): false {
  told?.push(...why())
  return false
}
