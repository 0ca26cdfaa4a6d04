/**
 * What a finding is (A/75/201 ¶14): something on the register that somebody must put right. It flags and changes nothing (rule 24). Its
 * identity is its rule and its subject; everything else may change while it stays the same finding.
 */
import type { Instant } from '../model.ts'

/** What a finding is about, and what its facts point to. */
export type RefKind =
  | 'delegation' | 'person' | 'post' | 'entity' | 'matter' | 'assignment' | 'exercise' | 'role' | 'credential' | 'supplier' | 'arrangement'
  | 'body'

export interface Ref<K extends RefKind = RefKind> {
  readonly kind: K
  readonly id: string
}

export const ref = <K extends RefKind>(kind: K, id: string): Ref<K> => ({ kind, id })

export type SubjectKind = 'delegation' | 'post' | 'assignment' | 'exercise' | 'role'

/**
 * `breach`: authority was used, or is held, against a rule. `stops-use`: the line cannot be used until it is mended. `attention`: nothing
 * is wrong yet, or only on paper.
 */
export type Severity = 'breach' | 'stops-use' | 'attention'

/**
 * Whose it is to close. `signatory`: who answers for the line (rule 10). `entity-head`: the head of the entity concerned. `holder`: who
 * exercises it. `policy-holder`: who holds the matter when it is not delegated.
 */
export type OwnerKind = 'signatory' | 'entity-head' | 'holder' | 'policy-holder'

/** The act that mends it, as a code. */
export type Remedy =
  | 'end-line' | 'reissue-line' | 'mend-chain' | 'renew-credential' | 'accept' | 'review-line' | 'renew-line' | 'change-signer'
  | 'separate-duties' | 'fill-post' | 'designate-acting' | 'confirm-inherited' | 'record-acting' | 'ratify' | 'look-together' | 'report-use'
  | 'remove-role' | 'add-role'

interface RuleTerms {
  readonly severity: Severity
  readonly owner: OwnerKind
  readonly remedy: Remedy
}

const terms = (severity: Severity, owner: OwnerKind, remedy: Remedy): RuleTerms => ({ severity, owner, remedy })

/** Every rule the monitor knows: slugs of DESIGN §6. */
export const findingRules = {
  'active-leaver': terms('breach', 'entity-head', 'end-line'),
  'not-in-post': terms('attention', 'signatory', 'end-line'),
  'recipient-scope': terms('stops-use', 'signatory', 'reissue-line'),
  'chain-broken': terms('stops-use', 'signatory', 'mend-chain'),
  'never-wider': terms('stops-use', 'signatory', 'reissue-line'),
  'exact-matter': terms('stops-use', 'signatory', 'reissue-line'),
  'no-subdelegation': terms('stops-use', 'signatory', 'reissue-line'),
  'end-required': terms('stops-use', 'signatory', 'reissue-line'),
  'wrong-entity': terms('stops-use', 'signatory', 'reissue-line'),
  'too-deep': terms('stops-use', 'signatory', 'reissue-line'),
  'prerequisite-missing': terms('stops-use', 'holder', 'renew-credential'),
  'prerequisite-lapsed': terms('stops-use', 'holder', 'renew-credential'),
  'not-accepted': terms('attention', 'holder', 'accept'),
  'unused': terms('attention', 'signatory', 'review-line'),
  'expiring': terms('attention', 'signatory', 'renew-line'),
  'review-overdue': terms('attention', 'signatory', 'review-line'),
  'stale-title': terms('attention', 'signatory', 'review-line'),
  'retroactive': terms('attention', 'signatory', 'reissue-line'),
  'conflict-of-interest': terms('breach', 'entity-head', 'change-signer'),
  'incompatible-exercise': terms('breach', 'entity-head', 'separate-duties'),
  'vacancy': terms('attention', 'entity-head', 'fill-post'),
  'holder-absent': terms('attention', 'entity-head', 'designate-acting'),
  'successor-unconfirmed': terms('attention', 'holder', 'confirm-inherited'),
  'acting-unrecorded': terms('breach', 'entity-head', 'record-acting'),
  'unauthorised-when-taken': terms('breach', 'entity-head', 'ratify'),
  'split-decision': terms('breach', 'entity-head', 'look-together'),
  'on-leave': terms('breach', 'entity-head', 'ratify'),
  'provider-decides': terms('breach', 'entity-head', 'ratify'),
  'emergency-unreported': terms('attention', 'holder', 'report-use'),
  'role-without-delegation': terms('breach', 'entity-head', 'remove-role'),
  'delegation-without-role': terms('attention', 'entity-head', 'add-role'),
} as const satisfies Readonly<Record<string, RuleTerms>>

export type FindingRule = keyof typeof findingRules

export const findingRuleNames = Object.keys(findingRules) as readonly FindingRule[]

/** What made it so: names of the message's parts with what fills them. `at` is an instant. */
export type CauseFact = string | number | Ref | readonly Ref[] | { readonly at: Instant }
export type Cause = Readonly<Record<string, CauseFact>>

/** What a rule hands back for one subject. */
export interface Found {
  readonly rule: FindingRule
  /** From when it has been so, as the records have it; null: they do not say. */
  readonly since: Instant | null
  readonly cause: Cause
}

export const nothing: readonly Found[] = []

export interface Finding extends Found {
  readonly subject: Ref<SubjectKind>
  /** Where it lies: the entity whose head is answerable; null: cannot be told. */
  readonly entity: string | null
  readonly matter: string | null
  /** Whom it concerns: they see it, whoever owns it. */
  readonly persons: readonly string[]
  readonly posts: readonly string[]
  /** Stood behind since by a competent official, though it stays what it was (rule 23): the ratification. */
  readonly ratification: string | null
}

/** The identity of a finding. */
export const findingKey = ({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string => `${rule}:${subject.kind}:${subject.id}`
