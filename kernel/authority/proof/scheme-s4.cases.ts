/** Total expected value and term together; the permission to pass on has limits of its own, and the department as its scope. */
import { assignment, credential, delegation, entity, framework, matter, on, passable, person, post, usd } from './example-facts.ts'
import type { Box, Fact, Question } from '../model.ts'
import type { Scheme } from './scheme.ts'

const officer: Box = { amount: { currency: 'USD', upTo: '50000', upToIncluded: false }, term: 36 }
const large: readonly Box[] = [{ amount: { currency: 'USD', over: '50000', overIncluded: true } }, { termOver: 36 }]
const small: Box = { amount: { currency: 'USD', upTo: '25000' }, term: 12 }

const deanLine = delegation({
  id: 'dean',
  holder: { kind: 'post', post: 'dean' },
  matter: 'contract',
  entities: ['arts'],
  limits: [officer],
  subdelegation: passable(1, { ownEntityOnly: true, limits: [small] }),
})

/** A subdelegation as the dean would sign it. */
export const passedOn = delegation({
  id: 'assistant', parent: 'dean', holder: { kind: 'person', person: 'assistant' }, matter: 'contract', entities: ['arts'],
  limits: [small], signedBy: 'the-dean',
})

const facts: readonly Fact[] = [
  framework({ id: 'framework' }),
  matter({ id: 'contract', prerequisites: [{ credential: 'signature-training', onLapse: 'blocks-exercise' }] }),
  entity({ id: 'college' }),
  entity({ id: 'arts', parent: 'college' }),
  entity({ id: 'sciences', parent: 'college' }),
  ...['president', 'chief-financial-officer', 'dean', 'vice-president'].flatMap((held): Fact[] => [
    post({ id: held, entity: held === 'dean' ? 'arts' : 'college' }),
    person({ id: `the-${held}` }),
    assignment({ person: `the-${held}`, post: held }),
    ...(held === 'vice-president' ? [] : [credential({ person: `the-${held}`, credential: 'signature-training' })]),
  ]),
  post({ id: 'clerk-of-arts', entity: 'arts' }),
  post({ id: 'clerk-of-sciences', entity: 'sciences' }),
  person({ id: 'assistant' }),
  credential({ person: 'assistant', credential: 'signature-training' }),
  assignment({ person: 'assistant', post: 'clerk-of-arts' }),
  deanLine,
  passedOn,
  delegation({ id: 'president', holder: { kind: 'post', post: 'president' }, matter: 'contract', entities: ['college'], limits: [officer, ...large] }),
  delegation({ id: 'cfo', holder: { kind: 'post', post: 'chief-financial-officer' }, matter: 'contract', entities: ['college'], limits: large }),
  delegation({ id: 'vice-president', holder: { kind: 'post', post: 'vice-president' }, matter: 'contract', entities: ['college'], limits: [officer] }),
]

const signs = (who: string, value: string, term: number): Question => ({ person: who, matter: 'contract', amount: usd(value), term, entity: 'arts' })
const day = '2020-06-01'

export const s4: Scheme = {
  name: 'S4 Lewis & Clark College',
  source: 'Lewis & Clark College: signature authority',
  facts,
  later: [
    {
      on: '2020-09-01',
      facts: [
        assignment({ person: 'assistant', post: 'clerk-of-arts', effectiveTo: on('2020-09-01') }),
        assignment({ person: 'assistant', post: 'clerk-of-sciences', effectiveFrom: on('2020-09-01') }),
      ],
    },
  ],
  questions: [
    { says: 'a dean, under 50,000 and three years', asks: signs('the-dean', '49999.99', 36), on: day, answer: 'permitted' },
    {
      says: 'a dean, 40,000 for four years: the term, not the amount', asks: signs('the-dean', '40000', 48), on: day, answer: 'refused',
      reasons: ['term-exceeded'],
    },
    { says: 'a dean, 50,000', asks: signs('the-dean', '50000', 12), on: day, answer: 'refused', reasons: ['limit-exceeded'] },
    { says: 'the Chief Financial Officer, 50,000', asks: signs('the-chief-financial-officer', '50000', 12), on: day, answer: 'permitted' },
    { says: 'or longer than three years', asks: signs('the-chief-financial-officer', '100', 37), on: day, answer: 'permitted' },
    {
      says: 'but not below both', asks: signs('the-chief-financial-officer', '100', 36), on: day, answer: 'refused', reasons: ['below-limit'],
    },
    { says: 'the President signs either', asks: signs('the-president', '100', 36), on: day, answer: 'permitted' },
    { says: 'the President signs either, large', asks: signs('the-president', '5000000', 60), on: day, answer: 'permitted' },
    { says: 'a sub-delegate', asks: signs('assistant', '20000', 12), on: day, answer: 'permitted' },
    { says: 'a sub-delegate, 13 months', asks: signs('assistant', '20000', 13), on: day, answer: 'refused', reasons: ['term-exceeded'] },
    { says: 'moved to another department', asks: signs('assistant', '20000', 12), on: '2020-09-01', answer: 'refused', reasons: ['recipient-scope'] },
    {
      says: 'a vice president who has not completed the training', asks: signs('the-vice-president', '100', 12), on: day, answer: 'refused',
      reasons: ['prerequisite-missing'],
    },
  ],
}
