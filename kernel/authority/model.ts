/**
 * The nouns of the register of authority: what is recorded (facts), what is asked (questions), what is answered (verdicts).
 * Plain data, JSON all the way: facts are what events carry, what tables store and what the register in memory applies.
 * Words: shared design §1. Exact meaning of time: docs/semantics.md.
 */
import type { DelegationFact } from './facts/delegation.ts'
import type { FrameworkFact, MappingFact, MatterFact, RateFact } from './facts/catalogue.ts'
import type {
  AbsenceFact, ArrangementFact, ControlFact, RelationFact, RoleFact, RoleMapFact, WaiverFact,
} from './facts/circumstances.ts'
import type { ExerciseFact, MinuteFact, RatificationFact } from './facts/decisions.ts'
import type {
  AssignmentFact, BodyFact, CredentialFact, EntityFact, PersonFact, PlaceFact, PostFact, UnitFact,
} from './facts/organisation.ts'
import type { Instant, LedgerNumber, Money } from './facts/values.ts'

export type * from './facts/values.ts'
export type * from './facts/limits.ts'
export type * from './facts/organisation.ts'
export type * from './facts/circumstances.ts'
export type * from './facts/catalogue.ts'
export type * from './facts/delegation.ts'
export type * from './facts/decisions.ts'

export type Fact =
  | EntityFact | PostFact | PersonFact | AssignmentFact | CredentialFact | BodyFact | PlaceFact | UnitFact
  | FrameworkFact | MatterFact | MappingFact | RateFact
  | RelationFact | AbsenceFact | WaiverFact | ControlFact | ArrangementFact
  | DelegationFact | MinuteFact | ExerciseFact | RatificationFact | RoleFact | RoleMapFact
export type FactKind = Fact['kind']

/**
 * The two times of a question. `on` = D, effective; `known` = R, a ledger number. `now` is the asker's clock, for marking history
 * and forecast.
 */
export interface Times {
  readonly on: Instant
  readonly known: LedgerNumber
  readonly now: Instant
}

export interface Question {
  /** Exactly one of person and body. */
  readonly person?: string
  readonly body?: string
  readonly matter: string
  readonly amount?: Money
  readonly method?: string
  readonly category?: string
  readonly fund?: string
  readonly term?: number
  /** Grade of the person the decision is about. */
  readonly grade?: string
  /** Where the decision takes effect; absent = the entity of the post (or assignment) in which the asker acts. */
  readonly entity?: string
  /** Where in the world it takes effect. */
  readonly place?: string
  /** The contract, the requirement, the case it belongs to: earlier acts on them count with it. */
  readonly contract?: string
  readonly requirement?: string
  readonly case?: string
  readonly supplier?: string
  /** Person the decision benefits. */
  readonly beneficiary?: string
  /** Who signs with the asker, where several must. */
  readonly cosigners?: readonly string[]
  /** Post in which the asker acts, when a person holds several. */
  readonly capacity?: string
  readonly facts?: Readonly<Record<string, string>>
  /** The act asked about, where the register holds it already (an audit): it does not count as an earlier one. */
  readonly act?: string
}

export type Standing = 'now' | 'history' | 'forecast'
