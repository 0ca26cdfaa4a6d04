import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Basis, Box } from '../model.ts'
import { limits, palettes, stating } from '../proof/random-limits.ts'
import { runs } from '../proof/runs.ts'
import { liesWithin } from '../proof/reference-limits.ts'
import { readLimits } from './read-box.ts'
import { limitWithin, widerIn } from './within.ts'

const grades = ['P-3', 'P-4', 'D-1']
const above: Readonly<Record<string, string>> = { country: 'region', region: 'world' }
const placeUnder = (place: string, roots: readonly string[]): boolean =>
  roots.includes(place) || (above[place] !== undefined && placeUnder(above[place], roots))
const measures = { grades, basis: 'act' as Basis, placeUnder }
const within = (child: readonly Box[], parent: readonly Box[], basis: Basis = 'act') =>
  limitWithin(readLimits(child), readLimits(parent), { ...measures, basis })
const usd = (upTo: string, more: Partial<Box> = {}): Box => ({ amount: { currency: 'USD', upTo }, ...more })

test('a box may lie inside a union though inside none of its boxes', () => {
  const parent = [usd('100', { methods: ['tender'] }), usd('50', { methods: ['direct'] })]
  expect(within([usd('50', { methods: ['tender', 'direct'] })], parent)).toBe(true)
  expect(within([usd('50.0001', { methods: ['tender', 'direct'] })], parent)).toBe(false)
})

test('bands that meet cover what lies across them, bands that leave their boundary out do not', () => {
  const lower: Box = { amount: { currency: 'USD', upTo: '100' } }
  const upper: Box = { amount: { currency: 'USD', over: '100', upTo: '200' } }
  const upperFrom: Box = { amount: { currency: 'USD', over: '100', overIncluded: true, upTo: '200' } }
  const under: Box = { amount: { currency: 'USD', upTo: '100', upToIncluded: false } }
  expect(within([usd('200')], [lower, upper])).toBe(true)
  expect(within([usd('200')], [under, upper])).toBe(false)
  expect(within([usd('200')], [under, upperFrom])).toBe(true)
})

test('a box that holds no decision lies in every limit', () => {
  expect(within([{ amount: { currency: 'USD', over: '100', upTo: '100' } }], [{ amount: { currency: 'EUR', upTo: '1' } }])).toBe(true)
  expect(within([{ amount: { currency: 'USD', over: '100', overIncluded: true, upTo: '100' } }], [{ amount: { currency: 'EUR', upTo: '1' } }])).toBe(false)
  expect(within([{ term: 6, termOver: 6 }], [{ methods: ['tender'] }])).toBe(true)
  expect(within([{ term: 7, termOver: 6 }], [{ methods: ['tender'] }])).toBe(false)
  expect(within([{ methods: [] }], [usd('1')])).toBe(true)
})

test('no limit lies only inside no limit; another currency lies in none', () => {
  expect(within([], [])).toBe(true)
  expect(within([], [usd('999999999999999')])).toBe(false)
  expect(within([{ amount: { currency: 'EUR', upTo: '1' } }], [usd('1000')])).toBe(false)
})

test('says in which dimension it is wider', () => {
  const parent = readLimits([usd('100', { term: 12, grade: 'P-4' })])
  expect(widerIn(readLimits([usd('200', { term: 12, grade: 'P-4' })]), parent, measures)).toEqual(['amount'])
  expect(widerIn(readLimits([usd('50', { grade: 'D-1' })]), parent, measures)).toEqual(['grade', 'term'])
})

test('amounts beyond exact numbers compare exactly', () => {
  expect(within([usd('999999999999999.9998')], [usd('999999999999999.9999')])).toBe(true)
  expect(within([usd('999999999999999.9999')], [usd('999999999999999.9998')])).toBe(false)
})

test('what a total may not pass, no act passes; what the act is over, the total is over; else nothing follows from one to the other', () => {
  const band = (more: Partial<Box>, over?: string): Box => ({ amount: { currency: 'USD', upTo: '100', ...(over ? { over } : {}) }, ...more })
  expect(within([band({ basis: 'contract' })], [band({ basis: 'act' })])).toBe(true)
  expect(within([band({ basis: 'act' })], [band({ basis: 'contract' })])).toBe(false)
  expect(within([band({ basis: 'contract' })], [band({ basis: 'financial-year' })])).toBe(false)
  expect(within([band({ basis: 'contract' }, '50')], [band({ basis: 'act' }, '10')])).toBe(false)
  expect(within([band({ basis: 'contract' }, '50')], [band({}, '10')], 'contract')).toBe(true)
  const beyond = (basis: Basis, over: string): Box => ({ basis, amount: { currency: 'USD', over } })
  expect(within([band({ basis: 'act' }, '50')], [beyond('contract', '50')])).toBe(true)
  expect(within([band({ basis: 'act' }, '50')], [beyond('contract', '51')])).toBe(false)
  expect(within([band({ basis: 'financial-year' }, '50')], [beyond('contract', '50')])).toBe(false)
  expect(within([band({ basis: 'contract' })], [{ amount: { currency: 'USD', over: '50' } }, usd('50')])).toBe(true)
})

test('places lie in a tree, and a part of a place may be covered elsewhere', () => {
  expect(within([{ places: ['country'] }], [{ places: ['world'] }])).toBe(true)
  expect(within([{ places: ['world'] }], [{ places: ['region'] }])).toBe(false)
  expect(within([usd('100', { places: ['region'] })], [usd('100', { places: ['country'] }), usd('50', { places: ['world'] })])).toBe(false)
  expect(within([usd('50', { places: ['region'] })], [usd('100', { places: ['country'] }), usd('50', { places: ['world'] })])).toBe(true)
})

test('agrees with trying every case that could differ', () => {
  let contained = 0
  const bases = fc.constantFrom<Basis>('act', 'contract')
  fc.assert(fc.property(limits, limits, palettes, bases, fc.boolean(), (one, other, palette, basis, joined) => {
    const [child, parent] = [stating(one, palette), stating(other, palette)]
    // Half the time the parent is the child's boxes and more, so that containment is not rare.
    const outer = joined && child.length > 0 ? [...parent, ...child.slice(0, 1)] : parent
    const expected = liesWithin(child, outer, { grades, basis, under: placeUnder })
    expect({ child, outer, basis, within: within(child, outer, basis) }).toEqual({ child, outer, basis, within: expected })
    if (expected && outer.length > 1) contained++
  }), { numRuns: runs * 2 })
  expect(contained).toBeGreaterThan(runs / 50)
}, 60_000)
