/**
 * What tribunals held, what statutes and bulletins say, as questions with their answers. Facts are ours, the rule is the source's.
 * One organisation for all: a secretary-general's roots, a department under a head, a section under it.
 */
import { assignment, day, delegation, entity, framework, matter, on, passable, person, post, upTo, usd } from './example-facts.ts'
import type { Answer, Fact, Question } from '../model.ts'
import type { ReasonCode } from '../reasons.ts'

export interface Case {
  readonly rule: string
  readonly source: string
  readonly says: string
  /** Recorded on 1 January 2020 beside `setting`. */
  readonly facts: readonly Fact[]
  /** Recorded on later days. */
  readonly later?: readonly { readonly on: string; readonly facts: readonly Fact[] }[]
  readonly questions: readonly {
    readonly asks: Question
    readonly on: string
    /** As the register stood at the end of this day; absent: as it stands at last. */
    readonly known?: string
    readonly answer: Answer
    readonly reasons: readonly ReasonCode[]
  }[]
}

export const setting: readonly Fact[] = [
  framework({ id: 'framework', longestActingDays: 90 }),
  matter({ id: 'special-post-allowance', rules: 'staff' }),
  matter({ id: 'ex-gratia', rules: 'staff' }),
  matter({ id: 'award', rules: 'financial' }),
  matter({ id: 'certify', rules: 'financial', acceptance: 'before-use', personalOnly: true }),
  entity({ id: 'organisation' }),
  entity({ id: 'department', parent: 'organisation' }),
  entity({ id: 'section', parent: 'department' }),
  entity({ id: 'fund', parent: 'organisation', rules: [] }),
  post({ id: 'head', entity: 'department', grade: 'USG', heads: true }),
  post({ id: 'director', entity: 'department', grade: 'D-2' }),
  post({ id: 'chief', entity: 'section', grade: 'P-5' }),
  post({ id: 'registrar', entity: 'organisation', grade: 'D-1' }),
  ...['amina', 'bilal', 'chen', 'dora', 'emil'].map(id => person({ id })),
  person({ id: 'partner', staff: false }),
  assignment({ person: 'amina', post: 'head', effectiveTo: on('2021-01-01') }),
  assignment({ person: 'bilal', post: 'director' }),
  assignment({ person: 'chen', post: 'chief' }),
]

const head = { kind: 'post', post: 'head' } as const
const director = { kind: 'post', post: 'director' } as const
const chief = { kind: 'post', post: 'chief' } as const
const root = delegation({ id: 'root', holder: head, matter: 'special-post-allowance', entities: ['department'], subdelegation: passable() })
const passedOn = delegation({
  id: 'passed-on',
  parent: 'root',
  holder: director,
  matter: 'special-post-allowance',
  entities: ['department'],
})
const allowance = (who: string): Question => ({ person: who, matter: 'special-post-allowance' })

