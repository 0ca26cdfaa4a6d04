/** A boundary belongs to the line below it. Consultants are taken only where the expertise is not in-house: answered with reasons. */
import { assignment, delegation, entity, exercise, framework, matter, on, person, post } from './example-facts.ts'
import type { AmountBand, Fact, Question } from '../model.ts'
import type { Scheme } from './scheme.ts'

const gbp = (value: string) => ({ currency: 'GBP', value })
const band = (ends: Omit<AmountBand, 'currency'>) => [{ amount: { currency: 'GBP', ...ends } }]
const posts = ['budget-holder', 'chief-executive', 'cabinet-secretary', 'finance-business-partner']

const line = (held: string, about: string, limits: ReturnType<typeof band> | readonly []): Fact =>
  delegation({ id: `${held}/${about}`, holder: { kind: 'post', post: held }, matter: about, entities: ['transport-scotland'], limits })

const facts: readonly Fact[] = [
  framework({ id: 'framework', yearBegins: 4 }),
  matter({
    id: 'consultants',
    notChecked: ['budget'],
    preconditions: [
      { kind: 'condition', fact: 'not-in-house', givenBy: [] },
      { kind: 'endorsement', fact: 'endorsed', over: gbp('50000'), givenBy: ['chief-executive'] },
      { kind: 'clearance', fact: 'finance-approved', over: gbp('50000'), givenBy: ['finance-business-partner'] },
    ],
  }),
  matter({
    id: 'receipts', area: 'budget-finance',
    obligations: [{ duty: 'surrender', at: 'permit', over: gbp('2000000'), basis: 'financial-year', tells: [] }],
  }),
  matter({
    id: 'losses', area: 'budget-finance',
    obligations: [
      { duty: 'note-in-accounts', at: 'permit', over: gbp('300000'), basis: 'act', tells: ['cabinet-secretary'] },
      { duty: 'note-total-in-accounts', at: 'permit', over: gbp('300000'), basis: 'financial-year', tells: ['cabinet-secretary'] },
    ],
  }),
  entity({ id: 'transport-scotland' }),
  ...posts.flatMap((held): Fact[] => [
    post({ id: held, entity: 'transport-scotland' }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
  ]),
  line('budget-holder', 'consultants', band({ upTo: '10000' })),
  line('chief-executive', 'consultants', band({ over: '10000', upTo: '50000' })),
  line('cabinet-secretary', 'consultants', band({ over: '50000' })),
  line('chief-executive', 'receipts', []),
  line('chief-executive', 'losses', []),
]

const loss = (id: string, value: string, date: string): Fact =>
  exercise({ id, matter: 'losses', person: 'the-chief-executive', entity: 'transport-scotland', amount: gbp(value), decidedAt: on(date) })

const asks = (held: string, about: string, value: string, facts: Readonly<Record<string, string>> = {}): Question =>
  ({ person: `the-${held}`, matter: about, amount: gbp(value), facts })
const consults = (held: string, value: string, more: Readonly<Record<string, string>> = {}): Question =>
  asks(held, 'consultants', value, { 'not-in-house': 'true', ...more })
const day = '2020-06-01'

export const s2: Scheme = {
  name: 'S2 Transport Scotland',
  source: 'Transport Scotland framework document, annex A: specific delegated financial authorities',
  facts,
  later: [
    { on: '2020-03-20', facts: [loss('loss-0', '290000', '2020-03-20')] },
    { on: '2020-06-15', facts: [loss('loss-1', '200000', '2020-06-15')] },
    { on: '2020-07-15', facts: [loss('loss-2', '100000.01', '2020-07-15')] },
  ],
  questions: [
    { says: '10,000.00 is the line below', asks: consults('budget-holder', '10000.00'), on: day, answer: 'permitted', notChecked: ['budget'] },
    { says: 'and not the Chief Executive’s', asks: consults('chief-executive', '10000.00'), on: day, answer: 'refused', reasons: ['below-limit'] },
    {
      says: '10,000.01 is the Chief Executive’s', asks: consults('budget-holder', '10000.01'), on: day, answer: 'refused',
      reasons: ['limit-exceeded'], nextUp: ['chief-executive'],
    },
    { says: '10,000.01', asks: consults('chief-executive', '10000.01'), on: day, answer: 'permitted' },
    {
      says: 'where the condition is not answered', asks: asks('budget-holder', 'consultants', '500'), on: day, answer: 'not-yet',
      reasons: ['condition-unanswered'],
    },
    {
      says: '60,000 endorsed, the Finance Business Partner silent', asks: consults('cabinet-secretary', '60000', { endorsed: 'true' }), on: day,
      answer: 'not-yet', reasons: ['clearance-missing'], missing: [{ code: 'clearance-missing', who: ['finance-business-partner'] }],
    },
    {
      says: '60,000 endorsed and approved', asks: consults('cabinet-secretary', '60000', { endorsed: 'true', 'finance-approved': 'true' }),
      on: day, answer: 'permitted',
    },
    {
      says: 'a loss of 310,000', asks: asks('chief-executive', 'losses', '310000'), on: day, answer: 'permitted',
      obligations: ['note-in-accounts', 'note-total-in-accounts'],
    },
    { says: 'a loss of 300,000', asks: asks('chief-executive', 'losses', '300000'), on: day, answer: 'permitted', obligations: [] },
    {
      says: 'what was lost in the year before does not count, this year’s does', asks: asks('chief-executive', 'losses', '100000'),
      on: '2020-07-01', answer: 'permitted', obligations: [],
    },
    {
      says: 'the act that crosses the year’s 300,000', asks: asks('chief-executive', 'losses', '100000.01'), on: '2020-07-01',
      answer: 'permitted', obligations: ['note-total-in-accounts'],
    },
    {
      says: 'and every one after', asks: asks('chief-executive', 'losses', '1'), on: '2020-08-01', answer: 'permitted',
      obligations: ['note-total-in-accounts'],
    },
    { says: 'receipts are unlimited', asks: asks('chief-executive', 'receipts', '999999'), on: day, answer: 'permitted', obligations: [] },
    {
      says: 'beyond those authorised they are surrendered', asks: asks('chief-executive', 'receipts', '2000000.01'), on: day,
      answer: 'permitted', obligations: ['surrender'],
    },
  ],
}
