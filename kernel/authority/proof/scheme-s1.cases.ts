/** Every row is a root; "to" is inclusive. A purchase is counted on its whole contract. Who holds a post is called after it. */
import { assignment, body, delegation, entity, exercise, framework, matter, minute, on, person, post } from './example-facts.ts'
import type { Box, Fact, Question } from '../model.ts'
import type { Scheme } from './scheme.ts'

const gbp = (value: string) => ({ currency: 'GBP', value })
const to = (upTo: string): Box => ({ amount: { currency: 'GBP', upTo } })
const over = (value: string): Box => ({ amount: { currency: 'GBP', over: value } })
/** The column for estates: a preferred supplier, after tender. */
const estates = (box: Box): Box => ({ ...box, categories: ['estates'], where: { 'preferred-supplier': 'true' } })

const rows: readonly (readonly [post: string, ...limits: readonly Box[]])[] = [
  ['principal', to('500000')],
  ['director-of-finance', to('200000'), estates(over('1000000'))],
  ['chief-operating-officer', to('200000'), estates(over('1000000'))],
  ['deputy-principal', to('200000'), estates(over('1000000'))],
  ['director-of-estates', estates(to('1000000'))],
  ['estates-manager', estates(to('200000'))],
  ['assistant-director-of-estates', estates(to('100000'))],
  ['dean', to('50000')],
  ['director-of-institute', to('50000')],
  ['head-of-operations', to('25000')],
  ['deputy-director-of-finance', to('25000')],
  ['facilities-manager', estates(to('25000'))],
  ['cost-centre-manager', to('10000')],
  ['budget-holder', to('2000')],
]

const ofBody = (id: string, ...limits: readonly Box[]): Fact =>
  delegation({ id, holder: { kind: 'body', body: id }, matter: 'purchase', entities: ['university'], limits })

const chair = 'chair-of-finance-committee'

