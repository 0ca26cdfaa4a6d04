/**
 * Faults planted for a monitor to find, every one of them invented. None breaks a rule when it is recorded: what comes later makes it one.
 * The plan is here; which delegation or assignment each became is known once the demonstration is generated (`inventDemonstration`).
 */
export type FaultRule =
  | 'active-leaver' | 'prerequisite-lapsed' | 'never-wider' | 'not-accepted' | 'vacancy'
  | 'acting-unrecorded' | 'expiring' | 'recipient-scope' | 'successor-unconfirmed'
  | 'split-decision' | 'unauthorised-when-taken' | 'delegation-without-role' | 'role-without-delegation'

export interface FaultPlan {
  readonly id: string
  readonly rule: FaultRule
  /** The post at which it is planted. */
  readonly post: string
  readonly matter: string | null
  readonly why: string
}

export interface PlantedFault extends FaultPlan {
  /** Ids of the delegations to be found; of the assignment, the post, the decision or the role where the rule is about one. */
  readonly subjects: readonly string[]
  readonly provenance: 'invented'
}

const plan = (id: string, rule: FaultRule, post: string, matter: string | null, why: string): FaultPlan => ({ id, rule, post, matter, why })

export const faultPlans: readonly FaultPlan[] = [
  plan('leaver-1', 'active-leaver', 'highlands-support.property-officer-1', 'destroy-property',
    'The holder left the Organisation; the line names the person and was never ended.'),
  plan('leaver-2', 'active-leaver', 'coast-support.people-officer-1', 'salary-advance',
    'The holder left the Organisation; the line names the person and was never ended.'),
  plan('leaver-3', 'active-leaver', 'river-support.finance-officer-1', 'petty-cash',
    'The holder left the Organisation; the line names the person and was never ended.'),
  plan('lapsed-1', 'prerequisite-lapsed', 'highlands-support.chief-procurement', 'award-contract',
    'The procurement certificate ended and was not renewed.'),
  plan('lapsed-2', 'prerequisite-lapsed', 'two-valleys-field-east.chief', 'certify-expenditure',
    'The resource-management course lapsed; certifying goes on without it.'),
  plan('lapsed-3', 'prerequisite-lapsed', 'straits-support.property-officer-1', 'write-off-property',
    'The property certificate ended and the thirty days of grace have passed.'),
  plan('narrowed-1', 'never-wider', 'coast-support.chief-procurement', 'award-contract',
    'The parent was narrowed after the officers below had received theirs.'),
  plan('narrowed-2', 'never-wider', 'great-forest-support.chief-finance', 'redeploy-funds',
    'The parent was narrowed after the officers below had received theirs.'),
  plan('narrowed-3', 'never-wider', 'old-frontier-support.chief-people', 'individual-consultant',
    'The parent was narrowed after the officers below had received theirs.'),
  plan('unaccepted-1', 'not-accepted', 'steppe-support.chief-property', 'transfer-property',
    'Issued more than sixty days ago and not accepted.'),
  plan('unaccepted-2', 'not-accepted', 'desert-crossing-support.chief-procurement', 'amend-contract',
    'Issued more than sixty days ago and not accepted.'),
  plan('unaccepted-3', 'not-accepted', 'office-tamberel-support.chief-people', 'salary-advance',
    'Issued more than sixty days ago and not accepted.'),
  plan('vacant-1', 'vacancy', 'northern-plains-support.chief-procurement', null, 'The post holds authority and nobody holds the post.'),
  plan('vacant-2', 'vacancy', 'straits-support.chief-property', null, 'The post holds authority and nobody holds the post.'),
  plan('vacant-3', 'vacancy', 'delta.head', null, 'The head left and the post is not filled.'),
  plan('acting-1', 'acting-unrecorded', 'delta.head', null,
    'The deputy acts as head and no instrument was recorded: status alone grants nothing.'),
  plan('acting-2', 'acting-unrecorded', 'northern-plains-support.chief-procurement', null,
    'An officer stands in for the chief and no instrument was recorded.'),
  plan('expiring-1', 'expiring', 'lake-region.head', 'surge-deployment', 'Ends within thirty days and nothing follows.'),
  plan('expiring-2', 'expiring', 'lake-region-support.chief-procurement', 'advance-to-supplier',
    'Ends within thirty days and nothing follows.'),
  plan('expiring-3', 'expiring', 'commission-east.head', 'accept-voluntary-contribution', 'Ends within thirty days and nothing follows.'),
  plan('moved-1', 'recipient-scope', 'old-frontier-support.procurement-officer-1', 'low-value-purchase',
    'The holder moved to another entity; the permission allows recipients of the own entity only.'),
  plan('moved-2', 'recipient-scope', 'two-valleys-support.people-officer-1', 'temporary-appointment',
    'The holder moved to another entity; the permission allows recipients of the own entity only.'),
  plan('unconfirmed-1', 'successor-unconfirmed', 'great-forest.head', null,
    'The head changed months ago and confirmed nothing of what the predecessor had passed on.'),
]
