/** What surrounds decisions in a random organisation: places, rates, facts of units, relations, minutes, and acts already taken. */
import fc from 'fast-check'

import { day, exercise, minute, place, rate, relation, unitFact } from './example-facts.ts'
import type { ExerciseFact, Fact, Instant, Precondition } from '../model.ts'
import { seldom, start } from './random-limits.ts'

const members = ['ana', 'bo', 'chen'] as const
const usd = { currency: 'USD', value: '100' } as const

const stated = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T

export const preconditions: fc.Arbitrary<readonly Precondition[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom('tender', 'advice', 'clearance', 'endorsement', 'cosignature', 'cosignature', 'consultation', 'condition'),
      fact: fc.constantFrom('done', 'done', 'noted'),
      over: fc.constantFrom(undefined, usd, { currency: 'USD', value: '500' }),
      basis: seldom(fc.constantFrom('act', 'contract', 'requirement', 'financial-year'), 1, 3),
      overFact: seldom(fc.constant('match-amount'), 1, 5),
      when: seldom(
        fc.constantFrom({ methods: ['direct'] }, { categories: ['goods'] }, { where: { exempt: 'true' } }, { methods: ['direct'], where: { exempt: 'false' } }),
        1, 4,
      ),
      amendment: seldom(
        fc.constantFrom({ raisedByPercent: 20, extendedByMonths: 8 }, { raisedByPercent: 100, extendedByMonths: null }, { raisedByPercent: 0.5, extendedByMonths: 12 }),
        1, 3,
      ),
      givenBy: fc.constantFrom(['chief'], ['chief', 'head'], []),
    })
    .map(given => stated(given) as Precondition),
  { minLength: 1, maxLength: 2 },
)

const act = fc.record({
  matter: fc.constantFrom('award', 'award', 'award', 'leave', 'pay'),
  amount: fc.constantFrom(null, usd, { currency: 'USD', value: '450.0001' }, { currency: 'EUR', value: '90' }),
  contract: fc.constantFrom(null, 'c1', 'c1', 'c2'),
  requirement: fc.constantFrom(null, null, 'r1'),
  beneficiary: fc.constantFrom(null, null, 'ana'),
  entity: fc.constantFrom(null, 'organisation', 'department', 'section', 'mission'),
  term: fc.constantFrom(null, 6),
  days: fc.integer({ min: -20, max: 30 }),
  recordedAfter: fc.constantFrom(0, 3),
})

export const circumstances = fc.record({
  yearBegins: fc.constantFrom(1, 1, 2),
  quorum: fc.constantFrom(null, 2, 2),
  rates: fc.constantFrom([], ['EUR/USD 1.1'], ['USD/EUR 0.9'], ['EUR/USD 1.1', 'USD/EUR 0.5'], ['USD/EUR 0.3', 'EUR/USD 0']),
  rateBegins: fc.constantFrom(null, start + 10 * day),
  exempt: fc.constantFrom(null, 'true', 'false'),
  exemptEnds: fc.constantFrom(null, start + 15 * day),
  relations: fc.subarray([['ana', 'bo'], ['chen', 'acme'], ['bo', 'chen'], ['ana', 'ana']] as const, { maxLength: 2 }),
  relationEnds: fc.constantFrom(null, start + 20 * day),
  minutes: fc.array(
    fc.record({
      present: fc.subarray([...members], { minLength: 1 }),
      recused: fc.subarray([...members], { maxLength: 1 }),
      subject: fc.constantFrom(null, null, 'c1'),
      body: fc.constantFrom('committee', 'committee', 'committee', 'other'),
      matter: fc.constantFrom('award', 'award', 'leave'),
      heldAt: fc.constantFrom(start - day, start, start + 10 * day),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  acts: fc.array(act, { maxLength: 5 }),
} as const)

export type Circumstances = typeof circumstances extends fc.Arbitrary<infer C> ? C : never

/** Known from the beginning. */
export function circumstanceFacts({ rates, rateBegins, exempt, exemptEnds, relations, relationEnds, minutes }: Circumstances): Fact[] {
  return [
    place({ id: 'world' }),
    place({ id: 'region', parent: 'world' }),
    place({ id: 'country', parent: 'region', effectiveTo: start + 35 * day }),
    ...rates.map((written, index) => {
      const [pair = '', value = ''] = written.split(' ')
      const [from = '', to = ''] = pair.split('/')
      return rate({ id: pair, from, to, rate: value, effectiveFrom: index === 0 ? rateBegins : null })
    }),
    ...(exempt === null
      ? []
      : [
          unitFact({ entity: 'department', key: 'exempt', value: exempt, effectiveTo: exemptEnds }),
          unitFact({ id: 'later', entity: 'department', key: 'exempt', value: 'true', effectiveFrom: start + 25 * day }),
        ]),
    ...relations.map(([one, other]) => relation({ person: one, other, effectiveTo: relationEnds })),
    ...minutes.map((given, index) => minute({ id: `m${index}`, ...given })),
  ]
}

/** Each with the instant it was recorded. */
export const actFacts = ({ acts }: Circumstances): readonly { readonly act: ExerciseFact; readonly at: Instant }[] =>
  acts.map(({ days, recordedAfter, ...given }, index) => {
    const decidedAt = start + days * day
    return { act: exercise({ id: `x${index}`, decidedAt, ...given }), at: Math.max(decidedAt + recordedAfter * day, start + day) }
  })
