/** Why an answer is what it is: a code and the facts behind it. Words are made at the edge, from the code, in the reader's language. */
import type { Box, Instant, PreconditionKind } from './model.ts'

export type Dimensions = keyof Box

/** The facts each code carries. Everything is JSON; codes are promises to programs and are never renamed. */
interface ReasonFacts {
  // The question itself
  'before-register': { readonly openedAt: Instant | null }
  'no-such-matter': { readonly matter: string }
  'outside-framework': { readonly what: 'person' | 'partner' | 'entity' | 'body' | 'rules'; readonly id: string }
  'reserved': { readonly matter: string; readonly heldBy: string }
  'adviser': { readonly post: string }
  // Where authority comes from
  'constitutive': { readonly matter: string }
  'exact-matter': { readonly matter: string; readonly parentMatter: string }
  'never-wider': Wider
  'no-subdelegation': { readonly parent: string }
  'too-deep': { readonly ancestor: string; readonly depth: number }
  'end-required': { readonly parent: string }
  'recipient-scope': { readonly parent: string; readonly needs: 'own-entity' | 'grade'; readonly grade: string | null }
  'personal-only': { readonly matter: string }
  'chain-broken': { readonly at: string; readonly because: StopCode | 'unknown' | 'cycle' }
  // Whether it is in force
  'not-published': { readonly since: Instant | null }
  'not-in-force': { readonly since: Instant | null }
  'revoked': { readonly since: Instant | null }
  'fallen': { readonly since: Instant | null }
  'withdrawn': { readonly since: Instant | null }
  'declined': { readonly since: Instant | null }
  'rescinded': { readonly since: Instant | null }
  'suspended': { readonly since: Instant | null }
  'emergency-dormant': { readonly since: Instant | null }
  'not-accepted': { readonly since: Instant | null }
  // Who exercises it
  'class-empty': { readonly grade: string; readonly entity: string }
  'vacancy': { readonly post: string }
  'not-in-post': { readonly post: string; readonly until: Instant | null }
  'not-in-class': { readonly grade: string; readonly entity: string }
  'other-capacity': { readonly post: string | null }
  'acting-unrecorded': { readonly post: string; readonly assignment: string; readonly because: ActingFault }
  'designate-only': object
  // What it covers
  'wrong-entity': { readonly entity: string; readonly entities: readonly string[] }
  'limit-exceeded': { readonly limits: readonly Box[] }
  'below-limit': { readonly limits: readonly Box[] }
  'wrong-method': { readonly limits: readonly Box[] }
  'wrong-category': { readonly limits: readonly Box[] }
  'wrong-fund': { readonly limits: readonly Box[] }
  'wrong-grade': { readonly limits: readonly Box[] }
  'wrong-place': { readonly limits: readonly Box[] }
  'term-exceeded': { readonly limits: readonly Box[] }
  'below-term': { readonly limits: readonly Box[] }
  'count-exceeded': { readonly limits: readonly Box[] }
  'outside-dates': { readonly limits: readonly Box[] }
  'fact-differs': { readonly limits: readonly Box[] }
  'cannot-evaluate': { readonly needs: string }
  // What must be so when it is used
  'prerequisite-missing': { readonly credential: string; readonly person: string }
  'prerequisite-lapsed': { readonly credential: string; readonly person: string; readonly since: Instant }
  /** `other` gains: the person, or a beneficiary or supplier they declared a relation to. */
  'conflict-of-interest': { readonly person: string; readonly because: 'own-benefit' | 'relation'; readonly other: string }
  'own-purchase': { readonly person: string }
  'contract-kind': { readonly person: string; readonly kinds: readonly string[] }
  'incompatible-exercise': { readonly matter: string; readonly scope: 'entity' | 'case'; readonly because: string }
  'provider-decides': { readonly arrangement: string; readonly provider: string; readonly client: string }
  'tender-missing': Missing
  'advice-missing': Missing
  'clearance-missing': Missing
  'cosignature-missing': Missing
  'consultation-missing': Missing
  'condition-unanswered': Missing
  'quorum-missing': { readonly body: string }
  // At issue only
  'legal-basis-missing': object
  'unknown-reference': { readonly kind: string; readonly id: string }
  'dates-reversed': { readonly from: Instant; readonly until: Instant }
  'retroactive': { readonly from: Instant; readonly now: Instant }
  'framework-superseded': { readonly framework: string; readonly by: string }
  'self-delegation': { readonly person: string | null; readonly post: string | null }
  'cycle': { readonly parent: string }
  'already-delegated': { readonly to: string }
  'not-the-delegate': { readonly person: string; readonly parent: string }
  'joint-unfit': { readonly needed: number; readonly posts: readonly string[] }
  'unreadable-limit': { readonly dimension: keyof Box }
}

