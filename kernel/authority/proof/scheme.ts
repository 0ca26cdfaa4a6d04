/** The shape in which a published scheme is put to the engine: its facts, and questions with the answers its text gives. */
import type { Answer, Fact, Question } from '../model.ts'
import type { ReasonCode } from '../reasons.ts'

export interface SchemeQuestion {
  readonly says: string
  readonly asks: Question
  /** Day on which it is asked, as the register knew it then. */
  readonly on: string
  readonly answer: Answer
  /** Every code, in any order. */
  readonly reasons?: readonly ReasonCode[]
  /** Who can give what is missing. */
  readonly missing?: readonly { readonly code: ReasonCode; readonly who: readonly string[] }[]
  readonly obligations?: readonly string[]
  readonly notChecked?: readonly string[]
  readonly minute?: string
  /** Posts, or bodies, at the next limit up. */
  readonly nextUp?: readonly string[]
}

export interface Scheme {
  readonly name: string
  readonly source: string
  /** Recorded on 1 January 2020. */
  readonly facts: readonly Fact[]
  /** Recorded on later days. */
  readonly later?: readonly { readonly on: string; readonly facts: readonly Fact[] }[]
  readonly questions: readonly SchemeQuestion[]
}
