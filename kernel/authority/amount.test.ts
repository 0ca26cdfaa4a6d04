import { describe, expect, test } from 'vitest'

import { AmountProblem, compare, formatDecimal, parseDecimal, scaled } from './amount.ts'

const problem = (text: string): string => {
  try {
    parseDecimal(text)
    return 'taken'
  } catch (error) {
    return error instanceof AmountProblem ? error.code : 'something else'
  }
}

describe('decimals', () => {
  test.each([
    ['-1', 'negative'],
    ['-0.01', 'negative'],
    ['', 'not-an-amount'],
    ['1,000', 'not-an-amount'],
    ['1e9', 'not-an-amount'],
    ['.5', 'not-an-amount'],
    ['5.', 'not-an-amount'],
    [' 5', 'not-an-amount'],
    ['NaN', 'not-an-amount'],
    ['٥', 'not-an-amount'],
    ['1234567890123456', 'too-many-digits'],
    ['0.00001', 'too-many-digits'],
    ['9'.repeat(30), 'too-many-digits'],
    ['999999999999999.9999', 'taken'],
    ['0', 'taken'],
  ])('%s is %s', (text, code) => expect(problem(text)).toBe(code))

  test('parse exactly and write the shortest', () => {
    expect(parseDecimal('250000.5')).toBe(2_500_005_000n)
    expect(formatDecimal(2_500_005_000n)).toBe('250000.5')
    expect(formatDecimal(1n)).toBe('0.0001')
    expect(formatDecimal(0n)).toBe('0')
  })

  test('compare as amounts, not as texts', () => {
    expect(compare('10', '9')).toBe(1)
    expect(compare('1.50', '1.5')).toBe(0)
    expect(compare('999999999999999.9998', '999999999999999.9999')).toBe(-1)
  })

  test('are numbers while that is exact', () => {
    expect(scaled('1.5')).toBe(15_000)
    expect(scaled('999999999999999.9999')).toBe(9_999_999_999_999_999_999n)
  })
})
