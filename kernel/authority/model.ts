/**
 * The nouns of the register of authority: what is recorded (facts), what is asked (questions), what is answered (verdicts).
 * Plain data, JSON all the way: facts are what events carry, what tables store and what the register in memory applies.
 * Words: shared design §1. Exact meaning of time: docs/semantics.md.
 */

/** Milliseconds since 1970-01-01T00:00Z. Intervals are half-open, [from, to). An open end is `null`. */
export type Instant = number

/** The number the sequencer gave an event: the register's recorded time. 0 is "before anything was recorded". */
export type LedgerNumber = number

/** An exact decimal as written, e.g. "250000.00": at most 15 digits before the point and 4 after it, never a float. */
export type Decimal = string

export interface Money {
  readonly currency: string // ISO 4217, e.g. "USD"
  readonly value: Decimal
}

/* ── Limits ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/** "Over 50,000 and up to 200,000": which side each boundary belongs to is data. Absent bound = unbounded on that side. */
export interface AmountBand {
  readonly currency: string
  readonly over?: Decimal
  /** True: the lower boundary itself lies inside ("from 50,000"). Default false ("over 50,000"). */
  readonly overIncluded?: boolean
  readonly upTo?: Decimal
  /** False: the upper boundary itself lies outside ("under 50,000"). Default true ("up to 50,000"). */
  readonly upToIncluded?: boolean
}

/**
 * One box of a limit: all its dimensions hold together; a limit is a union of boxes (rule 3). A dimension that is absent is unlimited.
 * Each dimension is one file in `limits/`.
 */
export interface Box {
  readonly amount?: AmountBand
  /** Highest grade of the person concerned, inclusive, in the framework's order of grades. */
  readonly grade?: string
  readonly methods?: readonly string[]
  readonly categories?: readonly string[]
  readonly funds?: readonly string[]
  /** Longest term in whole months, inclusive. */
  readonly term?: number
}

/** What an amount is counted on (rule 4). This issue evaluates `act`; the others refuse with `cannot-evaluate` unless told the total. */
export type Basis = 'act' | 'contract' | 'requirement' | 'beneficiary-year' | 'financial-year'

/* ── Facts: the organisation ────────────────────────────────────────────────────────────────────────────────────── */

export type Language = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es'
/** Names in other languages than `name`'s own; a missing one falls back to `name`. */
export type Names = Readonly<Partial<Record<Language, string>>>

/**
 * Where a record comes from, shown on every page: invented for the demonstration, quoted (e.g. "A/75/201 ¶35"), or the
 * organisation's own.
 */
export type Provenance = { readonly kind: 'invented' } | { readonly kind: 'quoted'; readonly source: string } | { readonly kind: 'own' }

interface Versioned {
  /** Identity, stable across versions. Unique within its kind. */
  readonly id: string
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

export type RuleSet = 'staff' | 'financial'

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
}

/* ── Facts: framework and catalogue ─────────────────────────────────────────────────────────────────────────────── */

export type FallChoice = 'falls' | 'stands'

export interface FrameworkFact extends Versioned {
  readonly kind: 'framework'
  readonly title: string
  /** IANA zone in which entered dates are midnights. */
  readonly zone: string
  /** Grades from lowest to highest. */
  readonly grades: readonly string[]
  /** What happens to a child of a revoked or narrowed parent when nobody chose (rule 11). */
  readonly fallDefault: FallChoice
  /** Longest acting authority or officer-in-charge, in days; null = no limit stated. */
  readonly longestActingDays: number | null
  /** Days after issue at which an unaccepted delegation becomes a finding. */
  readonly acceptWithinDays: number
}

export interface Prerequisite {
  readonly credential: string
  /** What a missing or lapsed credential blocks (rule 15). `grace`: use goes on for `graceDays` after a lapse. */
  readonly onLapse: 'blocks-issue' | 'blocks-exercise' | 'grace'
  readonly graceDays?: number
}

export type PreconditionKind = 'tender' | 'advice' | 'clearance' | 'endorsement' | 'cosignature' | 'consultation' | 'condition'

/** Something that must come before the act (rule 16): until the question's facts say so, the answer is "not yet". */
export interface Precondition {
  readonly kind: PreconditionKind
  /** Key of the question's facts that must be "true", e.g. "tender". */
  readonly fact: string
  /** Needed only over (exclusive) this amount; absent = always. */
  readonly over?: Money
  /** Who can give it: ids of posts or bodies. */
  readonly givenBy: readonly string[]
}

