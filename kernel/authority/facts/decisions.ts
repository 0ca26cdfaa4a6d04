/** Facts about decisions that were taken. */
import type { Answer, Instant, Money, Provenance, Versioned } from './values.ts'

/** A minute of a body: who was present, who stood back, and on what (rule 6). */
export interface MinuteFact extends Versioned {
  readonly kind: 'minute'
  readonly body: string
  readonly matter: string
  readonly heldAt: Instant
  /** Decided in a meeting, or by circulation. */
  readonly circulated: boolean
  readonly present: readonly string[]
  readonly recused: readonly string[]
  /** What it decided on: contract, requirement or case; null = not said. */
  readonly subject: string | null
}

/** A decision that was taken: what the totals, the split, the case pair and the audit are read from. */
export interface ExerciseFact extends Versioned {
  readonly kind: 'exercise'
  /** One of person and body. */
  readonly person: string | null
  readonly body: string | null
  readonly capacity: string | null
  readonly matter: string
  /** The delegation it was taken under; null = none was found. */
  readonly delegation: string | null
  readonly entity: string | null
  readonly amount: Money | null
  readonly method: string | null
  readonly category: string | null
  readonly fund: string | null
  readonly grade: string | null
  /** Months; of an amendment, the months it adds. */
  readonly term: number | null
  readonly place: string | null
  readonly contract: string | null
  readonly requirement: string | null
  readonly beneficiary: string | null
  readonly supplier: string | null
  readonly case: string | null
  readonly decidedAt: Instant
  readonly facts: Readonly<Record<string, string>>
  /** What the register answered when it was taken; null for what came in by a file. */
  readonly answer: Answer | null
  readonly what: string
  readonly provenance: Provenance
}

/** A competent official stands behind an act that was unauthorised when taken; it erases nothing (rule 23). */
export interface RatificationFact extends Versioned {
  readonly kind: 'ratification'
  readonly exercise: string
  readonly ratifiedBy: string
  readonly delegation: string
  readonly reason: string
}
