/** Random limits: every dimension, a few of them at a time, so that trying every case that could differ stays possible. */
import fc from 'fast-check'

import { day, on } from './example-facts.ts'
import type { Box } from '../model.ts'

export const start = on('2020-01-01')

export const seldom = <T>(value: fc.Arbitrary<T>, weight = 1, of = 6): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: of - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value })

export const grades = ['P-3', 'P-4', 'D-1'] as const

const stated = <T extends object>(parts: T): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Partial<T>

const band = fc
  .record({
    currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
    over: fc.constantFrom(undefined, undefined, '0', '100'),
    overIncluded: fc.constantFrom(undefined, true, false),
    upTo: fc.constantFrom('100', '500', '500', '500', '1000', '1000', '999999999999999', undefined),
    upToIncluded: fc.constantFrom(undefined, true, false),
  })
  .map(({ currency, ...ends }) => ({ currency, ...stated(ends) }))

/** Half the boxes state a dimension that the palette lets through; the amount more often. */
const box: fc.Arbitrary<Box> = fc
  .record({
    amount: seldom(band, 4),
    basis: seldom(fc.constantFrom('act', 'contract', 'contract', 'financial-year'), 1, 3),
    count: seldom(fc.constantFrom(1, 2), 1, 2),
    grade: seldom(fc.constantFrom(...grades), 1, 2),
    methods: seldom(fc.subarray(['tender', 'direct', 'call-off'], { minLength: 1 }), 1, 2),
    categories: seldom(fc.constantFrom(['goods'], ['goods', 'works']), 1, 2),
    funds: seldom(fc.constant(['regular']), 1, 3),
    places: seldom(fc.constantFrom(['world'], ['region'], ['country'], ['country', 'region']), 1, 2),
    term: seldom(fc.constantFrom(12, 36), 1, 2),
    termOver: seldom(fc.constant(6), 1, 3),
    dates: seldom(
      fc.constantFrom(
        { from: null, to: start + 20 * day },
        { from: start + 5 * day, to: start + 25 * day },
        { from: start + 10 * day, to: null },
      ),
      1, 2,
    ),
    where: seldom(fc.constantFrom({ exempt: 'true' }, { exempt: 'false' }), 1, 2),
    stated: seldom(fc.constant({ 'match-amount': { currency: 'USD', upTo: '200' } }), 1, 2),
  })
  .map(parts => stated(parts) as Box)

const dimensions = [
  'basis', 'count', 'grade', 'methods', 'categories', 'funds', 'places', 'term', 'termOver', 'dates', 'where', 'stated',
] as const

/** Which dimensions besides the amount the limits of one world speak of. */
export const palettes: fc.Arbitrary<readonly string[]> = fc.subarray([...dimensions], { maxLength: 3 })

const within = (one: Box, palette: readonly string[]): Box =>
  Object.fromEntries(Object.entries(one).filter(([key]) => key === 'amount' || palette.includes(key))) as Box

/** The limits with only the dimensions of the palette. */
export const stating = (limits: readonly Box[], palette: readonly string[]): readonly Box[] => limits.map(one => within(one, palette))

export const limits: fc.Arbitrary<readonly Box[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.tuple(box) },
  { weight: 2, arbitrary: fc.array(box, { minLength: 2, maxLength: 3 }) },
)