export interface MatterFact extends Versioned {
  readonly kind: 'matter'
  readonly framework: string
  /** Functional area, e.g. "human-resources" | "budget-finance" | "procurement" | "property". */
  readonly area: string
  readonly name: string
  readonly names: Names
  readonly description: string | null
  /** The rule set that gives this matter; an entity must stand under it. */
  readonly rules: RuleSet | null
  /** Rule cited, e.g. "Staff rule 3.18". Invented for the demonstration. */
  readonly citation: string | null
  /** `before-use`: nothing is in force until accepted; `after`: acknowledged afterwards (rule 8). */
  readonly acceptance: 'before-use' | 'after'
  /** `no`: reserved, never delegated; `once`: to one official, not to be passed on (¶35); `yes`. */
  readonly delegable: 'yes' | 'once' | 'no'
  /** Who holds what is not delegated: a post id, or a title in words. */
  readonly reservedTo: string
  /** Recipients must be persons, not posts (rule 6). */
  readonly personalOnly: boolean
  /** Dimensions the forms ask for and a line should state. */
  readonly dimensions: readonly ('amount' | 'grade' | 'method' | 'category' | 'fund' | 'term')[]
  readonly basis: Basis
  readonly prerequisites: readonly Prerequisite[]
  readonly preconditions: readonly Precondition[]
  /** Posts that advise on the matter: their holders get `refer`, not `refused`. */
  readonly advisers: readonly string[]
  /** Checks made elsewhere, named in every permit ("funds"). */
  readonly notChecked: readonly string[]
  /** What a permit obliges to ("report-monthly"). */
  readonly obligations: readonly string[]
  readonly provenance: Provenance
}

/* ── Facts: delegations ─────────────────────────────────────────────────────────────────────────────────────────── */

export type Holder =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'post'; readonly post: string }
  /** Ends when either does (rule 6). */
  | { readonly kind: 'person-in-post'; readonly person: string; readonly post: string }
  /** Acts by minute with quorum; evaluated by a later issue, never a permit before. */
  | { readonly kind: 'body'; readonly body: string }

/** Express permission to pass on (rule 5). Absent (`null`) = none. */
export interface SubdelegationPermission {
  /** How many further levels may follow: 1 = the delegate may pass on, their delegates may not. */
  readonly depth: number
  /** What may be passed on, inside this delegation's own limits; null = all of it. */
  readonly limits: readonly Box[] | null
  /** Recipients must sit in the delegate's own entity (its subtree). */
  readonly ownEntityOnly: boolean
  /** Recipients' posts must be at least at this grade; null = any. */
  readonly lowestGrade: string | null
  /** Every subdelegation must state an end date. */
  readonly endRequired: boolean
}

export type EndReason = 'revoked' | 'fallen' | 'withdrawn' | 'declined' | 'rescinded'

/**
 * One version of one delegation, whole. A change writes a further version that supersedes this one in recorded time; nothing is edited.
 * "In force at (D, R)" is derived from it (SEMANTICS, Time).
 */
export interface DelegationFact {
  readonly kind: 'delegation'
  readonly id: string
  /** Number of the signed document this line stands in, and its line there. */
  readonly instrument: string
  readonly line: number
  /** The delegation it was passed on from; null for a root, which then cites its legal basis (rule 1). */
  readonly parent: string | null
  readonly legalBasis: string | null
  readonly holder: Holder
  readonly matter: string
  /** Roots of the entity subtrees it covers; never empty. */
  readonly entities: readonly string[]
  /** Union of boxes; empty = no limit. */
  readonly limits: readonly Box[]
  readonly mayExercise: boolean
  readonly subdelegation: SubdelegationPermission | null
  readonly conditions: string | null
  readonly effectiveFrom: Instant
  readonly effectiveTo: Instant | null
  /** Rule 9: four fields that may be four people. `signedAs` is the post (or "person") in whose capacity the signatory signed. */
  readonly preparedBy: string | null
  readonly decidedBy: string | null
  readonly signedBy: string | null
  readonly signedAs: string | null
  readonly communicatedBy: string | null
  readonly signedAt: Instant | null
  readonly acceptedBy: string | null
  readonly acceptedAt: Instant | null
  /** Who, as head, last took responsibility for it: the signatory, then each successor who confirmed (rule 10). */
  readonly confirmedBy: string | null
  readonly endedAt: Instant | null
  readonly endReason: EndReason | null
  /** Recorded choice "falls on a date" (rule 11). */
  readonly fallsAt: Instant | null
  readonly suspensions: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly provenance: Provenance
}

export type Fact =
  | EntityFact | PostFact | PersonFact | AssignmentFact | CredentialFact | BodyFact
  | FrameworkFact | MatterFact | DelegationFact
export type FactKind = Fact['kind']

/* ── Questions and verdicts ─────────────────────────────────────────────────────────────────────────────────────── */

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
  /** Person the decision benefits. */
  readonly beneficiary?: string
  /** Post in which the asker acts, when a person holds several. */
  readonly capacity?: string
  readonly facts?: Readonly<Record<string, string>>
}

export type Answer =
  | 'permitted' | 'not-yet' | 'refused' | 'refer' | 'reserved' | 'outside' | 'no-such-matter' | 'before-register'

export type Standing = 'now' | 'history' | 'forecast'
