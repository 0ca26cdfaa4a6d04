import fc from 'fast-check'
import { expect, it } from 'vitest'

import { exactText } from './exact-number.ts'

const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 11n - 1n }), fc.integer({ min: 0, max: 4 }))

it('takes every decimal of so few digits that none is lost, as it was written', () => {
  fc.assert(fc.property(digits, ([units, places]) => {
    const text = units.toString().padStart(places + 1, '0')
    const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    const written = exactText(JSON.parse(whole) as number, 'x')
    expect(written.replace(/\.0+$|(\.\d*?)0+$/, '$1')).toBe(whole.replace(/\.0+$|(\.\d*?)0+$/, '$1'))
  }))
})

it('refuses what binary fractions have bent, and what they cannot hold', () => {
  for (const bent of [0.1 + 0.2, 1.1 * 3, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e21, 1e-7, 123456789012.12345, NaN, Infinity]) {
    expect(() => exactText(bent, 'x'), String(bent)).toThrow('inexact-number')
  }
  expect(exactText(2 ** 53 - 1, 'x')).toBe('9007199254740991')
})
