/** Awards count on their contract with its amendments; the committee's written advice comes first where it is required. */
import { assignment, delegation, entity, exercise, framework, matter, on, person, post, usd } from './example-facts.ts'
import type { Fact, Question } from '../model.ts'
import type { Scheme } from './scheme.ts'

const posts = ['procurement-chief', 'assistant-secretary-general', 'chair-of-contracts-committee']

const facts: readonly Fact[] = [
  framework({ id: 'framework' }),
  matter({
    id: 'award',
    basis: 'contract',
    preconditions: [
      {
        kind: 'advice', fact: 'advice', over: usd('1000000'), givenBy: ['chair-of-contracts-committee'],
        amendment: { raisedByPercent: 20, extendedByMonths: 8 },
      },
    ],
  }),
  entity({ id: 'organisation' }),
  ...posts.flatMap((held): Fact[] => [
    post({ id: held }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
  ]),
  delegation({ id: 'chief', holder: { kind: 'post', post: 'procurement-chief' }, limits: [{ amount: { currency: 'USD', upTo: '200000' } }] }),
  delegation({ id: 'higher', holder: { kind: 'post', post: 'assistant-secretary-general' } }),
]

const took = (id: string, contract: string, value: string, date: string, more: { term?: number } = {}): Fact =>
  exercise({
    id, person: 'the-assistant-secretary-general', entity: 'organisation', contract, amount: usd(value), decidedAt: on(date), ...more,
  })

const awards = (held: string, value: string, more: Partial<Question> = {}): Question =>
  ({ person: `the-${held}`, matter: 'award', amount: usd(value), ...more })
const higher = 'assistant-secretary-general'
const advised = { facts: { advice: 'true' } }
const missing = [{ code: 'advice-missing', who: ['chair-of-contracts-committee'] }] as const
const day = '2020-06-01'

export const s5: Scheme = {
  name: 'S5 United Nations Financial Rule 105.13',
  source: 'ST/SGB/2013/4 rule 105.13 and the Procurement Manual on review committees and amendments',
  facts,
  later: [
    { on: '2020-03-01', facts: [took('small', 'c-small', '190000', '2020-03-01')] },
    { on: '2020-03-02', facts: [took('large', 'c-large', '1200000', '2020-03-02', { term: 24 })] },
    { on: '2020-03-03', facts: [took('longer', 'c-longer', '1200000', '2020-03-03', { term: 24 })] },
    { on: '2020-05-01', facts: [took('longer-1', 'c-longer', '0', '2020-05-01', { term: 5 })] },
  ],
  questions: [
    { says: '190,000 under 200,000', asks: awards('procurement-chief', '190000'), on: day, answer: 'permitted' },
    {
      says: 'amended by 30,000: 220,000 in all', asks: awards('procurement-chief', '30000', { contract: 'c-small' }), on: day,
      answer: 'refused', reasons: ['limit-exceeded'], nextUp: [higher],
    },
    { says: 'to the next up', asks: awards(higher, '30000', { contract: 'c-small' }), on: day, answer: 'permitted' },
    {
      says: 'where advice is required, no final action before it', asks: awards(higher, '1000000.01'), on: day, answer: 'not-yet',
      reasons: ['advice-missing'], missing,
    },
    { says: 'at the threshold none is required', asks: awards(higher, '1000000'), on: day, answer: 'permitted' },
    { says: 'with the advice', asks: awards(higher, '1000000.01', advised), on: day, answer: 'permitted' },
    { says: 'raised by 20 %', asks: awards(higher, '240000', { contract: 'c-large' }), on: day, answer: 'permitted' },
    {
      says: 'by more than 20 %', asks: awards(higher, '240000.01', { contract: 'c-large' }), on: day, answer: 'not-yet',
      reasons: ['advice-missing'], missing,
    },
    { says: 'extended by 8 months', asks: awards(higher, '0', { contract: 'c-large', term: 8 }), on: day, answer: 'permitted' },
    {
      says: 'by 9', asks: awards(higher, '0', { contract: 'c-large', term: 9 }), on: day, answer: 'not-yet', reasons: ['advice-missing'], missing,
    },
    { says: 'by 3 after 5', asks: awards(higher, '0', { contract: 'c-longer', term: 3 }), on: day, answer: 'permitted' },
    {
      says: 'by 4 after 5', asks: awards(higher, '0', { contract: 'c-longer', term: 4 }), on: day, answer: 'not-yet',
      reasons: ['advice-missing'], missing,
    },
    {
      says: 'an award taken before the advice was unauthorised when taken, whatever was advised after',
      asks: awards(higher, '1200000', { contract: 'c-large', act: 'large' }), on: '2020-03-02', answer: 'not-yet', reasons: ['advice-missing'], missing,
    },
  ],
}
