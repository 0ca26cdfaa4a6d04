/** The limit follows a fact about the unit. An increase is one act: a line in place of the line, with its micro-purchases raised too. */
import { assignment, delegation, entity, framework, matter, on, passable, person, post, unitFact, usd } from './example-facts.ts'
import type { Box, Fact, Question } from '../model.ts'
import type { Scheme } from './scheme.ts'

const formal = ['request-for-quotation', 'invitation-to-bid', 'request-for-proposal']
const standard = (upTo: string, micro: string): readonly Box[] => [
  { amount: { currency: 'USD', upTo }, methods: formal, where: { 'tender-exempt': 'false' } },
  { amount: { currency: 'USD', upTo: '150000' }, methods: formal, where: { 'tender-exempt': 'true' } },
  { amount: { currency: 'USD', upTo: micro }, methods: ['micro-purchase'] },
]

export const line = delegation({
  id: 'standard',
  holder: { kind: 'post', post: 'resident-representative' },
  entities: ['country-office'],
  limits: standard('200000', '5000'),
  subdelegation: passable(1, { endRequired: true }),
})

/** A sub-delegation as the resident representative would sign it. */
export const passedOn = delegation({
  id: 'passed-on',
  parent: 'standard',
  holder: { kind: 'post', post: 'deputy' },
  entities: ['country-office'],
  limits: [{ amount: { currency: 'USD', upTo: '50000' }, methods: formal, where: { 'tender-exempt': 'true' } }],
  effectiveFrom: on('2020-06-01'),
  effectiveTo: on('2021-06-01'),
  signedBy: 'the-resident-representative',
})

const facts: readonly Fact[] = [
  framework({ id: 'framework' }),
  matter({
    id: 'award', basis: 'contract',
    obligations: [{ duty: 'copy-to-review-committee', at: 'issue', tells: ['chair-of-review-committee'] }],
  }),
  entity({ id: 'headquarters' }),
  entity({ id: 'country-office', parent: 'headquarters' }),
  ...['resident-representative', 'deputy', 'chair-of-review-committee'].flatMap((held): Fact[] => [
    post({ id: held, entity: held.startsWith('chair') ? 'headquarters' : 'country-office' }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
  ]),
  unitFact({ entity: 'country-office', key: 'tender-exempt', value: 'true', effectiveTo: on('2020-09-01') }),
  line,
]

const awards = (value: string, method = 'invitation-to-bid', more: Partial<Question> = {}): Question =>
  ({ person: 'the-resident-representative', matter: 'award', amount: usd(value), method, ...more })

export const s3: Scheme = {
  name: 'S3 United Nations Development Programme',
  source: 'UNDP Programme and Operations Policies and Procedures: delegated procurement authority',
  facts,
  later: [
    {
      on: '2021-01-01',
      facts: [
        { ...line, effectiveTo: on('2021-01-01') },
        { ...line, id: 'increased', instrument: 'increased', effectiveFrom: on('2021-01-01'), limits: standard('300000', '10000') },
      ],
    },
  ],
  questions: [
    { says: 'an exempt unit', asks: awards('180000'), on: '2020-08-31', answer: 'refused', reasons: ['limit-exceeded'] },
    {
      says: 'cannot say it is not', asks: awards('180000', 'invitation-to-bid', { facts: { 'tender-exempt': 'false' } }), on: '2020-08-31',
      answer: 'refused', reasons: ['limit-exceeded'],
    },
    { says: 'within its limit', asks: awards('150000'), on: '2020-08-31', answer: 'permitted' },
    { says: 'after the exemption ended, without a new instrument', asks: awards('180000'), on: '2020-09-01', answer: 'permitted' },
    { says: 'a micro-purchase', asks: awards('5000', 'micro-purchase'), on: '2020-10-01', answer: 'permitted' },
    { says: 'beyond', asks: awards('5000.01', 'micro-purchase'), on: '2020-10-01', answer: 'refused', reasons: ['limit-exceeded'] },
    { says: 'after the increase', asks: awards('300000'), on: '2021-02-01', answer: 'permitted' },
    { says: 'which also raised micro-purchases', asks: awards('10000', 'micro-purchase'), on: '2021-02-01', answer: 'permitted' },
    {
      says: 'and no further', asks: awards('10000.01', 'micro-purchase'), on: '2021-02-01', answer: 'refused',
      reasons: ['limit-exceeded', 'not-in-force'],
    },
  ],
}
