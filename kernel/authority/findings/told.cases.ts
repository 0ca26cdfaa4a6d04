/** What a finding tells, whole: since when, by what cause, where it lies, whom it concerns (A/75/201 ¶14: each with cause and owner). */
import { assignment, body, control, day, delegation, entity, matter, on, passable, person, post, upTo, usd } from '../proof/example-facts.ts'
import type { Fact, RoleFact, RoleMapFact } from '../model.ts'
import type { Cause, Finding } from './finding.ts'
import { ref } from './finding.ts'
import { decided, findingCases, today } from './findings.cases.ts'

export interface Told {
  readonly what: string
  readonly facts: readonly Fact[]
  readonly tells: readonly Finding[]
}

const always = { effectiveFrom: null, effectiveTo: null } as const
const ago = (days: number) => today - days * day
const people = ['ana', 'bo', 'chen'].map(id => person({ id }))
const bySigner = (id: string, more: Partial<Parameters<typeof delegation>[0]> = {}) =>
  delegation({ acceptedAt: on('2020-01-01'), holder: { kind: 'person', person: 'ana' }, ...more, id })

/** Facts of the table of findings, by what it calls them. */
const factsOf = (what: string): readonly Fact[] => findingCases.find(each => each.what === what)?.facts ?? []

const ofLine = (rule: Finding['rule'], since: number | null, cause: Cause, more: Partial<Finding> = {}): Finding => ({
  rule, since, cause, subject: { kind: 'delegation', id: 'line' }, entity: 'organisation', matter: 'award', persons: ['ana'], posts: [], ratification: null, ...more,
})
const ofAct = (rule: Finding['rule'], cause: Cause, more: Partial<Finding> = {}): Finding =>
  ofLine(rule, ago(1), cause, { subject: { kind: 'exercise', id: 'e' }, ...more })
const ofPost = (rule: Finding['rule'], since: number | null, cause: Cause, more: Partial<Finding> = {}): Finding =>
  ofLine(rule, since, cause, { subject: { kind: 'post', id: 'a' }, matter: null, persons: [], posts: ['a'], ...more })
const ana = ref('person', 'ana')
const parent = ref('delegation', 'parent')
const a = ref('post', 'a')
const role = (id: string, more: Partial<RoleFact> = {}): RoleFact =>
  ({ kind: 'role', id, system: 'erp', person: 'ana', role: 'BUYER', entity: null, ...always, ...more })
const map = (id: string, more: Partial<RoleMapFact> = {}): RoleMapFact => ({ kind: 'role-map', id, system: 'erp', role: 'BUYER', matter: 'award', ...always, ...more })

const known = (what: string, ...tells: readonly Finding[]): Told => ({ what, facts: factsOf(what), tells })

