/** Facts that authority depends on when it is used: relations, absences, waivers, controls, arrangements, roles elsewhere. */
import type { Versioned } from './values.ts'

/** A declared relation, true both ways (rule 18). `other` is a person, or a supplier by its id. */
export interface RelationFact extends Versioned {
  readonly kind: 'relation'
  readonly person: string
  readonly other: string
  readonly relation: string
}

/** Recorded leave or other absence (rule 14): it proposes an officer-in-charge and grants nothing. */
export interface AbsenceFact extends Versioned {
  readonly kind: 'absence'
  readonly person: string
  readonly absence: string
}

/** A prerequisite let go for a time, under authority (rule 15). `matter` null: for every matter that wants it. */
export interface WaiverFact extends Versioned {
  readonly kind: 'waiver'
  readonly person: string
  readonly credential: string
  readonly matter: string | null
  readonly grantedBy: string
  readonly reason: string
}

/** Where an office is too small to keep a pair of matters apart: a control in place of it, with owner and expiry (rule 17). */
export interface ControlFact extends Versioned {
  readonly kind: 'control'
  readonly entity: string
  readonly matters: readonly [string, string]
  readonly owner: string
  readonly description: string
}

/** A service arrangement: the provider executes what the client decides, or decides under authority of its own (rule 20). */
export interface ArrangementFact extends Versioned {
  readonly kind: 'arrangement'
  readonly provider: string
  readonly client: string
  readonly matters: readonly string[]
  readonly decides: boolean
}

/** A role a person has in another system (an ERP), as read from it. */
export interface RoleFact extends Versioned {
  readonly kind: 'role'
  readonly system: string
  readonly person: string
  readonly role: string
  /** Where the role applies; null = everywhere. */
  readonly entity: string | null
}

/** Which matter a role of another system exercises. */
export interface RoleMapFact extends Versioned {
  readonly kind: 'role-map'
  readonly system: string
  readonly role: string
  readonly matter: string
}
