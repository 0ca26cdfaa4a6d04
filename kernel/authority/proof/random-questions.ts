/** Random questions at random times of both kinds, to ask of a random organisation. */
import fc from 'fast-check'

import { day } from './example-facts.ts'
import { seldom, start } from './random-limits.ts'
import { lastDay, posts, worlds, type RandomWorld } from './random-worlds.ts'
import type { Instant, Question, Times } from '../model.ts'

const amounts = ['0', '100', '100.0001', '500.00', '500', '1000', '999999999999999'] as const

/** Midnights, the instant before them, and noons. */
const instants: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: 0, max: lastDay }), fc.constantFrom(0, 0, -1, day / 2))
  .map(([count, shift]) => start + count * day + shift)

const facts = fc
  .record({
    done: fc.constantFrom(undefined, undefined, 'true', 'false'),
    noted: fc.constantFrom(undefined, 'true'),
    total: fc.constantFrom(undefined, undefined, undefined, '50', '600', 'EUR 500', 'much'),
    'match-amount': fc.constantFrom(undefined, '150', '200.0001', 'EUR 190'),
    exempt: fc.constantFrom(undefined, undefined, 'true'),
    minute: seldom(fc.constantFrom('m0', 'm0', 'm0', 'm1', 'm9'), 2, 3),
    present: fc.constantFrom(undefined, '1', '2', 'all'),
    quorum: fc.constantFrom(undefined, undefined, 'true'),
  })
  .map(stated => Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)))

export const questions: fc.Arbitrary<Question> = fc.noBias(
  fc
    .record({
      who: fc.oneof(
        {
          weight: 9,
          arbitrary: fc
            .constantFrom('ana', 'ana', 'ana', 'bo', 'bo', 'bo', 'chen', 'chen', 'chen', 'partner', 'nobody')
            .map(one => ({ person: one })),
        },
        { weight: 2, arbitrary: fc.constantFrom('committee', 'committee', 'committee', 'nobody').map(one => ({ body: one })) },
      ),
      matter: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom('award', 'award', 'award', 'leave') },
        { weight: 3, arbitrary: fc.constantFrom('pay', 'award-anew', 'award-anew', 'unheard-of') },
      ),
      stated: fc.record({
        amount: fc.option(fc.record({ currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'), value: fc.constantFrom(...amounts) }), {
          nil: undefined,
          freq: 12,
        }),
        method: fc.constantFrom('tender', 'tender', 'direct', undefined),
        category: fc.constantFrom('goods', 'works', 'services', undefined),
        fund: fc.constantFrom('regular', 'regular', 'trust', undefined),
        term: fc.constantFrom(6, 12, 13, undefined),
        grade: fc.constantFrom('P-3', 'P-4', 'D-1', undefined),
        entity: seldom(
          fc.constantFrom('organisation', 'department', 'department', 'section', 'section', 'mission', 'fund', 'nowhere'),
          3,
          5,
        ),
        place: fc.constantFrom('world', 'region', 'country', 'elsewhere', undefined),
        contract: fc.constantFrom('c1', 'c1', undefined),
        requirement: fc.constantFrom('r1', undefined),
        supplier: seldom(fc.constantFrom('acme', 'other', 'ana'), 1, 3),
        cosigners: seldom(fc.subarray(['ana', 'bo', 'chen', 'partner'], { minLength: 1, maxLength: 2 }), 1, 3),
        beneficiary: seldom(fc.constantFrom('ana', 'bo'), 1, 5),
        case: seldom(fc.constantFrom('case-1', 'case-2'), 1, 3),
        capacity: seldom(fc.constantFrom(...posts), 1, 9),
        act: seldom(fc.constant('x0'), 1, 8),
        facts,
      }),
    })
    .map(
      ({ who, matter: about, stated }) =>
        ({ ...who, matter: about, ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) }) as Question,
    ),
)

/** Times of a question: any day, known now or at any earlier number. */
const times = ({ entries, settled }: RandomWorld): fc.Arbitrary<Times> =>
  fc
    .record({
      on: fc.oneof({ weight: 30, arbitrary: instants }, { weight: 1, arbitrary: fc.constant(start - 1) }),
      known: fc.oneof(
        { weight: 20, arbitrary: fc.constant(entries.length) },
        { weight: 10, arbitrary: fc.integer({ min: settled, max: entries.length }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: settled }) },
      ),
    })
    .map(({ on: at, known }) => ({ on: at, known, now: at }))

/** Where a new framework takes the place of the old, every other question about the old matter is about the new one. */
const aboutTheNew = ({ entries }: RandomWorld, question: Question, index: number): Question =>
  index % 2 === 0 && question.matter === 'award' && entries.some(({ fact }) => fact.id === 'award-anew') ? { ...question, matter: 'award-anew' } : question

export const worldsWithQuestions = fc.noBias(
  worlds.chain(world =>
    fc.tuple(
      fc.constant(world),
      fc.array(fc.tuple(questions, times(world)), { minLength: 12, maxLength: 12 })
        .map(asked => asked.map(([question, at], index) => [aboutTheNew(world, question, index), at] as [Question, Times])),
    )),
)
