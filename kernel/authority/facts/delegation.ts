/** A delegation, one version at a time. */
import type { Box } from './limits.ts'
import type { Instant, Provenance } from './values.ts'

export type Holder =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'post'; readonly post: string }
  /** Ends when either does (rule 6). */
  | { readonly kind: 'person-in-post'; readonly person: string; readonly post: string }
  /** Acts by minute with quorum. */
  | { readonly kind: 'body'; readonly body: string }
  /** Everybody in a post of this grade in the unit (its subtree). */
  | { readonly kind: 'class'; readonly grade: string; readonly entity: string }
  /** So many of these posts' holders together. */
  | { readonly kind: 'joint'; readonly posts: readonly string[]; readonly needed: number }

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

/** Authority that lies dormant until its trigger is declared, and lapses by itself (rule 12). */
export interface Emergency {
  /** What must be declared: "pandemic". */
  readonly trigger: string
  /** Days after which a declared trigger lapses; null = when it is ended. */
  readonly lapsesAfterDays: number | null
  readonly declared: readonly { readonly from: Instant; readonly to: Instant | null; readonly by: string }[]
}

export type EndReason = 'revoked' | 'fallen' | 'withdrawn' | 'declined' | 'rescinded'

/** What a later act may change of a delegation with effect from a date. */
export type ChangingTerms = Pick<DelegationFact, 'parent' | 'holder' | 'entities' | 'limits' | 'subdelegation'>

/** Terms that counted before a change took effect: a version tells what it changes, and from when. */
export interface FormerTerms extends ChangingTerms {
  /** The change's effect: the first instant at which these no longer count. */
  readonly until: Instant
}

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
  /** Null: ordinary authority. */
  readonly emergency: Emergency | null
  /** When somebody last reviewed it; null = not since it was issued. */
  readonly reviewedAt: Instant | null
  /** Policies its conditions cite, each as amended, or as it stood on a date (rule 25). */
  readonly cites: readonly { readonly policy: string; readonly asOf: Instant | null }[]
  /** Oldest first; absent: its terms are what they were from its first day. */
  readonly formerly?: readonly FormerTerms[]
  readonly provenance: Provenance
}