export const told: readonly Told[] = [
  known('the holder has left', ofLine('active-leaver', ago(3), { person: ana, at: { at: ago(3) } })),
  known('wider than the parent became', ofLine('never-wider', null, { parent, dimensions: 'amount' })),
  known('outlives its parent', ofLine('never-wider', null, { parent, dimensions: 'dates' })),
  known('the parent permits no passing on', ofLine('no-subdelegation', null, { parent })),
  known(
    'the parent was revoked and nobody chose',
    ofLine('chain-broken', ago(9), { parent, because: 'revoked' }),
    ofLine('no-subdelegation', null, { parent: ref('delegation', 'line') }, { subject: { kind: 'delegation', id: 'below' }, persons: ['chen'] }),
  ),
  known('the holder moved to another unit', ofLine('recipient-scope', null, { parent, needs: 'own-entity', person: ana })),
  known('a person in a post who sits there no more', ofLine('not-in-post', ago(2), { person: ana, post: a, at: { at: ago(2) } }, { posts: ['a'] })),
  known(
    'a prerequisite never held, and one that lapsed',
    ofLine('prerequisite-missing', null, { people: [ana], credentials: [ref('credential', 'course')] }),
    ofLine('prerequisite-lapsed', ago(9), { people: [ana], credentials: [ref('credential', 'test')] }),
  ),
  known(
    'not accepted in thirty days',
    ofLine('not-accepted', ago(10), { days: 30, at: { at: ago(40) } }),
    ofLine('retroactive', ago(40), { from: { at: on('2020-01-01') }, at: { at: ago(40) } }),
  ),
  known('ends in a week and nothing follows', ofLine('expiring', ago(23), { at: { at: today + 7 * day } })),
  known(
    'delegator and delegate are declared as related',
    ofLine('conflict-of-interest', null, { person: ana, other: ref('person', 'bo'), relation: 'spouse' }, { persons: ['ana', 'bo'] }),
  ),
  known('certifying and approving held by one person in one entity', ofLine('incompatible-exercise', on('2020-01-01'), {
    person: ana, other: ref('delegation', 'pay'), matter: ref('matter', 'pay'), entity: ref('entity', 'organisation'),
  })),
  known('a post that holds authority stands empty', ofPost('vacancy', ago(45), { post: a, lines: 1, at: { at: ago(45) } })),
  known('the holder is away and nobody is in charge', ofPost('holder-absent', ago(45), { post: a, people: [ana], lines: 1 }, { persons: ['ana'] })),
  known('acting with no instrument', ofPost('acting-unrecorded', null, {
    person: ana, post: a, assignment: 'acting', because: 'no-instrument',
  }, { subject: { kind: 'assignment', id: 'acting' }, persons: ['ana'] })),
  known('a successor who confirmed nothing in sixty days', ofPost('successor-unconfirmed', ago(10), {
    post: a, people: [ref('person', 'chen')], lines: 1, at: { at: ago(70) },
  }, { persons: ['chen'] })),
  known('a decision over the limit', ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } })),
  known('the same by two persons', ofAct('split-decision', {
    by: 'supplier', acts: [ref('exercise', 'e'), ref('exercise', 'f')], people: [ana, ref('person', 'bo')], amount: '800', currency: 'USD', days: 14,
  }, { subject: { kind: 'exercise', id: 'f' }, persons: ['ana', 'bo'] })),
  known('a decision on recorded leave', ofAct('on-leave', { person: ana, absence: 'leave', at: { at: ago(1) } })),
  known(
    'a provider that executes decided for its client',
    ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } }, { entity: 'client' }),
    ofAct('provider-decides', { person: ana, provider: ref('entity', 'provider'), client: ref('entity', 'client') }, { entity: 'client' }),
  ),
  known(
    'a role of somebody without authority, and of somebody who left',
    ofLine('role-without-delegation', null, { person: ref('person', 'bo'), system: 'erp', role: 'BUYER', matters: [ref('matter', 'award')] }, {
      subject: { kind: 'role', id: 'r1' }, entity: null, matter: null, persons: ['bo'],
    }),
    ofLine('active-leaver', ago(3), { person: ref('person', 'chen'), system: 'erp', role: 'BUYER', at: { at: ago(3) } }, {
      subject: { kind: 'role', id: 'r2' }, entity: null, matter: null, persons: ['chen'],
    }),
  ),
  known('authority without its role', ofLine('delegation-without-role', null, { people: [ana], system: 'erp', role: 'BUYER', matter: ref('matter', 'award') })),
  {
    what: 'a decision for oneself, and one for a declared relation (rule 18)',
    facts: [
      ...people, bySigner('line'), { kind: 'relation', id: 'r', person: 'bo', other: 'ana', relation: 'family', ...always },
      decided({ id: 'e', beneficiary: 'ana' }), decided({ id: 'f', beneficiary: 'chen', supplier: 'bo' }),
    ],
    tells: [
      ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } }),
      ofAct('conflict-of-interest', { person: ana, other: ana, relation: 'self' }),
      ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } }, { subject: { kind: 'exercise', id: 'f' } }),
      ofAct('conflict-of-interest', { person: ana, other: ref('supplier', 'bo'), relation: 'family' }, { subject: { kind: 'exercise', id: 'f' } }),
    ],
  },
  {
    what: 'who signed the line is who holds it (rule 18)',
    facts: [...people, bySigner('parent', { holder: { kind: 'person', person: 'bo' }, subdelegation: passable() }), bySigner('line', { parent: 'parent', signedBy: 'bo', confirmedBy: 'ana' })],
    tells: [ofLine('conflict-of-interest', null, { person: ana, other: ana, relation: 'self' })],
  },
  {
    what: 'two matters kept apart by case, used by one person on one case (rule 17)',
    facts: [
      ...people, matter({ id: 'award', incompatible: [{ matter: 'pay', scope: 'case' }] }), matter({ id: 'pay' }),
      bySigner('line'), bySigner('pay', { matter: 'pay' }),
      decided({ id: 'p', matter: 'pay', delegation: 'pay', case: 'c', decidedAt: ago(2) }), decided({ id: 'e', case: 'c' }),
      decided({ id: 'of-bo', matter: 'pay', person: 'bo', delegation: null, case: 'd', decidedAt: today + day }), decided({ id: 'alone', case: 'd' }),
    ],
    tells: [
      ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } }),
      ofAct('incompatible-exercise', { person: ana, other: ref('exercise', 'p'), matter: ref('matter', 'pay'), case: 'c' }),
    ],
  },
  {
    what: 'a use of emergency authority nobody reported (rule 12)',
    facts: [
      ...people, bySigner('line', { emergency: { trigger: 'flood', lapsesAfterDays: null, declared: [{ from: ago(9), to: null, by: 'bo' }] } }),
      decided({ id: 'e' }), decided({ id: 'told', facts: { reported: 'true' } }),
    ],
    tells: [ofAct('emergency-unreported', { line: ref('delegation', 'line'), trigger: 'flood', at: { at: ago(1) } }, { persons: [] })],
  },
  {
    what: 'more levels hang below an ancestor than it allowed (rule 5)',
    facts: [
      ...people, bySigner('top', { holder: { kind: 'person', person: 'bo' }, subdelegation: passable(1) }),
      bySigner('parent', { parent: 'top', holder: { kind: 'person', person: 'chen' }, subdelegation: passable(1) }), bySigner('line', { parent: 'parent' }),
    ],
    tells: [ofLine('too-deep', null, { parent: ref('delegation', 'top'), depth: 1 })],
  },
  {
    what: 'what a line hangs on is not on the register (rule 1)',
    facts: [...people, bySigner('line', { parent: 'parent' })],
    tells: [ofLine('chain-broken', null, { parent, because: 'unknown' })],
  },
  {
    what: 'two lines that hang on each other (rule 11)',
    facts: [...people, bySigner('line', { parent: 'parent', subdelegation: passable() }), bySigner('parent', { parent: 'line', subdelegation: passable() })],
    tells: [
      ofLine('chain-broken', null, { parent, because: 'cycle' }),
      ofLine('chain-broken', null, { parent: ref('delegation', 'line'), because: 'cycle' }, { subject: parent as Finding['subject'] }),
    ],
  },
  {
    what: 'a decision of a body without authority lies where it was taken; of somebody unknown to the line, where they sit',
    facts: [
      ...people, entity({ id: 'office', parent: 'organisation' }), post({ id: 'a', entity: 'office' }), assignment({ person: 'ana', post: 'a' }),
      body({ id: 'board' }), decided({ id: 'e', person: null, body: 'board', delegation: null }), decided({ id: 'f', entity: null, delegation: null }),
    ],
    tells: [
      ofAct('unauthorised-when-taken', { who: ref('body', 'board'), then: 'refused', now: 'refused', at: { at: ago(1) } }, { persons: [] }),
      ofAct('unauthorised-when-taken', { who: ana, then: 'refused', now: 'refused', at: { at: ago(1) } }, { subject: { kind: 'exercise', id: 'f' }, entity: 'office' }),
    ],
  },
  {
    what: 'a role of one unit is covered by a line that covers the unit, a role elsewhere is not (issue A3)',
    facts: [
      ...people, matter({ id: 'pay' }), entity({ id: 'office', parent: 'organisation' }), entity({ id: 'branch', parent: 'organisation' }),
      bySigner('line', { entities: ['office'] }), map('m1'), map('m2', { role: 'PAYER', matter: 'pay' }), map('m3', { role: 'BUYER', matter: 'pay' }),
      role('here', { entity: 'office' }), role('there', { entity: 'branch', role: 'PAYER' }),
    ],
    tells: [
      ofLine('role-without-delegation', null, {
        person: ana, system: 'erp', role: 'BUYER', entity: ref('entity', 'office'), matters: [ref('matter', 'pay')],
      }, { subject: { kind: 'role', id: 'here' }, entity: 'office', matter: null }),
      ofLine('role-without-delegation', null, {
        person: ana, system: 'erp', role: 'PAYER', entity: ref('entity', 'branch'), matters: [ref('matter', 'pay')],
      }, { subject: { kind: 'role', id: 'there' }, entity: 'branch', matter: null }),
    ],
  },
  {
    what: 'a line passed on for its own unit’s chief to use, its holder grade too low (rule 5)',
    facts: [
      ...people, post({ id: 'a', grade: 'P-3' }), assignment({ person: 'ana', post: 'a' }),
      bySigner('parent', { holder: { kind: 'person', person: 'bo' }, subdelegation: passable(1, { lowestGrade: 'P-5' }) }),
      bySigner('line', { parent: 'parent', holder: { kind: 'post', post: 'a' } }),
    ],
    tells: [ofLine('recipient-scope', null, { parent, needs: 'grade' }, { persons: [], posts: ['a'] })],
  },
  {
    what: 'a control over two others helps nothing; one at a unit above does (rule 17)',
    facts: [
      ...people, entity({ id: 'office', parent: 'organisation' }), matter({ id: 'award', incompatible: [{ matter: 'pay', scope: 'entity' }] }), matter({ id: 'pay' }),
      bySigner('line', { entities: ['office'] }), bySigner('pay', { matter: 'pay' }), control({ id: 'k', entity: 'organisation', matters: ['award', 'other'] }),
      bySigner('of-bo', { holder: { kind: 'person', person: 'bo' } }), bySigner('bo-pays', { holder: { kind: 'person', person: 'bo' }, matter: 'pay', mayExercise: false }),
    ],
    tells: [ofLine('incompatible-exercise', on('2020-01-01'), {
      person: ana, other: ref('delegation', 'pay'), matter: ref('matter', 'pay'), entity: ref('entity', 'office'),
    }, { entity: 'office' })],
  },
  {
    what: 'three decisions within the days, each inside the limit, only the last beyond it with the others (rule 19)',
    facts: [
      ...people, matter({ id: 'award', splitDays: 14 }), bySigner('line', { limits: upTo('500') }),
      decided({ id: 'a', requirement: 'r', amount: usd('200'), decidedAt: ago(15) }),
      decided({ id: 'b', requirement: 'r', amount: usd('200'), decidedAt: ago(9) }),
      decided({ id: 'c', requirement: 'r', amount: usd('100.5'), decidedAt: ago(1) }),
    ],
    tells: [ofAct('split-decision', {
      by: 'requirement', acts: ['a', 'b', 'c'].map(id => ref('exercise', id)), people: [ana], amount: '500.5', currency: 'USD', days: 14,
    }, { subject: { kind: 'exercise', id: 'c' } })],
  },
]
