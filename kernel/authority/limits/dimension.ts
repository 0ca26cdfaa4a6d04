/** What each dimension of a limit must be able to say. */
import type { Scaled } from '../amount.ts'
import type { Box, Question } from '../model.ts'
import type { ReadBox } from './read-box.ts'

/** What a limit is asked about: the question with its amount already read and counted on the matter's basis. */
export interface Asked {
  readonly question: Question
  readonly grades: readonly string[]
  /** `null` when the question states none that can be counted. */
  readonly amount: Scaled | null
  readonly currency: string | null
  /** What must be known before an amount can be compared: "amount", or "total" where the basis is more than this act. */
  readonly amountNeeds: string
}

export type OutsideCode =
  | 'limit-exceeded' | 'below-limit' | 'wrong-grade' | 'wrong-method' | 'wrong-category' | 'wrong-fund' | 'term-exceeded'

/** `null`: inside the limit. Otherwise the code of the reason; what cannot be evaluated also says what is needed. */
export type Outcome = null | { readonly code: OutsideCode } | { readonly code: 'cannot-evaluate'; readonly needs: string }

export interface Dimension {
  readonly name: keyof Box
  /** Only called where the box states this dimension. */
  asks(box: ReadBox, asked: Asked): Outcome
  states(box: ReadBox): boolean
  /** Every value the child allows, the parent allows. Only called where the parent states this dimension. */
  within(child: ReadBox, parent: ReadBox, grades: readonly string[]): boolean
}