const facts: readonly Fact[] = [
  framework({ id: 'framework' }),
  matter({
    id: 'purchase',
    dimensions: ['amount', 'category'],
    basis: 'contract',
    preconditions: [{ kind: 'tender', fact: 'tender', over: gbp('50000'), givenBy: ['procurement-office'] }],
  }),
  entity({ id: 'university' }),
  ...[...rows.map(([held]) => held), 'procurement-office', chair, 'member-of-finance-committee'].flatMap((held): Fact[] => [
    post({ id: held, entity: 'university' }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
  ]),
  body({ id: 'council', entity: 'university', quorum: 5 }),
  body({ id: 'finance-committee', entity: 'university', quorum: 2, members: [chair, 'member-of-finance-committee'] }),
  ofBody('council', over('1000000')),
  ofBody('finance-committee', to('1000000')),
  ...rows.map(([held, ...limits]) =>
    delegation({ id: held, holder: { kind: 'post', post: held }, matter: 'purchase', entities: ['university'], limits })),
  minute({
    id: 'minute-12', body: 'finance-committee', matter: 'purchase', heldAt: on('2020-05-20'),
    present: [`the-${chair}`, 'the-member-of-finance-committee'],
  }),
  minute({
    id: 'minute-13', body: 'finance-committee', matter: 'purchase', heldAt: on('2020-05-21'),
    present: [`the-${chair}`, 'the-member-of-finance-committee'], recused: ['the-member-of-finance-committee'],
  }),
]

const buys = (held: string, value: string, more: Partial<Question> = {}): Question =>
  ({ person: `the-${held}`, matter: 'purchase', amount: gbp(value), category: 'laboratory-goods', ...more })
const works = (held: string, value: string, tender?: string): Question =>
  buys(held, value, { category: 'estates', facts: { 'preferred-supplier': 'true', ...(tender === undefined ? {} : { tender }) } })
const decides = (id: string, value: string, more: Readonly<Record<string, string>>): Question =>
  ({ body: id, matter: 'purchase', amount: gbp(value), category: 'laboratory-goods', facts: { tender: 'true', ...more } })
const day = '2020-06-01'
const tendered = { facts: { tender: 'true' } }
const upTo200 = ['director-of-finance', 'chief-operating-officer', 'deputy-principal']
const untendered = [{ code: 'tender-missing', who: ['procurement-office'] }] as const

export const s1: Scheme = {
  name: 'S1 St George’s, University of London',
  source: 'sgul.ac.uk, governance policies: delegated authorisation limits',
  facts,
  later: [
    {
      on: '2020-05-04',
      facts: [
        exercise({
          id: 'order-1', matter: 'purchase', person: 'the-dean', entity: 'university', contract: 'c-7', amount: gbp('9000'),
          decidedAt: on('2020-05-04'),
        }),
      ],
    },
  ],
  questions: [
    { says: 'a dean buys for 48,000, untendered', asks: buys('dean', '48000'), on: day, answer: 'permitted' },
    {
      says: 'where 9,000 of the same contract was bought last month: 57,000 on the contract, and untendered',
      asks: buys('dean', '48000', { contract: 'c-7' }), on: day, answer: 'refused', reasons: ['limit-exceeded', 'tender-missing'],
      nextUp: upTo200,
    },
    { says: 'not yet bought before', asks: buys('dean', '48000', { contract: 'c-7' }), on: '2020-05-03', answer: 'permitted' },
    {
      says: 'what the question states as total counts only if it is more',
      asks: buys('dean', '48000', { contract: 'c-7', facts: { total: '48000', tender: 'true' } }), on: day,
      answer: 'refused', reasons: ['limit-exceeded'],
    },
    {
      says: 'a total beyond what the register knows',
      asks: buys('dean', '2000', { facts: { total: '50000.01', tender: 'true' } }), on: day, answer: 'refused', reasons: ['limit-exceeded'],
    },
    { says: '"to" is inclusive', asks: buys('dean', '50000'), on: day, answer: 'permitted' },
    {
      says: 'and not a penny more', asks: buys('dean', '50000.01', tendered), on: day, answer: 'refused', reasons: ['limit-exceeded'],
      nextUp: upTo200,
    },
    { says: 'next up', asks: buys('director-of-finance', '200000', tendered), on: day, answer: 'permitted' },
    {
      says: 'up to the Principal', asks: buys('director-of-finance', '200000.01', tendered), on: day, answer: 'refused',
      reasons: ['limit-exceeded'], nextUp: ['principal'],
    },
    {
      says: 'above the Principal a body decides', asks: buys('principal', '500000.01', tendered), on: day, answer: 'refused',
      reasons: ['limit-exceeded'], nextUp: ['finance-committee'],
    },
    { says: 'the smallest limit', asks: buys('budget-holder', '2000'), on: day, answer: 'permitted' },
    {
      says: 'passed', asks: buys('budget-holder', '2000.01'), on: day, answer: 'refused', reasons: ['limit-exceeded'],
      nextUp: ['cost-centre-manager'],
    },
    {
      says: 'in another currency, with no rate', asks: { ...buys('dean', '48000'), amount: { currency: 'EUR', value: '48000' } }, on: day,
      answer: 'refused', reasons: ['cannot-evaluate', 'tender-missing'],
    },
    { says: 'the Estates Manager with a preferred supplier, tender on file', asks: works('estates-manager', '150000', 'true'), on: day, answer: 'permitted' },
    {
      says: 'the same without the tender', asks: works('estates-manager', '150000'), on: day, answer: 'not-yet', reasons: ['tender-missing'],
      missing: untendered,
    },
    {
      says: 'the same for laboratory goods', asks: buys('estates-manager', '150000', tendered), on: day, answer: 'refused',
      reasons: ['wrong-category', 'fact-differs'], nextUp: upTo200,
    },
    {
      says: 'estates without a preferred supplier', asks: buys('estates-manager', '20000', { category: 'estates' }), on: day,
      answer: 'refused', reasons: ['fact-differs'],
    },
    {
      says: 'estates, over the Director of Estates', asks: works('director-of-estates', '1000000.01', 'true'), on: day, answer: 'refused',
      reasons: ['limit-exceeded'],
    },
    { says: 'estates over a million', asks: works('director-of-finance', '1000000.01', 'true'), on: day, answer: 'permitted' },
    {
      says: 'estates between the columns', asks: works('director-of-finance', '500000', 'true'), on: day, answer: 'refused',
      reasons: ['limit-exceeded'], nextUp: ['principal'],
    },
    { says: 'the Facilities Manager', asks: works('facilities-manager', '25000'), on: day, answer: 'permitted' },
    {
      says: 'own conference travel', asks: buys('director-of-finance', '300', { beneficiary: 'the-director-of-finance' }), on: day,
      answer: 'refused', reasons: ['conflict-of-interest', 'own-purchase'], nextUp: ['budget-holder'],
    },
    {
      says: 'a committee by minute with quorum', asks: decides('finance-committee', '700000', { minute: 'minute-12' }), on: day,
      answer: 'permitted', minute: 'minute-12',
    },
    {
      says: 'without quorum', asks: decides('finance-committee', '700000', { minute: 'minute-13' }), on: day, answer: 'not-yet',
      reasons: ['quorum-missing'], missing: [{ code: 'quorum-missing', who: ['finance-committee'] }],
    },
    {
      says: 'before it met', asks: decides('finance-committee', '700000', { minute: 'minute-12' }), on: '2020-05-19', answer: 'not-yet',
      reasons: ['quorum-missing'],
    },
    {
      says: 'a statement does not mend the minute', asks: decides('finance-committee', '700000', { minute: 'minute-13', quorum: 'true' }),
      on: day, answer: 'not-yet', reasons: ['quorum-missing'],
    },
    { says: 'as many as the quorum present', asks: decides('finance-committee', '700000', { present: '2' }), on: day, answer: 'permitted' },
    {
      says: 'for a member who was present', asks: { ...decides('finance-committee', '700000', { minute: 'minute-12' }), beneficiary: `the-${chair}` },
      on: day, answer: 'refused', reasons: ['conflict-of-interest'],
    },
    {
      says: 'its chair alone', asks: buys(chair, '700000', tendered), on: day, answer: 'refused', reasons: ['constitutive'],
      nextUp: ['finance-committee'],
    },
    {
      says: 'above the committee', asks: decides('finance-committee', '1000000.01', { quorum: 'true' }), on: day, answer: 'refused',
      reasons: ['limit-exceeded'], nextUp: ['council'],
    },
    { says: 'below the Council', asks: decides('council', '1000000', { quorum: 'true' }), on: day, answer: 'refused', reasons: ['below-limit'] },
    { says: 'the Council', asks: decides('council', '1000000.01', { quorum: 'true' }), on: day, answer: 'permitted' },
  ],
}
