/** What surrounds a random organisation: waivers, controls, arrangements, decisions taken, emergencies declared. */
import fc from 'fast-check'

import { arrangement, control, day, exercise, framework, mapping, on, waiver } from './example-facts.ts'
import type { Emergency, Fact, IncompatiblePair, Instant } from '../model.ts'

const start = on('2020-01-01')
const people = ['ana', 'bo', 'chen'] as const
const entities = ['organisation', 'department', 'section', 'mission'] as const
const span = fc.constantFrom(
  { effectiveFrom: null, effectiveTo: null },
  { effectiveFrom: start + 5 * day, effectiveTo: start + 25 * day },
)
const often = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(one, { maxLength: 2 })

/** Facts recorded with the setting. */
export const safeguards: fc.Arbitrary<readonly Fact[]> = fc
  .record({
    waivers: often(fc.record({ person: fc.constantFrom(...people), matter: fc.constantFrom(null, 'award', 'leave'), span })),
    controls: often(fc.record({ entity: fc.constantFrom(...entities), matters: fc.constantFrom(['award', 'leave'], ['pay', 'award'] as const), span })),
    arrangements: often(
      fc.record({
        provider: fc.constantFrom(...entities), client: fc.constantFrom(...entities), decides: fc.boolean(),
        matters: fc.constantFrom(['award'], ['leave', 'pay']), span,
      }),
    ),
    decisions: often(
      fc.record({
        person: fc.constantFrom(...people), matter: fc.constantFrom('award', 'leave'), case: fc.constantFrom('case-1', 'case-2'),
        decided: fc.integer({ min: 0, max: 20 }),
      }),
    ),
  })
  .map(({ waivers, controls, arrangements, decisions }) => [
    ...waivers.map(({ span: dates, ...given }, index) => waiver({ id: `w${index}`, credential: 'certificate', ...given, ...dates })),
    ...controls.map(({ span: dates, entity, matters: [one, other] }, index) =>
      control({ id: `k${index}`, entity, matters: [one, other] as [string, string], ...dates })),
    ...arrangements.map(({ span: dates, ...given }, index) => arrangement({ id: `s${index}`, ...given, ...dates })),
    ...decisions.map(({ decided, ...given }, index) => exercise({ id: `u${index}`, ...given, decidedAt: start + decided * day })),
  ])

/** Few matters are kept apart from another. */
export const pairs = (other: string): fc.Arbitrary<readonly IncompatiblePair[]> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ matter: other, scope: 'entity' } as const]) },
    { weight: 1, arbitrary: fc.constant([{ matter: other, scope: 'case' } as const]) },
  )

const declared = fc.record({ from: fc.integer({ min: 0, max: 20 }), lasts: fc.constantFrom(null, 4, 12) })

/** Nearly every line is ordinary authority. */
export const emergency: fc.Arbitrary<Emergency | null> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({ lapsesAfterDays: fc.constantFrom(null, 6), spans: fc.array(declared, { maxLength: 2 }) }).map(
      ({ lapsesAfterDays, spans }): Emergency => ({
        trigger: 'flood', lapsesAfterDays,
        declared: spans.map(({ from, lasts }) => ({ from: at(from), to: lasts === null ? null : at(from + lasts), by: 'ana' })),
      }),
    ),
  },
)

function at(days: number): Instant {
  return start + days * day
}

/** A new framework takes the place of the old one, in few worlds: award becomes award-anew, more or less. */
export type Succession = { readonly how: 'identical' | 'narrower' | 'wider' | 'changed'; readonly runningCases: 'keep' | 'move' } | null

export const succession: fc.Arbitrary<Succession> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constantFrom('identical', 'identical', 'narrower', 'wider', 'changed'), runningCases: fc.constantFrom('keep', 'keep', 'move'),
    } as const),
  },
)

/** Days on which the new framework begins and the old one ends. */
const [begins, ends] = [12, 26]

/** The day on which the old framework ends; null where nothing takes its place. */
export const endOfOld = (given: Succession): Instant | null => (given === null ? null : at(ends))

/** The new framework and what answers to what. */
export const successor = (given: Succession, grades: readonly string[]): readonly Fact[] =>
  given === null
    ? []
    : [
        framework({
          id: 'renewed', grades, supersedes: 'framework', effectiveFrom: at(begins), transitionTo: at(ends), runningCases: given.runningCases,
        }),
        mapping({ id: 'm0', from: 'award', to: 'award-anew', how: given.how }),
      ]
