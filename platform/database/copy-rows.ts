/** Reads a row of PostgreSQL's binary COPY in place: a field is decoded only when it is asked for, and most never become objects. */
import type { RowReader } from '../../kernel/authority/store/row-reader.ts'
import type { Texts } from '../../kernel/authority/store/texts.ts'
import type { Values } from '../../kernel/authority/store/values.ts'
import { textArray, type CopyType } from './copy-decoder.ts'

/** Milliseconds from 1970 to 2000, PostgreSQL's epoch. */
const epoch = 946_684_800_000
const perHigh = 2 ** 32

/** The last field of a row may be a record of more: none where it is the first of the usual records, or the number of another. */
export interface CopiedRest {
  readonly types: readonly CopyType[]
  readonly usual: readonly Buffer[]
}

const objectIdBytes = 4

export class CopyRows implements RowReader {
  readonly #types: readonly CopyType[]
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  /** By field, the number of the text it last held: the next is often the same, or the one after it. */
  readonly #kept: Int32Array
  #bytes: Buffer = Buffer.alloc(0)
  #view: DataView = new DataView(new ArrayBuffer(0))
  readonly #rest: CopyRows | null
  readonly #usual: readonly Buffer[]

  constructor(types: readonly CopyType[], rest: CopiedRest | null = null) {
    const fields = types.length + (rest === null ? 0 : 1)
    this.#types = types
    this.#starts = new Int32Array(fields)
    this.#ends = new Int32Array(fields)
    this.#kept = new Int32Array(fields).fill(-1)
    this.#rest = rest === null ? null : new CopyRows(rest.types)
    this.#usual = rest?.usual ?? []
  }

  /** Finds the fields of a row; what is asked afterwards is asked of it. */
  read(bytes: Buffer, from: number, to: number): void {
    this.#turnTo(bytes)
    this.#find(this.#view.getInt16(from), from + 2, to, 0)
  }

  /** The same of a record: more room for how many fields there are, and a type before each. */
  readRecord(bytes: Buffer, from: number, to: number): void {
    this.#turnTo(bytes)
    this.#find(this.#view.getInt32(from), from + 4, to, objectIdBytes)
  }

  #turnTo(bytes: Buffer): void {
    if (bytes === this.#bytes) return
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  #find(fields: number, from: number, to: number, before: number): void {
    const view = this.#view
    const starts = this.#starts
    const ends = this.#ends
    if (fields !== starts.length) throw new RangeError(`a row of ${fields} fields, not ${starts.length}`)
    let end = from
    for (let field = 0; field < fields; field++) {
      end += before
      const size = view.getInt32(end)
      end += 4
      starts[field] = size < 0 ? -1 : end
      if (size > 0) end += size
      ends[field] = end
    }
    if (end !== to) throw new RangeError('a row does not end where it should')
  }

  get usual(): number {
    const field = this.#types.length
    const start = this.#start(field)
    if (start < 0) return 0
    // A record of one field, where the rest has more: the number of a usual one.
    return this.#view.getInt32(start) === 1 ? this.#view.getInt32(start + 4 + objectIdBytes + 4) : -1
  }

  get rest(): RowReader {
    const { usual } = this
    const rest = this.#rest
    if (rest === null) throw new RangeError('a row without a rest')
    const field = this.#types.length
    const record = usual < 0 ? null : this.#usual[usual]
    if (record === null) rest.readRecord(this.#bytes, this.#start(field), this.#ends[field] as number)
    else if (record === undefined) throw new RangeError(`no rest is numbered ${usual}`)
    else rest.readRecord(record, 0, record.length)
    return rest
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
    if (type === 'integer') return this.#view.getInt32(start)
    const value = this.#view.getInt32(start) * perHigh + this.#view.getUint32(start + 4)
    return type === 'timestamptz' ? Math.floor(value / 1000) + epoch : value
  }

  flag(field: number): boolean {
    return this.#start(field) >= 0 && this.#bytes[this.#start(field)] === 1
  }

  keep(field: number, texts: Texts): number {
    const start = this.#start(field)
    if (start < 0) return -1
    return (this.#kept[field] = texts.keepBytes(this.#view, start, this.#ends[field] as number, this.#kept[field] as number))
  }

  /** The field as it came; null where there is none. */
  bytes(field: number): Buffer | null {
    return this.isNull(field) ? null : this.#bytes.subarray(this.#start(field), this.#ends[field])
  }

  text(field: number): string {
    return this.isNull(field) ? '' : this.#bytes.toString('utf8', this.#start(field), this.#ends[field])
  }

  list(field: number): readonly string[] {
    const bytes = this.bytes(field)
    return bytes === null ? [] : textArray(bytes).filter((each) => each !== null)
  }

  json<V>(field: number): V {
    // A version byte stands before the text.
    return JSON.parse(this.#bytes.toString('utf8', this.#start(field) + 1, this.#ends[field])) as V
  }

  value<V>(field: number, values: Values<V>, read: (field: number) => V): number {
    const start = Math.max(this.#start(field), 0)
    const number = values.keepStored(this.#view, start, Math.max(this.#ends[field] as number, start), this.#kept[field] as number)
    if (number === values.count) values.push(read(field))
    return (this.#kept[field] = number)
  }

  size(field: number): number {
    return this.isNull(field) ? 0 : (this.#ends[field] as number) - this.#start(field)
  }

  byte(field: number, index: number): number {
    return this.#view.getUint8(this.#start(field) + index)
  }
}
