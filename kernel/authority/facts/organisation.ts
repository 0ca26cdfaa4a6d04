/** Facts about the organisation: its units, posts, people and places. */
import type { Names, Provenance, RuleSet, Versioned } from './values.ts'

export interface EntityFact extends Versioned {
  readonly kind: 'entity'
  readonly name: string
  readonly names: Names
  readonly parent: string | null
  readonly category: string
  /** Rules the entity stands under; empty = outside the framework. */
  readonly rules: readonly RuleSet[]
  readonly provenance: Provenance
}

export interface PostFact extends Versioned {
  readonly kind: 'post'
  readonly entity: string
  readonly title: string
  readonly titles: Names
  readonly grade: string | null
  /** Its holder heads the entity. */
  readonly heads: boolean
}

export interface PersonFact extends Versioned {
  readonly kind: 'person'
  /** One field, any script. */
  readonly name: string
  /** Staff of the organisation, or of a partner (outside the framework). */
  readonly staff: boolean
  readonly email: string | null
}

export type AssignmentKind = 'substantive' | 'acting' | 'officer-in-charge'

export interface AssignmentFact extends Versioned {
  readonly kind: 'assignment'
  readonly person: string
  readonly post: string
  readonly assignment: AssignmentKind
  /**
   * The recorded act that gives an acting holder or officer-in-charge authority. Without one, status grants nothing (rule 14,
   * UNDT/2013/172).
   */
  readonly instrument: string | null
  /** Matters an acting holder may not decide. */
  readonly excludes: readonly string[]
  /** Kind of contract under which the person serves ("fixed-term", "consultant"); null = not recorded. */
  readonly contract: string | null
}

export interface CredentialFact extends Versioned {
  readonly kind: 'credential'
  readonly person: string
  /** What is held, e.g. "procurement-2". */
  readonly credential: string
}

export interface BodyFact extends Versioned {
  readonly kind: 'body'
  readonly name: string
  readonly names: Names
  readonly entity: string
  readonly quorum: number | null
  /** Posts whose holders are its members; empty = not recorded. */
  readonly members: readonly string[]
}

/** A place: a region, a country, a duty station. */
export interface PlaceFact extends Versioned {
  readonly kind: 'place'
  readonly name: string
  readonly names: Names
  readonly parent: string | null
}

/** A fact about a unit that a limit may hang on: "exempt from electronic tendering" (rule 4). */
export interface UnitFact extends Versioned {
  readonly kind: 'unit-fact'
  readonly entity: string
  readonly key: string
  readonly value: string
}
