/**
 * St George's, University of London: delegated authorisation limits, general column, for single purchases. Every row is a root; "to" is
 * inclusive. Whole contracts, the tender and the estates column belong to the schedules of limits.
 */
import { assignment, body, delegation, entity, framework, matter, person, post } from './example-facts.ts'
import type { Answer, Fact, Question } from '../model.ts'
import type { ReasonCode } from '../reasons.ts'

const gbp = (value: string) => ({ currency: 'GBP', value })

/** Post, upper limit in pounds, entity. */
const rows: readonly (readonly [post: string, limit: string])[] = [
  ['principal', '500000'],
  ['director-of-finance', '200000'],
  ['chief-operating-officer', '200000'],
  ['deputy-principal', '200000'],
  ['dean', '50000'],
  ['director-of-institute', '50000'],
  ['head-of-operations', '25000'],
  ['deputy-director-of-finance', '25000'],
  ['cost-centre-manager', '10000'],
  ['budget-holder', '2000'],
]

export const scheme: readonly Fact[] = [
  framework({ id: 'framework', title: 'Delegated authorisation limits' }),
  matter({ id: 'purchase', framework: 'framework', dimensions: ['amount'] }),
  entity({ id: 'university' }),
  body({ id: 'council', entity: 'university' }),
  body({ id: 'finance-committee', entity: 'university' }),
  delegation({
    id: 'council',
    holder: { kind: 'body', body: 'council' },
    matter: 'purchase',
    entities: ['university'],
    limits: [{ amount: { currency: 'GBP', over: '1000000' } }],
  }),
  delegation({
    id: 'finance-committee',
    holder: { kind: 'body', body: 'finance-committee' },
    matter: 'purchase',
    entities: ['university'],
    limits: [{ amount: { currency: 'GBP', upTo: '1000000' } }],
  }),
  ...rows.flatMap(([held, limit]): readonly Fact[] => [
    post({ id: held, entity: 'university' }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
    delegation({
      id: held,
      holder: { kind: 'post', post: held },
      matter: 'purchase',
      entities: ['university'],
      limits: [{ amount: { currency: 'GBP', upTo: limit } }],
    }),
  ]),
]

export interface Purchase {
  readonly asks: Question
  readonly answer: Answer
  readonly reasons: readonly ReasonCode[]
  /** Posts whose holders may, when one asks who. */
  readonly who?: readonly string[]
}

const buys = (held: string, value: string): Question => ({ person: `the-${held}`, matter: 'purchase', amount: gbp(value) })
const above200 = ['principal']
const above50 = [...above200, 'director-of-finance', 'chief-operating-officer', 'deputy-principal']
const above25 = [...above50, 'dean', 'director-of-institute']

export const purchases: readonly Purchase[] = [
  { asks: buys('dean', '48000'), answer: 'permitted', reasons: [], who: above25 },
  { asks: buys('dean', '50000'), answer: 'permitted', reasons: [], who: above25 },
  { asks: buys('dean', '50000.01'), answer: 'refused', reasons: ['limit-exceeded'], who: above50 },
  { asks: buys('dean', '57000'), answer: 'refused', reasons: ['limit-exceeded'], who: above50 },
  { asks: buys('director-of-finance', '200000'), answer: 'permitted', reasons: [], who: above50 },
  { asks: buys('director-of-finance', '200000.01'), answer: 'refused', reasons: ['limit-exceeded'], who: above200 },
  { asks: buys('principal', '500000.01'), answer: 'refused', reasons: ['limit-exceeded'], who: [] },
  { asks: buys('budget-holder', '2000'), answer: 'permitted', reasons: [] },
  { asks: buys('budget-holder', '2000.01'), answer: 'refused', reasons: ['limit-exceeded'] },
  { asks: { ...buys('dean', '48000'), amount: { currency: 'EUR', value: '48000' } }, answer: 'refused', reasons: ['cannot-evaluate'] },
  {
    asks: { ...buys('director-of-finance', '300'), beneficiary: 'the-director-of-finance' },
    answer: 'refused',
    reasons: ['conflict-of-interest', 'own-purchase'],
  },
  { asks: { body: 'finance-committee', matter: 'purchase', amount: gbp('700000') }, answer: 'not-yet', reasons: ['quorum-missing'] },
  { asks: { body: 'finance-committee', matter: 'purchase', amount: gbp('1000000.01') }, answer: 'refused', reasons: ['limit-exceeded'] },
  { asks: { body: 'council', matter: 'purchase', amount: gbp('1000000') }, answer: 'refused', reasons: ['below-limit'] },
  { asks: { body: 'council', matter: 'purchase', amount: gbp('1000000.01') }, answer: 'not-yet', reasons: ['quorum-missing'] },
]