export const cases: readonly Case[] = [
  {
    rule: 'constitutive',
    source: 'ST/SGB/2019/2 §1.2, §1.3',
    says: 'all delegations are issued through the portal; what is not delegated is reserved to the Secretary-General',
    facts: [root],
    questions: [
      { asks: allowance('amina'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: allowance('bilal'), on: '2020-06-01', answer: 'refused', reasons: ['constitutive'] },
      { asks: { person: 'amina', matter: 'ex-gratia' }, on: '2020-06-01', answer: 'reserved', reasons: ['reserved', 'constitutive'] },
    ],
  },
  {
    rule: 'exact-matter',
    source: 'UNDT/2020/156 Tarabay',
    says: 'authority over a special post allowance is not authority over an ex gratia payment',
    facts: [root, delegation({ id: 'gratia', holder: { kind: 'person', person: 'dora' }, matter: 'ex-gratia' })],
    questions: [{ asks: { person: 'amina', matter: 'ex-gratia' }, on: '2020-06-01', answer: 'refused', reasons: ['constitutive'] }],
  },
  {
    rule: 'wrong-grade',
    source: 'ST/SGB/2019/2 annex IV, as quoted in UNDT/2020/156',
    says: 'special post allowance is delegated to heads of entity for D-1 and below',
    facts: [{ ...root, limits: [{ grade: 'D-1' }] }],
    questions: [
      { asks: { ...allowance('amina'), grade: 'D-1' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...allowance('amina'), grade: 'D-2' }, on: '2020-06-01', answer: 'refused', reasons: ['wrong-grade'] },
      { asks: allowance('amina'), on: '2020-06-01', answer: 'refused', reasons: ['cannot-evaluate'] },
    ],
  },
  {
    rule: 'not-published',
    source: 'UNDT/2013/172 Bastet',
    says: 'a delegation that was not published has no effect',
    facts: [],
    later: [{ on: '2020-03-01', facts: [{ ...root, effectiveFrom: on('2020-02-01') }] }],
    questions: [
      { asks: allowance('amina'), on: '2020-02-15', answer: 'reserved', reasons: ['reserved', 'not-published'] },
      { asks: allowance('amina'), on: '2020-03-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'no-subdelegation',
    source: 'UNDT/2013/172 Bastet; Cayman Public Service Management Act s.45',
    says: 'a delegate may not pass on unless the delegation provides for it',
    facts: [{ ...root, subdelegation: null }, passedOn],
    questions: [{ asks: allowance('bilal'), on: '2020-06-01', answer: 'refused', reasons: ['no-subdelegation'] }],
  },
  {
    rule: 'too-deep',
    source: 'Singapore HAUSS Act s.21',
    says: 'a subdelegate may not pass on further',
    facts: [
      { ...root, subdelegation: passable(1) },
      { ...passedOn, subdelegation: passable(1) },
      delegation({ id: 'further', parent: 'passed-on', holder: chief, matter: 'special-post-allowance', entities: ['section'] }),
    ],
    questions: [
      { asks: allowance('bilal'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: allowance('chen'), on: '2020-06-01', answer: 'refused', reasons: ['too-deep'] },
    ],
  },
  {
    rule: 'never-wider',
    source: 'Singapore HAUSS Act s.21',
    says: 'conditions of a subdelegation may be tightened or added to, never loosened; a wider one is stopped, not edited',
    facts: [
      { ...root, limits: upTo('5000') },
      { ...passedOn, limits: upTo('5000') },
    ],
    later: [{ on: '2020-07-01', facts: [{ ...root, limits: upTo('2000') }] }],
    questions: [
      { asks: { ...allowance('bilal'), amount: usd('1000') }, on: '2020-06-01', known: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...allowance('bilal'), amount: usd('1000') }, on: '2020-08-01', answer: 'refused', reasons: ['never-wider'] },
      { asks: { ...allowance('amina'), amount: usd('1000') }, on: '2020-08-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'concurrent',
    source: 'UNDT/2018/029 Finniss; Cayman Public Service Management Act s.45',
    says: 'who delegates keeps the power, and may revoke at any time',
    facts: [root, passedOn],
    later: [{ on: '2020-07-01', facts: [{ ...passedOn, endedAt: on('2020-07-01'), endReason: 'revoked' }] }],
    questions: [
      { asks: allowance('amina'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: allowance('bilal'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: allowance('bilal'), on: '2020-07-01', answer: 'refused', reasons: ['revoked'] },
      { asks: allowance('amina'), on: '2020-07-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'change of head',
    source: 'ST/SGB/2019/2 §4.3, as quoted in Okwir',
    says: 'subdelegations of a predecessor remain valid unless withdrawn or modified by the successor',
    facts: [root, passedOn],
    later: [
      { on: '2021-03-01', facts: [assignment({ person: 'emil', post: 'head', effectiveFrom: on('2021-03-01') })] },
      { on: '2021-06-01', facts: [{ ...passedOn, endedAt: on('2021-06-01'), endReason: 'withdrawn' }] },
    ],
    questions: [
      { asks: allowance('amina'), on: '2021-02-01', answer: 'refused', reasons: ['not-in-post'] },
      { asks: allowance('bilal'), on: '2021-02-01', answer: 'permitted', reasons: [] },
      { asks: allowance('bilal'), on: '2021-04-01', answer: 'permitted', reasons: [] },
      { asks: allowance('emil'), on: '2021-04-01', answer: 'permitted', reasons: [] },
      { asks: allowance('bilal'), on: '2021-07-01', answer: 'refused', reasons: ['withdrawn'] },
    ],
  },
  {
    rule: 'person-in-post',
    source: 'rule 6; domain invariant "recipient type decides"',
    says: 'authority to a person in a post ends when either does',
    facts: [{ ...root, holder: { kind: 'person-in-post', person: 'amina', post: 'head' } }],
    questions: [
      { asks: allowance('amina'), on: '2020-12-31', answer: 'permitted', reasons: [] },
      { asks: allowance('amina'), on: '2021-01-01', answer: 'refused', reasons: ['not-in-post'] },
    ],
  },
  {
    rule: 'officer-in-charge',
    source: 'UNDT/2013/172 Bastet',
    says: 'the status of officer-in-charge grants nothing; its authority must itself be recorded, with dates',
    facts: [
      root,
      assignment({
        person: 'dora',
        post: 'head',
        assignment: 'officer-in-charge',
        effectiveFrom: on('2020-05-01'),
        effectiveTo: on('2020-12-01'),
      }),
      assignment({
        person: 'emil',
        post: 'head',
        assignment: 'officer-in-charge',
        instrument: 'order-7',
        effectiveFrom: on('2020-05-01'),
        effectiveTo: on('2020-12-01'),
      }),
      assignment({ person: 'chen', post: 'head', assignment: 'acting', instrument: 'order-8', excludes: ['special-post-allowance'] }),
    ],
    questions: [
      { asks: allowance('dora'), on: '2020-06-01', answer: 'refused', reasons: ['acting-unrecorded'] },
      { asks: allowance('emil'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: allowance('emil'), on: '2020-09-01', answer: 'refused', reasons: ['acting-unrecorded'] },
      { asks: allowance('chen'), on: '2020-06-01', answer: 'refused', reasons: ['acting-unrecorded'] },
    ],
  },
  {
    rule: 'overlap',
    source: 'UNAT Okwir',
    says: 'the officer-in-charge and the newly appointed head were both competent on the day of handover',
    facts: [
      root,
      assignment({
        person: 'dora',
        post: 'head',
        assignment: 'officer-in-charge',
        instrument: 'order-9',
        effectiveFrom: on('2021-01-01'),
        effectiveTo: on('2021-02-02'),
      }),
      assignment({ person: 'emil', post: 'head', effectiveFrom: on('2021-02-01') }),
    ],
    questions: [
      { asks: allowance('dora'), on: '2021-02-01', answer: 'permitted', reasons: [] },
      { asks: allowance('emil'), on: '2021-02-01', answer: 'permitted', reasons: [] },
      { asks: allowance('dora'), on: '2021-02-02', answer: 'refused', reasons: ['not-in-post'] },
    ],
  },
  {
    rule: 'two times',
    source: 'UNDT/2022/122',
    says: 'a record may correct an earlier one with effect from its date: what was known then stays known',
    facts: [{ ...root, effectiveFrom: on('2020-02-01'), limits: [{ grade: 'P-5' }] }],
    later: [{ on: '2020-04-15', facts: [{ ...root, effectiveFrom: on('2020-02-01'), limits: [{ grade: 'D-1' }] }] }],
    questions: [
      { asks: { ...allowance('amina'), grade: 'D-1' }, on: '2020-03-01', known: '2020-03-01', answer: 'refused', reasons: ['wrong-grade'] },
      { asks: { ...allowance('amina'), grade: 'D-1' }, on: '2020-03-01', known: '2020-04-15', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'acceptance',
    source: 'reform.un.org briefing: heads accepted their delegation via the portal',
    says: 'on a matter that demands it, nothing is in force before acceptance; a post cannot receive a personal one',
    facts: [
      delegation({
        id: 'certifier',
        holder: { kind: 'person', person: 'dora' },
        matter: 'certify',
        acceptedAt: on('2020-03-01'),
        acceptedBy: 'dora',
      }),
      delegation({ id: 'waiting', holder: { kind: 'person', person: 'emil' }, matter: 'certify' }),
      delegation({ id: 'to-a-post', holder: director, matter: 'certify', acceptedAt: on('2020-01-01') }),
    ],
    questions: [
      { asks: { person: 'dora', matter: 'certify', entity: 'section' }, on: '2020-03-01', answer: 'permitted', reasons: [] },
      { asks: { person: 'dora', matter: 'certify', entity: 'section' }, on: '2020-02-01', answer: 'refused', reasons: ['not-accepted'] },
      { asks: { person: 'emil', matter: 'certify', entity: 'section' }, on: '2020-06-01', answer: 'refused', reasons: ['not-accepted'] },
      { asks: { person: 'bilal', matter: 'certify', entity: 'section' }, on: '2020-06-01', answer: 'refused', reasons: ['personal-only'] },
    ],
  },
  {
    rule: 'falls / stands',
    source: 'SEMANTICS, Ending and changing; rule 11',
    says: 'a revoked parent leaves its child falling, or standing under the grandparent, or falling on a date, as recorded',
    facts: [
      root,
      { ...passedOn, subdelegation: passable() },
      delegation({ id: 'child', parent: 'passed-on', holder: chief, matter: 'special-post-allowance', entities: ['section'] }),
      delegation({
        id: 'other',
        parent: 'passed-on',
        holder: { kind: 'person', person: 'dora' },
        matter: 'special-post-allowance',
        entities: ['section'],
      }),
    ],
    later: [
      {
        on: '2020-07-01',
        facts: [
          { ...passedOn, subdelegation: passable(), endedAt: on('2020-07-01'), endReason: 'revoked' },
          delegation({
            id: 'child',
            parent: 'root',
            holder: chief,
            matter: 'special-post-allowance',
            entities: ['section'],
            fallsAt: on('2020-09-01'),
          }),
        ],
      },
    ],
    questions: [
      { asks: { ...allowance('dora'), entity: 'section' }, on: '2020-06-30', answer: 'permitted', reasons: [] },
      { asks: { ...allowance('dora'), entity: 'section' }, on: '2020-07-01', answer: 'refused', reasons: ['chain-broken'] },
      { asks: allowance('chen'), on: '2020-07-01', answer: 'permitted', reasons: [] },
      { asks: allowance('chen'), on: '2020-09-01', answer: 'refused', reasons: ['fallen'] },
    ],
  },
  {
    rule: 'recipient scope',
    source: 'Lewis & Clark College signature authority (S4)',
    says: 'deans pass on to others in their department only; a sub-delegate who moves away is stopped',
    facts: [
      { ...root, subdelegation: passable(1, { ownEntityOnly: true, limits: [{ amount: { currency: 'USD', upTo: '25000' }, term: 12 }] }) },
      delegation({
        id: 'child',
        parent: 'root',
        holder: { kind: 'person', person: 'chen' },
        matter: 'special-post-allowance',
        entities: ['section'],
        limits: [{ amount: { currency: 'USD', upTo: '25000' }, term: 12 }],
      }),
    ],
    later: [
      {
        on: '2020-07-01',
        facts: [
          assignment({ person: 'chen', post: 'chief', effectiveTo: on('2020-07-01') }),
          assignment({ person: 'chen', post: 'registrar', effectiveFrom: on('2020-07-01') }),
        ],
      },
    ],
    questions: [
      {
        asks: { ...allowance('chen'), entity: 'section', amount: usd('20000'), term: 12 },
        on: '2020-06-01',
        answer: 'permitted',
        reasons: [],
      },
      {
        asks: { ...allowance('chen'), entity: 'section', amount: usd('20000'), term: 13 },
        on: '2020-06-01',
        answer: 'refused',
        reasons: ['term-exceeded'],
      },
      {
        asks: { ...allowance('chen'), entity: 'section', amount: usd('20000'), term: 12 },
        on: '2020-07-01',
        answer: 'refused',
        reasons: ['recipient-scope'],
      },
    ],
  },
  {
    rule: 'outside',
    source: 'ST/SGB/2019/2 §1.1: separately administered funds and programmes are excluded',
    says: 'entities and people outside the framework are answered so, not refused',
    facts: [root],
    questions: [
      { asks: { ...allowance('amina'), entity: 'fund' }, on: '2020-06-01', answer: 'outside', reasons: ['outside-framework'] },
      { asks: { ...allowance('partner'), entity: 'section' }, on: '2020-06-01', answer: 'outside', reasons: ['outside-framework'] },
      { asks: { person: 'amina', matter: 'unheard-of' }, on: '2020-06-01', answer: 'no-such-matter', reasons: ['no-such-matter'] },
      { asks: allowance('amina'), on: '2019-12-31', answer: 'before-register', reasons: ['before-register'] },
    ],
  },
  {
    rule: 'half-open',
    source: 'SEMANTICS, Time',
    says: '"until 31 March" keeps its 31 March',
    facts: [{ ...root, effectiveTo: on('2020-04-01') }],
    questions: [
      { asks: allowance('amina'), on: '2020-03-31', answer: 'permitted', reasons: [] },
      { asks: allowance('amina'), on: '2020-04-01', answer: 'reserved', reasons: ['reserved', 'not-in-force'] },
    ],
  },
]

export const endOf = (date: string): number => on(date) + day - 1
