/** Exact decimals. Amounts are counted in ten-thousandths; no float arithmetic ever touches them. */
import type { Decimal } from './model.ts'

const wholeDigits = 15
/** Decimals an amount may have. */
export const fractionDigits = 4

export class AmountProblem extends Error {
  constructor(readonly code: 'not-an-amount' | 'too-many-digits' | 'negative', readonly text: string) {
    super(`${code}: ${text}`)
  }
}

function split(text: string): { whole: string; fraction: string } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new AmountProblem('not-an-amount', text)
  const [, sign, whole = '', fraction = ''] = match
  if (sign === '-') throw new AmountProblem('negative', text)
  if (whole.length > wholeDigits || fraction.length > fractionDigits) throw new AmountProblem('too-many-digits', text)
  return { whole, fraction: fraction.padEnd(fractionDigits, '0') }
}

/** "250000.5" in ten-thousandths. Throws AmountProblem. */
export function parseDecimal(text: string): bigint {
  const { whole, fraction } = split(text)
  return BigInt(whole + fraction)
}

/** The shortest decimal that parses back to the same amount. */
export function formatDecimal(value: bigint): Decimal {
  const digits = value.toString().padStart(fractionDigits + 1, '0')
  const whole = digits.slice(0, -fractionDigits)
  const fraction = digits.slice(-fractionDigits).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** Orders two decimals. Throws AmountProblem. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = parseDecimal(a)
  const right = parseDecimal(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Ten-thousandths as a number while that is exact, as a bigint beyond. The two compare exactly with each other. */
export type Scaled = number | bigint

/** Reads a decimal for comparing. Throws AmountProblem. */
export function scaled(text: Decimal): Scaled {
  return plain(text) ?? longOrWrong(text)
}

/** Most amounts: up to ten digits and up to four decimals, read without a second look. */
function plain(text: Decimal): number | null {
  let value = 0
  let point = -1
  const { length } = text
  if (length === 0 || length > 14) return null
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code === 46 && point < 0 && index > 0 && index < length - 1) point = index
    else if (code >= 48 && code <= 57) value = value * 10 + code - 48
    else return null
  }
  const decimals = point < 0 ? 0 : length - point - 1
  if (decimals > fractionDigits || length - decimals > 11) return null
  for (let place = decimals; place < fractionDigits; place++) value *= 10
  return value
}

function longOrWrong(text: Decimal): Scaled {
  const { whole, fraction } = split(text)
  const digits = whole + fraction
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : BigInt(digits)
}

/** As `scaled`, but an unreadable amount is `null`: whoever compares must then refuse. */
export function scaledOrNull(text: Decimal): Scaled | null {
  try {
    return scaled(text)
  } catch {
    return null
  }
}
