/** Reads the limit most lines have, a band up to an amount and nothing else, as PostgreSQL writes it: keys by their length. */
import { fractionDigits } from '../amount.ts'
import type { RowReader } from './row-reader.ts'

const codes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** A version byte stands first. */
const beforeAmount = codes('\x01[{"amount": {"upTo": "')
const beforeCurrency = codes('", "currency": "')
const end = codes('"}}]')
const point = 46
const quote = 34
const zero = 48
/** With the decimals they are exact as a scaled number. */
const wholeDigits = 11
const shortest = beforeAmount.length + 1 + beforeCurrency.length + 3 + end.length
const longest = shortest + wholeDigits + fractionDigits

function isAt(row: RowReader, field: number, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index++) if (row.byte(field, at + index) !== expected[index]) return false
  return true
}

export class UsualLimit {
  /** Scaled, as amounts are compared. */
  upTo = 0
  decimals = 0
  currency = ''
  #currencyCode = 0

  /** Whether the field holds a limit of this form, written as it would be written back; then its parts. */
  read(row: RowReader, field: number): boolean {
    const size = row.size(field)
    if (size < shortest || size > longest || !isAt(row, field, 0, beforeAmount)) return false
    const at = this.#readAmount(row, field, beforeAmount.length)
    if (at < 0 || at + beforeCurrency.length + 3 + end.length !== size || !isAt(row, field, at, beforeCurrency)) return false
    return this.#readCurrency(row, field, at + beforeCurrency.length) && isAt(row, field, size - end.length, end)
  }

  /** Where the amount ends; -1: it is not written in the plain form. */
  #readAmount(row: RowReader, field: number, from: number): number {
    let value = 0
    let pointAt = -1
    let at = from
    for (let code = row.byte(field, at); code !== quote; code = row.byte(field, ++at)) {
      if (at - from > wholeDigits + fractionDigits) return -1
      if (code === point && pointAt < 0) pointAt = at
      else if (code >= zero && code < zero + 10) value = value * 10 + code - zero
      else return -1
    }
    const wholeEnd = pointAt < 0 ? at : pointAt
    const decimals = pointAt < 0 ? 0 : at - pointAt - 1
    if (wholeEnd === from || wholeEnd - from > wholeDigits || decimals > fractionDigits || (pointAt >= 0 && decimals === 0)) return -1
    if (row.byte(field, from) === zero && wholeEnd > from + 1) return -1
    this.upTo = value * 10 ** (fractionDigits - decimals)
    this.decimals = decimals
    return at
  }

  /** Three capitals. */
  #readCurrency(row: RowReader, field: number, at: number): boolean {
    const one = row.byte(field, at)
    const two = row.byte(field, at + 1)
    const three = row.byte(field, at + 2)
    if (!isCapital(one) || !isCapital(two) || !isCapital(three)) return false
    const code = (one << 16) | (two << 8) | three
    if (code !== this.#currencyCode) {
      this.#currencyCode = code
      this.currency = String.fromCharCode(one, two, three)
    }
    return true
  }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90