interface Wider {
  readonly dimension: Dimensions
  readonly parent: string
  /** What the parent, or its permission to pass on, allows. */
  readonly limits: readonly Box[]
  /** The parent's period. */
  readonly from: Instant
  readonly until: Instant | null
}

/** Why acting in a post gives no authority there. */
export type ActingFault = 'no-instrument' | 'matter-excluded' | 'too-long'

interface Missing { readonly fact: string; readonly kind: PreconditionKind; readonly who: readonly string[] }

export type ReasonCode = keyof ReasonFacts

/** Codes of what keeps a delegation from being in force by its own record. */
export type StopCode =
  | 'not-published' | 'not-in-force' | 'revoked' | 'fallen' | 'withdrawn' | 'declined' | 'rescinded' | 'suspended' | 'emergency-dormant' | 'not-accepted'

/** `delegation` is the line the reason speaks of, where it speaks of one. */
export type Reason = { [C in ReasonCode]: { readonly code: C; readonly delegation?: string } & ReasonFacts[C] }[ReasonCode]

/** Most telling first. What nobody could act on without knowing stands at the top. */
const telling = [
  'before-register', 'no-such-matter', 'outside-framework', 'reserved', 'adviser', 'conflict-of-interest', 'own-purchase',
  'incompatible-exercise', 'provider-decides',
  'revoked', 'fallen', 'withdrawn', 'declined', 'rescinded', 'suspended', 'emergency-dormant', 'chain-broken', 'not-accepted', 'not-in-force', 'not-published',
  'acting-unrecorded', 'not-in-post', 'not-in-class', 'vacancy', 'class-empty', 'other-capacity', 'designate-only',
  'wrong-entity', 'limit-exceeded', 'below-limit', 'count-exceeded', 'wrong-method', 'wrong-category', 'wrong-fund', 'wrong-place',
  'wrong-grade', 'term-exceeded', 'below-term', 'outside-dates', 'fact-differs',
  'never-wider', 'exact-matter', 'no-subdelegation', 'too-deep', 'end-required', 'recipient-scope', 'personal-only', 'contract-kind',
  'prerequisite-missing', 'prerequisite-lapsed', 'cannot-evaluate',
  'tender-missing', 'advice-missing', 'clearance-missing', 'cosignature-missing', 'consultation-missing', 'condition-unanswered',
  'quorum-missing',
  'constitutive',
  'legal-basis-missing', 'unknown-reference', 'dates-reversed', 'retroactive', 'framework-superseded', 'self-delegation', 'cycle', 'already-delegated',
  'not-the-delegate', 'joint-unfit', 'unreadable-limit',
] as const satisfies readonly ReasonCode[]

/** Does not compile while a code has no place in the order. */
const complete: Exclude<ReasonCode, (typeof telling)[number]> extends never ? readonly ReasonCode[] : never = telling

/** Every code there is, most telling first. */
export const reasonCodes: readonly ReasonCode[] = complete

const rank: Readonly<Record<string, number>> = Object.fromEntries(reasonCodes.map((code, place) => [code, place]))
const rankOf = ({ code }: Reason): number => rank[code] as number

/** The same code with the same facts. */
function same(one: Reason, other: Reason): boolean {
  if (one.code !== other.code || one.delegation !== other.delegation) return false
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Sorts most telling first, equals in the order found, and drops what is said twice. */
export function inTellingOrder(...lists: readonly (readonly Reason[])[]): Reason[] {
  const sorted: Reason[] = []
  for (const reasons of lists) for (const reason of reasons) if (!isAmong(sorted, reason)) insert(sorted, reason)
  return sorted
}

function isAmong(reasons: readonly Reason[], reason: Reason): boolean {
  for (const other of reasons) if (same(other, reason)) return true
  return false
}

function insert(sorted: Reason[], reason: Reason): void {
  let place = sorted.length
  sorted.push(reason)
  for (; place > 0 && rankOf(sorted[place - 1] as Reason) > rankOf(reason); place--) sorted[place] = sorted[place - 1] as Reason
  sorted[place] = reason
}

/** Where preconditions are concerned: the code of one that is still open. */
export const openCode = {
  tender: 'tender-missing', advice: 'advice-missing', clearance: 'clearance-missing', endorsement: 'clearance-missing',
  cosignature: 'cosignature-missing', consultation: 'consultation-missing', condition: 'condition-unanswered',
} as const satisfies Record<PreconditionKind, ReasonCode>
