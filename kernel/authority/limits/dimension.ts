/** What each dimension of a limit must be able to say. */
import type { Scaled } from '../amount.ts'
import type { Basis, Box, Instant, Question } from '../model.ts'
import type { Counting } from '../counting.ts'
import type { Circumstances } from './circumstances.ts'
import type { Measures } from './measures.ts'
import type { ReadBox } from './read-box.ts'

/** What a limit is asked about: the question, with all that it must be measured by. */
export interface Asked extends Measures {
  readonly question: Question
  /** Amounts and acts, counted on any basis in any currency. */
  readonly counting: Counting
  readonly circumstances: Circumstances
  /** The amount of this act alone; null: none that can be read. */
  readonly act: Scaled | null
  /** D. */
  readonly at: Instant
}

export type OutsideCode =
  | 'limit-exceeded' | 'below-limit' | 'count-exceeded' | 'wrong-grade' | 'wrong-method' | 'wrong-category' | 'wrong-fund' | 'wrong-place'
  | 'term-exceeded' | 'below-term' | 'outside-dates' | 'fact-differs'

/** `null`: inside the limit. Otherwise the code of the reason; what cannot be evaluated also says what is needed. */
export type Outcome = null | { readonly code: OutsideCode } | { readonly code: 'cannot-evaluate'; readonly needs: string }

export interface Dimension {
  readonly name: keyof Box
  /** Only called where the box states this dimension. `entity`: where the decision takes effect; null when that cannot be told. */
  asks(box: ReadBox, asked: Asked, entity: string | null): Outcome
  states(box: ReadBox): boolean
  /** Every value the child allows, the parent allows. Only called where the parent states this dimension. */
  within(child: ReadBox, parent: ReadBox, measures: Measures): boolean
}

/** What the box counts on. */
export const basisOf = (box: ReadBox, { basis }: Measures): Basis => box.basis ?? basis
