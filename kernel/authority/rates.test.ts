/** Fractions stay exact, and the rate of a day is the one that began last (SEMANTICS, Limits: never rounded, at the dated rate). */
import { describe, expect, test } from 'vitest'

import { asked, rate, recorded } from './proof/example-facts.ts'
import { lastBegun, moreThan, plus, rateAt, times, whole, type Fraction } from './rates.ts'

const of = (over: bigint, under: bigint): Fraction => ({ over, under })

test('sums over the least common denominator', () => {
  expect(plus(of(1n, 4n), of(1n, 6n))).toEqual(of(5n, 12n))
  expect(plus(of(1n, 6n), of(3n, 4n))).toEqual(of(11n, 12n))
  expect(plus(of(1n, 2n), of(1n, 3n))).toEqual(of(5n, 6n))
  expect(plus(whole(2n), whole(3n))).toEqual(whole(5n))
  expect(times(of(2n, 3n), of(5n, 7n))).toEqual(of(10n, 21n))
})

test('more is more by the smallest part, and the same is not more', () => {
  expect(moreThan(of(1n, 1n), of(1n, 2n))).toBe(true)
  expect(moreThan(of(1n, 2n), of(1n, 1n))).toBe(false)
  expect(moreThan(of(1n, 3n), of(333n, 1000n))).toBe(true)
  expect(moreThan(of(2n, 4n), of(1n, 2n))).toBe(false)
})

describe('of those that run, the one that began last', () => {
  const fact = (id: string, effectiveFrom: number | null, effectiveTo: number | null = null) => ({ id, effectiveFrom, effectiveTo })
  test.each<readonly [string, readonly ReturnType<typeof fact>[], string | null]>([
    ['none', [], null],
    ['not yet begun', [fact('a', 11)], null],
    ['begun at this instant', [fact('a', null), fact('b', 10)], 'b'],
    ['over', [fact('a', null, 10), fact('b', 1, 9)], null],
    ['a later beginning, recorded later', [fact('a', 1), fact('b', 5)], 'b'],
    ['a later beginning, recorded first', [fact('b', 5), fact('a', 1)], 'b'],
    ['a beginning before one without', [fact('b', 1), fact('a', null)], 'b'],
    ['and the other way round', [fact('a', null), fact('b', 1)], 'b'],
    ['begun together: the first by id', [fact('b', 5), fact('a', 5)], 'a'],
    ['recorded the other way round', [fact('a', 5), fact('b', 5)], 'a'],
    ['two without a beginning', [fact('b', null), fact('a', null)], 'a'],
    ['the earlier by id began earlier', [fact('b', 5), fact('a', 4)], 'b'],
  ])('%s', (_, facts, id) => expect(lastBegun(facts, 10)?.id ?? null).toBe(id))
})

describe('what one unit is worth', () => {
  const worth = (text: string, from = 'EUR', to = 'USD'): Fraction | null => {
    const register = recorded([rate({ from: 'EUR', to: 'USD', rate: text })])
    return rateAt(register.world(asked(register, '2020-06-01')), from, to, asked(register, '2020-06-01').on)
  }
  test.each<readonly [string, Fraction | null]>([
    ['2', of(2n, 1n)], ['1.0837', of(10837n, 10000n)], ['12.25', of(1225n, 100n)], ['0.5', of(5n, 10n)],
    ['0', null], ['0.00', null], ['', null], ['about 2', null], ['2 or so', null], ['1.12345678901', null], ['-2', null], ['1,5', null],
  ])('at "%s"', (text, found) => expect(worth(text)).toEqual(found))

  test('by the inverse where only the other way is recorded, one to one of itself, and not by a third currency', () => {
    expect(worth('1.25', 'USD', 'EUR')).toEqual(of(100n, 125n))
    expect(worth('1.25', 'USD', 'USD')).toEqual(whole(1n))
    expect(worth('1.25', 'EUR', 'CHF')).toBeNull()
    expect(worth('0', 'USD', 'EUR')).toBeNull()
  })
})
