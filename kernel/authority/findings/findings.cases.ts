/** What each rule of the monitor finds, and what it must leave alone: the smallest register that shows it, with its source. */
import { assignment, credential, day, delegation, entity, matter, on, passable, person, post, upTo } from '../proof/example-facts.ts'
import type { ExerciseFact, Fact } from '../model.ts'

export interface FindingCase {
  readonly what: string
  readonly source: string
  readonly facts: readonly Fact[]
  /** "rule kind:id", in order of the alphabet. */
  readonly finds: readonly string[]
}

export const today = on('2026-06-01')
const always = { effectiveFrom: null, effectiveTo: null } as const
const ago = (days: number) => today - days * day

const held = (id: string, more: Parameters<typeof delegation>[0]) => delegation({ acceptedAt: on('2020-01-01'), ...more, id })

export const decided = (given: Partial<ExerciseFact> & { readonly id: string }): ExerciseFact => ({
  kind: 'exercise', person: 'ana', body: null, capacity: null, matter: 'award', delegation: 'line', entity: 'organisation',
  amount: { currency: 'USD', value: '400' }, method: null, category: null, fund: null, grade: null, term: null, place: null, contract: null, requirement: null,
  beneficiary: null, supplier: null, case: null, decidedAt: ago(1), facts: {}, answer: null, what: 'An award', provenance: { kind: 'own' }, ...always, ...given,
})

const people: readonly Fact[] = [person({ id: 'ana' }), person({ id: 'bo' }), person({ id: 'chen' })]
const toAna = held('line', { id: 'line', holder: { kind: 'person', person: 'ana' }, limits: upTo('500') })
const parent = (more: Partial<Parameters<typeof delegation>[0]> = {}) => held('parent', { holder: { kind: 'person', person: 'bo' }, subdelegation: passable(2), ...more, id: 'parent' })
const child = (more: Partial<Parameters<typeof delegation>[0]> = {}) => held('line', { parent: 'parent', holder: { kind: 'person', person: 'ana' }, signedBy: 'bo', ...more, id: 'line' })

