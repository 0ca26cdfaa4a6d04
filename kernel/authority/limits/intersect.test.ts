import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Basis, Box } from '../model.ts'
import { grades, limits, palettes, stating } from '../proof/random-limits.ts'
import { runs } from '../proof/runs.ts'
import { envelope, intersect } from './intersect.ts'
import { readLimits } from './read-box.ts'
import { limitWithin } from './within.ts'

const above: Readonly<Record<string, string>> = { country: 'region', region: 'world' }
const placeUnder = (place: string, roots: readonly string[]): boolean =>
  roots.includes(place) || (above[place] !== undefined && placeUnder(above[place], roots))
const measures = (basis: Basis = 'act') => ({ grades, basis, placeUnder })
const within = (child: readonly Box[], parent: readonly Box[], basis: Basis = 'act') =>
  limitWithin(readLimits(child), readLimits(parent), measures(basis))

const usd = (upTo: string, more: Partial<Box> = {}): Box => ({ amount: { currency: 'USD', upTo }, ...more })
const from = (over: string): Box => ({ amount: { currency: 'USD', over, overIncluded: true } })
const under = (upTo: string): Box => ({ amount: { currency: 'USD', upTo, upToIncluded: false } })

describe('what two limits allow together', () => {
  test.each<readonly [string, readonly Box[], readonly Box[], readonly Box[] | null]>([
    ['no limit leaves the other', [], [usd('100')], [usd('100')]],
    ['the lower end of amounts', [usd('100')], [usd('50', { term: 12 })], [usd('50', { term: 12 })]],
    ['an end both have, left out by one', [usd('100')], [{ amount: { currency: 'USD', upTo: '100', upToIncluded: false } }], [{ amount: { currency: 'USD', upTo: '100', upToIncluded: false } }]],
    ['bands that do not meet', [usd('100')], [{ amount: { currency: 'USD', over: '100' } }], null],
    ['bands in two currencies', [usd('100')], [{ amount: { currency: 'EUR', upTo: '100' } }], null],
    ['act and contract', [usd('100')], [usd('500', { basis: 'contract' })], [usd('100', { basis: 'contract' })]],
    ['contract and financial year', [usd('100', { basis: 'contract' })], [usd('500', { basis: 'financial-year' })], null],
    ['places in a tree', [{ places: ['region'] }], [{ places: ['country', 'elsewhere'] }], [{ places: ['country'] }]],
    ['lists', [{ methods: ['tender', 'direct'] }], [{ methods: ['direct', 'call-off'] }], [{ methods: ['direct'] }]],
    ['lists with nothing in common', [{ methods: ['tender'] }], [{ methods: ['direct'] }], null],
    ['facts that differ', [{ where: { exempt: 'true' } }], [{ where: { exempt: 'false' } }], null],
    ['terms that leave nothing between', [{ term: 36 }], [{ termOver: 36 }], null],
    ['spans of dates', [{ dates: { from: 5, to: null } }], [{ dates: { from: null, to: 9 } }], [{ dates: { from: 5, to: 9 } }]],
    ['the higher of lower ends', [{ amount: { currency: 'USD', over: '50' } }], [{ amount: { currency: 'USD', over: '100' } }], [{ amount: { currency: 'USD', over: '100' } }]],
    ['a lower end both include', [from('100')], [from('100')], [from('100')]],
    ['a lower end one leaves out', [from('100')], [{ amount: { currency: 'USD', over: '100' } }], [{ amount: { currency: 'USD', over: '100' } }]],
    ['bands that meet in one amount', [usd('100')], [from('100')], [{ amount: { currency: 'USD', over: '100', overIncluded: true, upTo: '100' } }]],
    ['bands that overlap, their ends left out', [under('100')], [{ amount: { currency: 'USD', over: '50' } }], [{ amount: { currency: 'USD', over: '50', upTo: '100', upToIncluded: false } }]],
    ['bands with a gap between them', [usd('50')], [from('100')], null],
    ['a basis on which nothing is counted says nothing', [usd('100', { count: 3 })], [{ basis: 'contract' }], [usd('100', { count: 3 })]],
    ['and so on the other side', [{ basis: 'contract' }], [usd('100', { count: 3 })], [usd('100', { count: 3 })]],
    ['an amount and a count', [{ count: 3 }], [usd('100')], [usd('100', { count: 3 })]],
    ['a count and an amount', [usd('100')], [{ count: 3 }], [usd('100', { count: 3 })]],
    ['the lower of counts', [{ count: 5 }], [{ count: 3 }], [{ count: 3 }]],
    ['a basis one states and the other has from the matter', [usd('100', { basis: 'act' })], [usd('50')], [usd('50', { basis: 'act' })]],
    ['contract and act, the contract lower', [usd('100', { basis: 'contract' })], [usd('500')], [usd('100', { basis: 'contract' })]],
    ['an act over an amount cannot be told from the contract', [{ amount: { currency: 'USD', over: '10' } }], [usd('500', { basis: 'contract' })], null],
    ['places in a tree, the wider last', [{ places: ['country', 'elsewhere'] }], [{ places: ['region'] }], [{ places: ['country'] }]],
    ['places apart', [{ places: ['country'] }], [{ places: ['elsewhere'] }], null],
    ['the lower of grades', [{ grade: 'P-3' }], [{ grade: 'D-1' }], [{ grade: 'P-3' }]],
    ['the lower of grades last', [{ grade: 'D-1' }], [{ grade: 'P-3' }], [{ grade: 'P-3' }]],
    ['a grade the framework does not know', [{ grade: 'G-1' }], [{ grade: 'P-4' }], null],
    ['a grade the framework does not know, last', [{ grade: 'P-4' }], [{ grade: 'G-1' }], null],
    ['facts that are the same', [{ where: { exempt: 'true' } }], [{ where: { exempt: 'true' } }], [{ where: { exempt: 'true' } }]],
    ['a term over one and up to another', [{ term: 36 }], [{ termOver: 12 }], [{ term: 36, termOver: 12 }]],
    ['spans that begin without a date', [{ dates: { from: null, to: 9 } }], [{ dates: { from: null, to: 5 } }], [{ dates: { from: null, to: 5 } }]],
    ['spans that end without one', [{ dates: { from: 2, to: null } }], [{ dates: { from: 5, to: null } }], [{ dates: { from: 5, to: null } }]],
    ['a span and one that follows it', [{ dates: { from: null, to: 5 } }], [{ dates: { from: 5, to: null } }], null],
    ['spans apart', [{ dates: { from: 0, to: 3 } }], [{ dates: { from: 5, to: 9 } }], null],
    ['a box inside a later one', [usd('50', { term: 12 }), usd('100')], [usd('200')], [usd('100')]],
    ['boxes inside others left out', [usd('100'), usd('50', { term: 12 })], [usd('200')], [usd('100')]],
  ])('%s', (_, one, other, both) => {
    expect(intersect(one, other, measures())).toStrictEqual(both)
  })
})

