import { describe, expect, it } from 'vitest'

import { LimitColumns } from './limit-columns.ts'
import type { RowReader } from './row-reader.ts'
import { Texts } from './texts.ts'
import { Versions } from './versions.ts'
import type { Box } from '../model.ts'

/** A field as PostgreSQL sends a jsonb: a version byte and the text. */
function stored(text: string): RowReader {
  const bytes = new TextEncoder().encode(`\x01${text}`)
  const refuse = (): never => {
    throw new Error('Not asked of a limit.')
  }
  const reader: RowReader = {
    isNull: () => false, number: refuse, flag: refuse, keep: refuse, text: refuse, list: refuse, value: refuse,
    json: <V>() => JSON.parse(text) as V, size: () => bytes.length, byte: (_field, index) => bytes[index] as number,
    usual: -1,
    get rest() { return reader },
  }
  return reader
}

const upTo = (amount: string, currency = 'USD'): string => `[{"amount": {"upTo": "${amount}", "currency": "${currency}"}}]`

const plain = ['0', '1', '50000', '50000.5', '50000.00', '0.0001', '99999999999', '99999999999.9999'].map((amount) => upTo(amount))
const others = [
  ...['007', '.5', '5.', '1.2.3', '-1', '1e3', '', '0.00001', '100000000000'].map((amount) => upTo(amount)),
  ...['usd', 'EURO', ''].map((currency) => upTo('1', currency)),
  '[{"amount": {"over": "1", "upTo": "2", "currency": "USD"}}]', '[{"grade": "P-4", "amount": {"upTo": "2", "currency": "USD"}}]',
  '[{"amount": {"upTo": "1", "currency": "USD"}}, {"amount": {"upTo": "2", "currency": "USD"}}]', '[]', '[{}]',
]

function keepsToTheLetter(text: string, inPlace: boolean): void {
  const columns = new LimitColumns(new Texts(), new Versions(2, 3))
  const limits = JSON.parse(text) as readonly Box[]
  expect(columns.load(0, stored(text), 0)).toEqual(inPlace ? null : limits)
  expect(columns.limits(0)).toEqual(limits)
  const added = new LimitColumns(new Texts(), new Versions(2, 3))
  added.add(0, limits)
  for (let index = 0; index < limits.length; index++) expect(columns.read(0, index)).toEqual(added.read(0, index))
}

describe('a stored limit', () => {
  it.each(plain)('that is a band up to an amount is read in place: %s', (text) => keepsToTheLetter(text, true))
  it.each(others)('of any other kind, or written otherwise, is read as a value: %s', (text) => keepsToTheLetter(text, false))
})