export const findingCases: readonly FindingCase[] = [
  { what: 'a line in order', source: 'A/75/201 ¶14', facts: [...people, toAna], finds: [] },
  { what: 'the holder has left', source: 'A/75/201 ¶14; Edinburgh, leavers told at once', facts: [person({ id: 'ana', effectiveTo: ago(3) }), toAna], finds: ['active-leaver delegation:line'] },
  {
    what: 'wider than the parent became', source: 'Singapore HAUSS Act s.21: only ever tightened',
    facts: [...people, parent({ limits: upTo('100') }), child({ limits: upTo('500') })], finds: ['never-wider delegation:line'],
  },
  { what: 'outlives its parent', source: 'DESIGN §3.1 rule 3', facts: [...people, parent({ effectiveTo: today + 400 * day }), child()], finds: ['never-wider delegation:line'] },
  { what: 'the parent permits no passing on', source: 'UNDT/2013/172', facts: [...people, parent({ subdelegation: null }), child()], finds: ['no-subdelegation delegation:line'] },
  {
    what: 'the parent was revoked and nobody chose', source: 'DESIGN §3.1 rule 11; domain.md §8.7',
    facts: [...people, parent({ endedAt: ago(9), endReason: 'revoked' }), child(), held('below', { id: 'below', parent: 'line', holder: { kind: 'person', person: 'chen' } })],
    finds: ['chain-broken delegation:line', 'no-subdelegation delegation:below'],
  },
  {
    what: 'the holder moved to another unit', source: 'DESIGN §3.1 rule 5',
    facts: [
      ...people, entity({ id: 'here', parent: 'organisation' }), entity({ id: 'there', parent: 'organisation' }), post({ id: 'a', entity: 'here' }), post({ id: 'b', entity: 'there' }),
      assignment({ person: 'bo', post: 'a' }), assignment({ person: 'ana', post: 'b' }), parent({ subdelegation: passable(2, { ownEntityOnly: true }) }), child(),
    ],
    finds: ['recipient-scope delegation:line'],
  },
  {
    what: 'a person in a post who sits there no more', source: 'DESIGN §3.1 rule 6',
    facts: [...people, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', effectiveTo: ago(2) }), held('line', { id: 'line', holder: { kind: 'person-in-post', person: 'ana', post: 'a' } })],
    finds: ['not-in-post delegation:line'],
  },
  {
    what: 'a prerequisite never held, and one that lapsed', source: 'A/75/201 ¶14, ¶31–32',
    facts: [
      ...people, matter({ id: 'award', prerequisites: [{ credential: 'course', onLapse: 'blocks-exercise' }, { credential: 'test', onLapse: 'grace', graceDays: 5 }] }),
      credential({ person: 'ana', credential: 'test', effectiveTo: ago(9) }), toAna,
    ],
    finds: ['prerequisite-lapsed delegation:line', 'prerequisite-missing delegation:line'],
  },
  {
    what: 'a lapse within its days of grace', source: 'DESIGN §3.1 rule 15',
    facts: [...people, matter({ id: 'award', prerequisites: [{ credential: 'test', onLapse: 'grace', graceDays: 30 }] }), credential({ person: 'ana', credential: 'test', effectiveTo: ago(9) }), toAna],
    finds: [],
  },
  { what: 'not accepted in thirty days', source: 'DESIGN §3.1 rule 8', facts: [...people, { ...toAna, acceptedAt: null, signedAt: ago(40) }], finds: ['not-accepted delegation:line', 'retroactive delegation:line'] },
  { what: 'ends in a week and nothing follows', source: 'domain.md §3', facts: [...people, { ...toAna, effectiveTo: today + 7 * day }], finds: ['expiring delegation:line'] },
  {
    what: 'ends in a week and the next line is given', source: 'domain.md §3',
    facts: [...people, { ...toAna, effectiveTo: today + 7 * day }, held('next', { id: 'next', holder: { kind: 'person', person: 'ana' }, effectiveFrom: today + 7 * day })], finds: [],
  },
  {
    what: 'delegator and delegate are declared as related', source: 'A/75/201 ¶14 (i)',
    facts: [...people, parent(), child(), { kind: 'relation', id: 'r', person: 'bo', other: 'ana', relation: 'spouse', ...always }], finds: ['conflict-of-interest delegation:line'],
  },
  {
    what: 'certifying and approving held by one person in one entity', source: 'domain.md §1.4; UNDP Fin. Reg. 20.02',
    facts: [...people, matter({ id: 'award', incompatible: [{ matter: 'pay', scope: 'entity' }] }), matter({ id: 'pay' }), toAna, held('pay', { id: 'pay', matter: 'pay', holder: { kind: 'person', person: 'ana' } })],
    finds: ['incompatible-exercise delegation:line'],
  },
  {
    what: 'the same with a control in place of the second person', source: 'DESIGN §3.1 rule 17',
    facts: [
      ...people, matter({ id: 'award', incompatible: [{ matter: 'pay', scope: 'entity' }] }), matter({ id: 'pay' }), toAna, held('pay', { id: 'pay', matter: 'pay', holder: { kind: 'person', person: 'ana' } }),
      { kind: 'control', id: 'c', entity: 'organisation', matters: ['pay', 'award'], owner: 'chen', description: 'looks again', ...always },
    ],
    finds: [],
  },
  {
    what: 'a post that holds authority stands empty', source: 'Syensqo: a vacant position escalates',
    facts: [...people, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', effectiveTo: ago(45) }), held('line', { id: 'line', holder: { kind: 'post', post: 'a' } })], finds: ['vacancy post:a'],
  },
  {
    what: 'the holder is away and nobody is in charge', source: 'DESIGN §3.1 rule 14',
    facts: [
      ...people, post({ id: 'a' }), assignment({ person: 'ana', post: 'a' }), held('line', { id: 'line', holder: { kind: 'post', post: 'a' } }),
      { kind: 'absence', id: 'l', person: 'ana', absence: 'leave', effectiveFrom: ago(45), effectiveTo: null },
    ],
    finds: ['holder-absent post:a'],
  },
  {
    what: 'acting with no instrument', source: 'UNDT/2013/172 Bastet',
    facts: [...people, post({ id: 'a' }), assignment({ id: 'acting', person: 'ana', post: 'a', assignment: 'acting' })], finds: ['acting-unrecorded assignment:acting'],
  },
  {
    what: 'a successor who confirmed nothing in sixty days', source: 'ST/SGB/2019/2 §4.3, Okwir',
    facts: [
      ...people, post({ id: 'a' }), assignment({ person: 'chen', post: 'a', effectiveFrom: ago(70) }), held('parent', { id: 'parent', holder: { kind: 'post', post: 'a' }, subdelegation: passable() }),
      child({ signedAs: 'a', confirmedBy: 'bo' }),
    ],
    finds: ['successor-unconfirmed post:a'],
  },
  { what: 'a decision under authority', source: 'UNDT/GVA/2012/45', facts: [...people, toAna, decided({ id: 'e' })], finds: [] },
  { what: 'a decision over the limit', source: 'UNDT/GVA/2012/45', facts: [...people, toAna, decided({ id: 'e', amount: { currency: 'USD', value: '501' } })], finds: ['unauthorised-when-taken exercise:e'] },
  {
    what: 'two decisions for one supplier within fourteen days, together above the limit', source: 'Fitgap: same supplier within 14 days',
    facts: [...people, matter({ id: 'award', splitDays: 14 }), toAna, decided({ id: 'e', supplier: 's', decidedAt: ago(9) }), decided({ id: 'f', supplier: 's' })], finds: ['split-decision exercise:f'],
  },
  {
    what: 'the same by two persons', source: 'DESIGN §3.1 rule 19',
    facts: [
      ...people, matter({ id: 'award', splitDays: 14 }), toAna, held('other', { id: 'other', holder: { kind: 'person', person: 'bo' }, limits: upTo('500') }),
      decided({ id: 'e', supplier: 's', decidedAt: ago(9) }), decided({ id: 'f', supplier: 's', person: 'bo', delegation: 'other' }),
    ],
    finds: ['split-decision exercise:f'],
  },
  {
    what: 'the same three weeks apart', source: 'DESIGN §3.1 rule 19',
    facts: [...people, matter({ id: 'award', splitDays: 14 }), toAna, decided({ id: 'e', supplier: 's', decidedAt: ago(22) }), decided({ id: 'f', supplier: 's' })], finds: [],
  },
  {
    what: 'a decision on recorded leave', source: 'DESIGN §3.1 rule 14',
    facts: [...people, toAna, { kind: 'absence', id: 'l', person: 'ana', absence: 'leave', effectiveFrom: ago(5), effectiveTo: null }, decided({ id: 'e' })], finds: ['on-leave exercise:e'],
  },
  {
    what: 'a provider that executes decided for its client', source: 'A/75/201 ¶14, ¶54',
    facts: [
      ...people, entity({ id: 'client', parent: 'organisation' }), entity({ id: 'provider', parent: 'organisation' }), post({ id: 'a', entity: 'provider' }), assignment({ person: 'ana', post: 'a' }), toAna,
      { kind: 'arrangement', id: 'x', provider: 'provider', client: 'client', matters: ['award'], decides: false, ...always }, decided({ id: 'e', entity: 'client' }),
    ],
    finds: ['provider-decides exercise:e', 'unauthorised-when-taken exercise:e'],
  },
  {
    what: 'a role of somebody without authority, and of somebody who left', source: 'A/75/201 ¶14; issue A3',
    facts: [
      person({ id: 'bo' }), person({ id: 'chen', effectiveTo: ago(3) }), { kind: 'role-map', id: 'm', system: 'erp', role: 'BUYER', matter: 'award', ...always },
      { kind: 'role', id: 'r1', system: 'erp', person: 'bo', role: 'BUYER', entity: null, ...always }, { kind: 'role', id: 'r2', system: 'erp', person: 'chen', role: 'BUYER', entity: null, ...always },
    ],
    finds: ['active-leaver role:r2', 'role-without-delegation role:r1'],
  },
  {
    what: 'authority without its role', source: 'A/75/201 ¶14; issue A3',
    facts: [...people, toAna, { kind: 'role-map', id: 'm', system: 'erp', role: 'BUYER', matter: 'award', ...always }], finds: ['delegation-without-role delegation:line'],
  },
]
