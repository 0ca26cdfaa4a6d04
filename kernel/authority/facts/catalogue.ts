/** Facts of the law: frameworks, their matters, what answers to what in the framework before, rates of exchange. */
import type { Basis } from './limits.ts'
import type { Instant, Language, Money, Names, Provenance, RuleSet, Versioned } from './values.ts'

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
  /** The framework it takes the place of; its delegations count until re-issued or until `transitionTo` (SEMANTICS, Framework transition). */
  readonly supersedes: string | null
  readonly transitionTo: Instant | null
  /** Law that cases begun before keep: that of their own framework, or the new one. */
  readonly runningCases: 'keep' | 'move'
  /** Month (1–12) in which the financial year begins. */
  readonly yearBegins: number
  /** Months after which a delegation must have been reviewed, and after which one never used is a finding; null = not said. */
  readonly reviewMonths: number | null
  readonly unusedMonths: number | null
  /** Personal notice: use is suspended from recording of a revocation, and the delegation ends at notice. */
  readonly personalNotice: boolean
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
  /** What is compared with `over`: the amount on this basis (absent: the matter's), or the amount this fact states. */
  readonly basis?: Basis
  readonly overFact?: string
  /** Needed only where these hold; absent = always. Facts as in `Box.where`. */
  readonly when?: { readonly methods?: readonly string[]; readonly categories?: readonly string[]; readonly where?: Readonly<Record<string, string>> }
  /** Not needed again for an amendment that raises the contract by at most so many percent, or lengthens it by at most so many months. */
  readonly amendment?: { readonly raisedByPercent: number | null; readonly extendedByMonths: number | null }
  /** Who can give it: ids of posts or bodies. */
  readonly givenBy: readonly string[]
}

/** A duty that a permit or an issue brings with it (rule 16). */
export interface Obligation {
  /** "report-monthly", "note-in-accounts". */
  readonly duty: string
  readonly at: 'permit' | 'issue'
  /** Only over (exclusive) this amount, counted on `basis`; on a basis wider than the act, on the act that crosses it and every one after. */
  readonly over?: Money
  readonly basis?: Basis
  /** Posts or bodies that are told. */
  readonly tells: readonly string[]
}

/** A pair that one person must not exercise together: at all in one entity, or on the same case (rule 17). */
export interface IncompatiblePair {
  readonly matter: string
  readonly scope: 'entity' | 'case'
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
  readonly dimensions: readonly ('amount' | 'grade' | 'method' | 'category' | 'fund' | 'place' | 'term' | 'count')[]
  readonly basis: Basis
  readonly prerequisites: readonly Prerequisite[]
  readonly preconditions: readonly Precondition[]
  /** Posts that advise on the matter: their holders get `refer`, not `refused`. */
  readonly advisers: readonly string[]
  /** Checks made elsewhere, named in every permit ("funds"). */
  readonly notChecked: readonly string[]
  readonly obligations: readonly Obligation[]
  readonly incompatible: readonly IncompatiblePair[]
  /** Kinds of contract a holder must serve under; empty = any (rule 6). */
  readonly contractKinds: readonly string[]
  /** Acts within so many days on one requirement, beneficiary or supplier are looked at together (rule 19); null = not. */
  readonly splitDays: number | null
  /** Days of silence after which a request counts as decided (rule 21); null = never. */
  readonly silenceDays: number | null
  /** Languages whose text is the law; the others are translations (rule 25). Empty = not said. */
  readonly authentic: readonly Language[]
  readonly provenance: Provenance
}

/** How a matter of one framework answers to one of the framework before it (SEMANTICS, Framework transition). */
export interface MappingFact extends Versioned {
  readonly kind: 'mapping'
  /** Matter of the framework before; null = there was none. */
  readonly from: string | null
  /** Matter of the new framework; null = it is delegated no longer. */
  readonly to: string | null
  /** Only `identical` and `narrower` carry authority over. */
  readonly how: 'identical' | 'narrower' | 'wider' | 'changed'
}

/** What one unit of a currency is worth in another, from its date on: up to 10 digits after the point. */
export interface RateFact extends Versioned {
  readonly kind: 'rate'
  readonly from: string
  readonly to: string
  readonly rate: string
}
