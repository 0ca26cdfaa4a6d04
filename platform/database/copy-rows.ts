/** Reads PostgreSQL's binary COPY row by row in place: a field is decoded only when it is asked for, and most never become objects. */
import type { RowReader } from '../../kernel/authority/store/row-reader.ts'
import type { Texts } from '../../kernel/authority/store/texts.ts'
import type { Values } from '../../kernel/authority/store/values.ts'
import { copyHeaderEnd, textArray } from './copy-decoder.ts'

/** Milliseconds from 1970 to 2000, PostgreSQL's epoch. */
const epoch = 946_684_800_000
const perHigh = 2 ** 32

export type CopyField = 'text' | 'text[]' | 'boolean' | 'integer' | 'bigint' | 'timestamptz' | 'jsonb'

export class CopyRows implements RowReader {
  readonly #types: readonly CopyField[]
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  #bytes: Buffer = Buffer.alloc(0)
  #begun = false
  #ended = false

  constructor(types: readonly CopyField[]) {
    this.#types = types
    this.#starts = new Int32Array(types.length)
    this.#ends = new Int32Array(types.length)
  }

  /** Takes the next piece and shows each row it completes; the row is only there while `each` runs. */
  push(piece: Buffer, each: (row: RowReader) => void): void {
    let bytes = this.#bytes.length === 0 ? piece : Buffer.concat([this.#bytes, piece])
    let at = 0
    if (!this.#begun) {
      at = copyHeaderEnd(bytes)
      if (at < 0) {
        this.#bytes = bytes
        return
      }
      this.#begun = true
    }
    this.#bytes = bytes
    while (!this.#ended) {
      const end = this.#read(at)
      if (end < 0) break
      each(this)
      at = end
    }
    bytes = this.#ended ? Buffer.alloc(0) : bytes.subarray(at)
    this.#bytes = bytes
  }

  /** Throws if the copy broke off. */
  end(): void {
    if (!this.#ended) throw new RangeError('the copy broke off')
  }

  /** Finds the fields of the row at `at`; where it ends, or -1 when it has not wholly arrived or is the trailer. */
  #read(at: number): number {
    const bytes = this.#bytes
    const { length } = bytes
    if (length < at + 2) return -1
    const fields = bytes.readInt16BE(at)
    if (fields === -1) {
      this.#ended = true
      return -1
    }
    if (fields !== this.#types.length) throw new RangeError(`a row of ${fields} fields, not ${this.#types.length}`)
    let end = at + 2
    for (let field = 0; field < fields; field++) {
      if (length < end + 4) return -1
      const size = bytes.readInt32BE(end)
      end += 4
      this.#starts[field] = size < 0 ? -1 : end
      if (size > 0) end += size
      this.#ends[field] = end
    }
    return length < end ? -1 : end
  }

  #start(field: number): number {
    return this.#starts[field] as number
  }

  isNull(field: number): boolean {
    return this.#start(field) < 0
  }

  number(field: number): number {
    const start = this.#start(field)
    if (start < 0) return NaN
    const type = this.#types[field]
    if (type === 'integer') return this.#bytes.readInt32BE(start)
    const value = this.#bytes.readInt32BE(start) * perHigh + this.#bytes.readUInt32BE(start + 4)
    return type === 'timestamptz' ? Math.floor(value / 1000) + epoch : value
  }

  flag(field: number): boolean {
    return this.#start(field) >= 0 && this.#bytes[this.#start(field)] === 1
  }

  keep(field: number, texts: Texts): number {
    return this.isNull(field) ? -1 : texts.keepBytes(this.#bytes, this.#start(field), this.#ends[field] as number)
  }

  text(field: number): string {
    return this.isNull(field) ? '' : this.#bytes.toString('utf8', this.#start(field), this.#ends[field])
  }

  list(field: number): readonly string[] {
    return this.isNull(field) ? [] : textArray(this.#bytes.subarray(this.#start(field), this.#ends[field])).filter((each) => each !== null)
  }

  json<V>(field: number): V {
    // A version byte stands before the text.
    return JSON.parse(this.#bytes.toString('utf8', this.#start(field) + 1, this.#ends[field])) as V
  }

  value<V>(field: number, values: Values<V>, read: (field: number) => V): number {
    return values.keepStored(this.#bytes, this.#start(field), this.#ends[field] as number, () => read(field))
  }

  raw(field: number): string {
    return this.isNull(field) ? '' : this.#bytes.toString('latin1', this.#start(field), this.#ends[field])
  }
}