test('the envelope of a chain is what its narrowest links leave', () => {
  expect(envelope([[], [usd('100')], [usd('80', { methods: ['tender', 'direct'] })], [{ methods: ['direct'] }]], measures())).toEqual([
    usd('80', { methods: ['direct'] }),
  ])
})

test('it lies in both, and where one currency and one basis are spoken of, all that lies in both lies in it', () => {
  let met = 0
  const plain = (boxes: readonly Box[]): readonly Box[] =>
    boxes.map(({ basis: _, ...box }) => (box.amount === undefined ? box : { ...box, amount: { ...box.amount, currency: 'USD' } }))
  fc.assert(
    fc.property(limits, limits, limits, palettes, fc.constantFrom<Basis>('act', 'contract'), (a, b, c, palette, basis) => {
      const [one, other, third] = [stating(a, palette), stating(b, palette), stating(c, palette)] as const
      const both = intersect(one, other, measures(basis))
      if (both !== null) expect([within(both, one, basis), within(both, other, basis)]).toEqual([true, true])
      const exact = intersect(plain(one), plain(other), measures(basis))
      if (!within(plain(third), plain(one), basis) || !within(plain(third), plain(other), basis)) return
      // A limit under which nothing can be decided lies in any, and two that have nothing in common have it in common.
      if (within(plain(third), [{ count: 0 }], basis)) return
      met++
      expect({ one, other, third, covered: exact !== null && within(plain(third), exact, basis) }).toMatchObject({ covered: true })
    }),
    { numRuns: runs * 2 },
  )
  expect(met).toBeGreaterThan(runs / 60)
}, 60_000)
