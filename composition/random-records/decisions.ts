/** Random delegations and the acts taken under them. For tests only. */
import fc from 'fast-check'

import type { Box, DelegationFact, ExerciseFact, FormerTerms, Holder, RatificationFact } from '../../kernel/authority/model.ts'
import {
  always, basis, code, codes, currency, decimal, fact, instant, interval, line, lines, money, pairs, past, provenance, somePairs, started,
} from './values.ts'

const band = fc.record(
  { currency, over: decimal(0), upTo: decimal(2_000_000), overIncluded: fc.boolean(), upToIncluded: fc.boolean() },
  { requiredKeys: ['currency'] },
)

/** Every dimension of a box; a new one that no file can hold does not compile. */
const dimensions: { [D in keyof Required<Box>]: fc.Arbitrary<NonNullable<Box[D]>> } = {
  amount: band,
  basis,
  count: fc.integer({ min: 1, max: 999 }),
  grade: fc.constantFrom('P-1', 'D-2'),
  methods: codes,
  categories: codes,
  funds: codes,
  places: fc.subarray(['lake', 'shore'], { minLength: 1 }),
  term: fc.integer({ min: 1, max: 1200 }),
  termOver: fc.integer({ min: 0, max: 1200 }),
  dates: fc.oneof(interval, instant.map((to) => ({ from: null, to })), fc.constant({ from: null, to: null })),
  where: somePairs,
  stated: fc.dictionary(line.filter((key) => key !== '__proto__'), band, { noNullPrototype: true, maxKeys: 2 }),
}

const box = fc.record(dimensions, { requiredKeys: [] }) as fc.Arbitrary<Box>
const boxes = fc.array(box, { minLength: 1, maxLength: 2 })

const holder = fc.constantFrom<Holder[]>(
  { kind: 'person', person: 'bo' },
  { kind: 'post', post: 'chief' },
  { kind: 'person-in-post', person: 'bo', post: 'chief' },
  { kind: 'body', body: 'board' },
  { kind: 'class', grade: 'D-2', entity: 'below' },
  { kind: 'joint', posts: ['chief', 'deputy'], needed: 1 },
  { kind: 'joint', posts: ['deputy', 'chief'], needed: 2 },
)

const ana = fc.constantFrom(null, 'ana')

/** Oldest first, each with an end of its own. */
function formerTerms(drawn: readonly Omit<FormerTerms, 'parent' | 'subdelegation'>[], subdelegation: DelegationFact['subdelegation']): Pick<DelegationFact, 'formerly'> {
  const inOrder = [...new Map(drawn.map(each => [each.until, each])).values()].sort((a, b) => a.until - b.until)
  return inOrder.length === 0 ? {} : { formerly: inOrder.map(each => ({ ...each, parent: null, subdelegation })) }
}

export const delegation = (id: string): fc.Arbitrary<DelegationFact> =>
  fc
    .record({
      line: fc.integer({ min: 1, max: 99 }),
      instrument: code.map((text) => `${id} ${text}`),
      legalBasis: line,
      holder,
      entities: fc.constantFrom(['root'], ['root', 'below']),
      limits: fc.array(box, { maxLength: 2 }),
      mayExercise: fc.boolean(),
      subdelegation: fc.option(
        fc.record({
          depth: fc.integer({ min: 1, max: 4 }), limits: fc.option(boxes), ownEntityOnly: fc.boolean(), lowestGrade: fc.option(fc.constant('P-1')),
          endRequired: fc.boolean(),
        }),
      ),
      conditions: lines,
      preparedBy: ana,
      decidedBy: ana,
      signedBy: fc.constant('ana'),
      signedAs: fc.constantFrom(null, 'person', 'chief'),
      communicatedBy: ana,
      signedAt: fc.option(instant),
      acceptedBy: ana,
      acceptedAt: fc.option(instant),
      confirmedBy: fc.constantFrom('ana', 'bo'),
      fallsAt: fc.option(instant),
      end: fc.option(fc.tuple(instant, fc.constantFrom<DelegationFact['endReason'][]>('revoked', 'fallen', 'withdrawn', 'declined', 'rescinded'))),
      suspensions: fc.array(interval, { maxLength: 2 }),
      emergency: fc.option(
        fc.record({
          trigger: line, lapsesAfterDays: fc.option(fc.integer({ min: 1, max: 999 })),
          declared: fc.array(fc.tuple(interval, fc.constantFrom('ana', 'bo')).map(([held, by]) => ({ ...held, by })), { maxLength: 2 }),
        }),
      ),
      reviewedAt: fc.option(instant),
      cites: fc.array(fc.record({ policy: code, asOf: fc.option(instant) }), { maxLength: 2 }),
      provenance,
      formerly: fc.array(fc.record({ until: instant, holder, entities: fc.constantFrom(['root'], ['root', 'below']), limits: fc.array(box, { maxLength: 2 }) }), { maxLength: 2 }),
      held: started,
    })
    .map(({ end, held, formerly, ...more }) => ({
      kind: 'delegation', id, parent: null, matter: 'act', ...more, ...held,
      mayExercise: more.mayExercise || more.subdelegation === null,
      endedAt: end?.[0] ?? null,
      endReason: end?.[1] ?? null,
      ...formerTerms(formerly, more.subdelegation),
    }))

/** Holds all there is, and may be passed on. */
export const above: fc.Arbitrary<DelegationFact> = delegation('above').map((fact) => ({
  ...fact, holder: { kind: 'post', post: 'deputy' }, entities: ['root'], limits: [], effectiveFrom: -2e12, effectiveTo: null, endedAt: null,
  endReason: null, fallsAt: null, suspensions: [], emergency: null,
  subdelegation: { depth: 2, limits: null, ownEntityOnly: false, lowestGrade: null, endRequired: false },
}))

export const passedOn: fc.Arbitrary<DelegationFact> = delegation('below').map((fact) => ({
  ...fact, parent: 'above', legalBasis: null, holder: { kind: 'person', person: 'bo' }, mayExercise: true, subdelegation: null,
}))

const answers = ['permitted', 'not-yet', 'refused', 'refer', 'reserved', 'outside', 'no-such-matter', 'before-register'] as const

export const exercise = (id: string): fc.Arbitrary<ExerciseFact> =>
  fc
    .tuple(fc.boolean(), fact('exercise', {
      id: fc.constant(id),
      capacity: fc.constantFrom(null, 'chief'),
      matter: fc.constantFrom('act', 'other'),
      delegation: fc.constantFrom(null, 'one'),
      entity: fc.constantFrom(null, 'below'),
      amount: fc.option(money),
      method: lines,
      category: lines,
      fund: lines,
      grade: fc.constantFrom(null, 'P-1'),
      term: fc.option(fc.integer({ min: 0, max: 99 })),
      place: fc.constantFrom(null, 'shore'),
      contract: lines,
      requirement: lines,
      beneficiary: lines,
      supplier: lines,
      case: lines,
      decidedAt: past,
      facts: pairs,
      answer: fc.option(fc.constantFrom(...answers)),
      what: fc.oneof(line, fc.constant('')),
      provenance,
    }, fc.constant(always)))
    .map(([byBody, act]) => ({ ...act, person: byBody ? null : 'ana', body: byBody ? 'board' : null }))

export const ratification = (exerciseId: string): fc.Arbitrary<RatificationFact> =>
  fact('ratification', {
    id: code, exercise: fc.constant(exerciseId), ratifiedBy: fc.constant('bo'), delegation: fc.constant('two'), reason: line,
  }, fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }).map((effectiveFrom) => ({ effectiveFrom, effectiveTo: null })))
