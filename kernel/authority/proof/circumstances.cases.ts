/** What must be so when authority is used, and how it sleeps: prerequisites, contracts, pairs, arrangements, emergencies. Facts are ours. */
import type { Case } from './authority.cases.ts'
import {
  arrangement, assignment, control, credential, delegation, entity, exercise, matter, on, passable, person, post, waiver,
} from './example-facts.ts'

const toChief = delegation({ id: 'to-chief', holder: { kind: 'post', post: 'chief' }, entities: ['department'] })
const awards = (who: string) => ({ person: who, matter: 'award', entity: 'section' })
const trained = (onLapse: 'blocks-exercise' | 'grace') =>
  matter({ id: 'award', rules: 'financial', prerequisites: [{ credential: 'course', onLapse, graceDays: 10 }] })
const course = credential({ person: 'chen', credential: 'course', effectiveTo: on('2020-06-01') })

export const circumstanceCases: readonly Case[] = [
  {
    rule: 'contract-kind',
    source: 'DESIGN §3.1 rule 6: some matters need a kind of contract',
    says: 'who serves under another kind of contract, or under none that is recorded, may not',
    facts: [
      matter({ id: 'award', rules: 'financial', contractKinds: ['fixed-term', 'permanent'] }),
      delegation({ id: 'by-name', holder: { kind: 'person', person: 'bilal' }, entities: ['department'] }),
      delegation({ id: 'to-dora', holder: { kind: 'person', person: 'dora' }, entities: ['department'] }),
      toChief,
      assignment({ person: 'chen', post: 'chief', contract: 'fixed-term', effectiveTo: on('2020-07-01') }),
      assignment({ id: 'next', person: 'chen', post: 'chief', contract: 'consultant', effectiveFrom: on('2020-07-01') }),
    ],
    questions: [
      { asks: awards('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-07-01', answer: 'refused', reasons: ['contract-kind'] },
      { asks: awards('bilal'), on: '2020-06-01', answer: 'refused', reasons: ['contract-kind'] },
      { asks: awards('dora'), on: '2020-06-01', answer: 'refused', reasons: ['contract-kind'] },
    ],
  },
  {
    rule: 'prerequisite',
    source: 'A/75/201 ¶32: certifying officers take the course in resource management first',
    says: 'a lapse stops use from its day, or after so many days of grace',
    facts: [trained('grace'), toChief, course],
    questions: [
      { asks: awards('chen'), on: '2020-05-31', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-06-10', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-06-11', answer: 'refused', reasons: ['prerequisite-lapsed'] },
    ],
  },
  {
    rule: 'waiver',
    source: 'DESIGN §3.1 rule 15: a waiver is dated and under authority',
    says: 'while it runs, and for the matter it names, it stands in for what is missing or lapsed; no longer and for no other',
    facts: [
      trained('blocks-exercise'),
      toChief,
      delegation({ id: 'to-director', holder: { kind: 'post', post: 'director' }, entities: ['department'] }),
      course,
      waiver({ id: 'w1', person: 'chen', credential: 'course', matter: 'award', effectiveFrom: on('2020-06-10'), effectiveTo: on('2020-06-20') }),
      waiver({ id: 'w2', person: 'bilal', credential: 'course', matter: 'ex-gratia' }),
      waiver({ id: 'other', person: 'bilal', credential: 'diploma' }),
    ],
    later: [{ on: '2020-08-01', facts: [waiver({ id: 'w3', person: 'bilal', credential: 'course', effectiveFrom: on('2020-08-01') })] }],
    questions: [
      { asks: awards('chen'), on: '2020-06-09', answer: 'refused', reasons: ['prerequisite-lapsed'] },
      { asks: awards('chen'), on: '2020-06-10', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-06-20', answer: 'refused', reasons: ['prerequisite-lapsed'] },
      { asks: awards('bilal'), on: '2020-06-10', answer: 'refused', reasons: ['prerequisite-missing'] },
      { asks: awards('bilal'), on: '2020-08-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'incompatible-exercise',
    source: 'UN Financial Rules 105.5, 105.6 (ST/SGB/2013/4): a certifying officer does not exercise approving functions, and vice versa',
    says: 'who holds both to exercise where they meet may exercise neither; held only to pass on, or apart, they do not meet',
    facts: [
      matter({ id: 'award', rules: 'financial', incompatible: [{ matter: 'ex-gratia', scope: 'entity' }] }),
      toChief,
      delegation({ id: 'also', holder: { kind: 'person', person: 'chen' }, matter: 'ex-gratia', entities: ['section'] }),
      delegation({ id: 'to-director', holder: { kind: 'post', post: 'director' }, entities: ['section'] }),
      delegation({
        id: 'to-pass-on', holder: { kind: 'person', person: 'bilal' }, matter: 'ex-gratia', entities: ['section'],
        mayExercise: false, subdelegation: passable(),
      }),
      entity({ id: 'mission', parent: 'organisation' }),
      delegation({ id: 'to-dora', holder: { kind: 'person', person: 'dora' }, entities: ['mission'] }),
      delegation({ id: 'dora-too', holder: { kind: 'person', person: 'dora' }, matter: 'ex-gratia', entities: ['department'] }),
    ],
    later: [{ on: '2020-07-01', facts: [delegation({
      id: 'also', holder: { kind: 'person', person: 'chen' }, matter: 'ex-gratia', entities: ['section'],
      endedAt: on('2020-07-01'), endReason: 'revoked',
    })] }],
    questions: [
      { asks: awards('chen'), on: '2020-06-01', answer: 'refused', reasons: ['incompatible-exercise'] },
      { asks: { ...awards('chen'), matter: 'ex-gratia' }, on: '2020-06-01', answer: 'refused', reasons: ['incompatible-exercise'] },
      { asks: awards('bilal'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...awards('dora'), entity: 'mission' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-07-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'control',
    source: 'DESIGN §3.1 rule 17: where an office is too small, a compensating control with owner and expiry',
    says: 'a control at the entity or above it stands in for keeping the pair apart, until it expires',
    facts: [
      matter({ id: 'award', rules: 'financial', incompatible: [{ matter: 'ex-gratia', scope: 'entity' }] }),
      toChief,
      delegation({ id: 'also', holder: { kind: 'person', person: 'chen' }, matter: 'ex-gratia', entities: ['department'] }),
      control({ id: 'k', entity: 'section', matters: ['ex-gratia', 'award'], effectiveTo: on('2020-07-01') }),
    ],
    questions: [
      { asks: awards('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...awards('chen'), entity: 'department' }, on: '2020-06-01', answer: 'refused', reasons: ['incompatible-exercise'] },
      { asks: awards('chen'), on: '2020-07-01', answer: 'refused', reasons: ['incompatible-exercise'] },
    ],
  },
  {
    rule: 'incompatible-exercise',
    source: 'UNDP internal control framework (Financial Regulation 20.02): nobody authorises what they themselves recorded',
    says: 'two matters kept apart by case may be in one hand, never on one case',
    facts: [
      matter({ id: 'award', rules: 'financial', incompatible: [{ matter: 'ex-gratia', scope: 'case' }] }),
      toChief,
      delegation({ id: 'also', holder: { kind: 'person', person: 'chen' }, matter: 'ex-gratia', entities: ['section'] }),
      exercise({ id: 'x1', person: 'chen', matter: 'ex-gratia', case: 'c-7', decidedAt: on('2020-06-01') }),
      exercise({ id: 'x2', person: 'bilal', matter: 'ex-gratia', case: 'c-8', decidedAt: on('2020-06-01') }),
    ],
    questions: [
      { asks: { ...awards('chen'), case: 'c-7' }, on: '2020-06-01', answer: 'refused', reasons: ['incompatible-exercise'] },
      { asks: { ...awards('chen'), case: 'c-7' }, on: '2020-05-31', answer: 'permitted', reasons: [] },
      { asks: { ...awards('chen'), case: 'c-8' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'provider-decides',
    source: 'A/75/201: a service provider executes, it does not decide for its client',
    says: 'staff of the provider decide for the client only where the arrangement says that it decides',
    facts: [
      entity({ id: 'centre', parent: 'organisation' }),
      post({ id: 'centre-chief', entity: 'centre' }),
      assignment({ person: 'dora', post: 'centre-chief' }),
      delegation({ id: 'to-centre', holder: { kind: 'post', post: 'centre-chief' } }),
      toChief,
      arrangement({ id: 's1', provider: 'centre', client: 'department', matters: ['award'], effectiveTo: on('2020-07-01') }),
      arrangement({ id: 's2', provider: 'centre', client: 'department', matters: ['award'], decides: true, effectiveFrom: on('2020-07-01') }),
      arrangement({ id: 's3', provider: 'centre', client: 'department', matters: ['ex-gratia'] }),
    ],
    questions: [
      { asks: awards('dora'), on: '2020-06-01', answer: 'refused', reasons: ['provider-decides'] },
      { asks: { ...awards('dora'), entity: 'centre' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('dora'), on: '2020-07-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'emergency-dormant',
    source: 'DESIGN §3.1 rule 12: emergency authority lies dormant until a stated trigger, and lapses by itself',
    says: 'it may be used from the declaration until it is ended or lapses; so may what was passed on from it',
    facts: [
      delegation({
        id: 'relief', holder: { kind: 'post', post: 'director' }, entities: ['department'], subdelegation: passable(),
        emergency: {
          trigger: 'flood', lapsesAfterDays: 30,
          declared: [
            { from: on('2020-03-01'), to: on('2020-03-05'), by: 'amina' },
            { from: on('2020-06-01'), to: null, by: 'amina' },
          ],
        },
      }),
      delegation({ id: 'below', parent: 'relief', holder: { kind: 'post', post: 'chief' }, entities: ['section'] }),
      delegation({ id: 'other', holder: { kind: 'person', person: 'dora' }, entities: ['section'] }),
    ],
    questions: [
      { asks: awards('bilal'), on: '2020-02-29', answer: 'refused', reasons: ['emergency-dormant'] },
      { asks: awards('bilal'), on: '2020-03-04', answer: 'permitted', reasons: [] },
      { asks: awards('bilal'), on: '2020-03-05', answer: 'refused', reasons: ['emergency-dormant'] },
      { asks: awards('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('bilal'), on: '2020-06-30', answer: 'permitted', reasons: [] },
      { asks: awards('bilal'), on: '2020-07-01', answer: 'refused', reasons: ['emergency-dormant'] },
      { asks: awards('chen'), on: '2020-07-01', answer: 'refused', reasons: ['chain-broken'] },
    ],
  },
  {
    rule: 'acceptance',
    source: 'DESIGN §3.1 rule 8: acceptance may precede arrival, so that a new holder is in force on the first morning',
    says: 'accepted before the assignment begins, it is in force from the first instant of the assignment',
    facts: [
      matter({ id: 'award', rules: 'financial', acceptance: 'before-use' }),
      person({ id: 'fatou' }),
      post({ id: 'new', entity: 'section' }),
      assignment({ person: 'fatou', post: 'new', effectiveFrom: on('2020-06-01') }),
      delegation({ id: 'to-new', holder: { kind: 'post', post: 'new' }, entities: ['section'], effectiveFrom: on('2020-05-01'), acceptedBy: 'fatou', acceptedAt: on('2020-05-20') }),
    ],
    questions: [
      { asks: awards('fatou'), on: '2020-05-31', answer: 'refused', reasons: ['not-in-post'] },
      { asks: awards('fatou'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: awards('fatou'), on: '2020-05-19', answer: 'reserved', reasons: ['reserved', 'not-accepted', 'not-in-post'] },
    ],
  },
]
