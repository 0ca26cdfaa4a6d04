/** Decodes the values of PostgreSQL's binary COPY format. Pure. */
import type { ColumnType } from '../ledger/fact-table.ts'

export type CopyType = ColumnType | 'bigint'
export type CopyValue = unknown

/** Milliseconds from 1970 to 2000, PostgreSQL's epoch. */
const epoch = 946_684_800_000

/** A text[] as it is sent. */
export function textArray(bytes: Buffer): (string | null)[] {
  if (bytes.readInt32BE(0) === 0) return []
  const items: (string | null)[] = []
  const count = bytes.readInt32BE(12)
  let at = 20
  for (let i = 0; i < count; i++) {
    const length = bytes.readInt32BE(at)
    at += 4
    items.push(length < 0 ? null : bytes.toString('utf8', at, at + length))
    if (length > 0) at += length
  }
  return items
}

/** Digits in base 10,000, the weight of the first, a sign, and how many decimals to show. */
function numeric(bytes: Buffer): string {
  const count = bytes.readInt16BE(0)
  const weight = bytes.readInt16BE(2)
  const sign = bytes.readUInt16BE(4)
  const scale = bytes.readInt16BE(6)
  if (sign !== 0 && sign !== 0x4000) throw new RangeError('not a finite number')
  const digit = (place: number): string => {
    const index = weight - place
    return String(index >= 0 && index < count ? bytes.readInt16BE(8 + index * 2) : 0).padStart(4, '0')
  }
  let whole = ''
  for (let place = Math.max(weight, 0); place >= 0; place--) whole += digit(place)
  let decimals = ''
  for (let place = -1; decimals.length < scale; place--) decimals += digit(place)
  const shown = whole.replace(/^0+(?=\d)/, '') + (scale > 0 ? `.${decimals.slice(0, scale)}` : '')
  return sign === 0 ? shown : `-${shown}`
}

function instantOf(bytes: Buffer): number {
  const microseconds = bytes.readBigInt64BE(0)
  return Number(microseconds / 1000n) - (microseconds < 0n && microseconds % 1000n !== 0n ? 1 : 0) + epoch
}

const decoders: Readonly<Record<CopyType, (bytes: Buffer) => CopyValue>> = {
  text: (bytes) => bytes.toString('utf8'),
  'text[]': textArray,
  boolean: (bytes) => bytes[0] === 1,
  integer: (bytes) => bytes.readInt32BE(0),
  bigint: (bytes) => Number(bytes.readBigInt64BE(0)),
  numeric,
  timestamptz: instantOf,
  // A version byte stands before the text.
  jsonb: (bytes) => JSON.parse(bytes.toString('utf8', 1)) as CopyValue,
}

/** Every value of a row; a bigint comes as a number, so it must be a safe one. */
export const decodeRow = (row: { bytes(field: number): Buffer | null }, types: readonly CopyType[]): CopyValue[] =>
  types.map((type, field) => {
    const bytes = row.bytes(field)
    return bytes === null ? null : decoders[type](bytes)
  })
