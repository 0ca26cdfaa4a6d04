/** Decodes PostgreSQL's binary COPY format, in whatever pieces it arrives. Pure. */
import type { ColumnType } from '../ledger/fact-table.ts'

export type CopyType = ColumnType | 'bigint'
export type CopyValue = unknown

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
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

/** Where the header ends and the first row begins; -1 while it has not wholly arrived. */
export function copyHeaderEnd(bytes: Buffer): number {
  if (bytes.length < 19) return -1
  if (!bytes.subarray(0, 11).equals(signature)) throw new RangeError('not a binary copy')
  const start = 19 + bytes.readInt32BE(15)
  return bytes.length < start ? -1 : start
}

/** Decodes rows of columns of the given types; a bigint comes as a number, so it must be a safe one. */
export class CopyDecoder {
  readonly #types: readonly CopyType[]
  #rest: Buffer = Buffer.alloc(0)
  #begun = false
  #ended = false

  constructor(types: readonly CopyType[]) {
    this.#types = types
  }

  /** Takes the next piece; returns the rows it completed. */
  push(piece: Buffer): CopyValue[][] {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    let at = 0
    if (!this.#begun) {
      const start = copyHeaderEnd(bytes)
      if (start < 0) {
        this.#rest = bytes
        return []
      }
      at = start
      this.#begun = true
    }
    const rows: CopyValue[][] = []
    for (;;) {
      const end = this.#ended ? -1 : this.#rowEnd(bytes, at)
      if (end < 0) break
      rows.push(this.#row(bytes, at))
      at = end
    }
    this.#rest = this.#ended ? Buffer.alloc(0) : bytes.subarray(at)
    return rows
  }

  /** Throws if the copy broke off. */
  end(): void {
    if (!this.#ended) throw new RangeError('the copy broke off')
  }

  /** Where the row that begins at `at` ends; -1 when it has not wholly arrived, or when it is the trailer. */
  #rowEnd(bytes: Buffer, at: number): number {
    if (bytes.length < at + 2) return -1
    const fields = bytes.readInt16BE(at)
    if (fields === -1) {
      this.#ended = true
      return -1
    }
    if (fields !== this.#types.length) throw new RangeError(`a row of ${fields} fields, not ${this.#types.length}`)
    let end = at + 2
    for (let i = 0; i < fields; i++) {
      if (bytes.length < end + 4) return -1
      const length = bytes.readInt32BE(end)
      end += 4 + Math.max(length, 0)
    }
    return bytes.length < end ? -1 : end
  }

  #row(bytes: Buffer, start: number): CopyValue[] {
    let at = start + 2
    return this.#types.map((type) => {
      const length = bytes.readInt32BE(at)
      at += 4
      if (length < 0) return null
      at += length
      return decoders[type](bytes.subarray(at - length, at))
    })
  }
}
