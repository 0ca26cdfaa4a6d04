/** Lists of rows that share something, the last taken first. */
import { IntColumn, type IntRecords, type Room } from './columns.ts'
import type { Versions } from './versions.ts'
import type { LedgerNumber } from '../model.ts'

/** By one number: a person, a post, a matter, a parent. */
export class RowLinks {
  readonly #first = new IntColumn()
  readonly #next: IntColumn

  constructor(rows?: Room | IntRecords) {
    this.#next = new IntColumn(rows)
  }

  add(key: number, row: number): void {
    this.#next.set(row, this.#first.get(key))
    this.#first.set(key, row)
  }

  /** -1 when there are none (left). */
  first(key: number): number {
    return key < 0 ? -1 : this.#first.get(key)
  }

  next(row: number): number {
    return this.#next.get(row)
  }

  /** Linked rows known at `known`, in order of recording. */
  known(key: number, versions: Versions, known: LedgerNumber): number[] {
    const rows: number[] = []
    for (let row = this.first(key); row >= 0; row = this.next(row)) if (versions.isKnown(row, known)) rows.push(row)
    return rows.length > 1 ? versions.inOrder(rows) : rows
  }
}

const firstRoom = 1 << 10

/** By two numbers: what a holder holds on a matter. Open addressing, three cells an entry. */
export class PairLinks {
  #cells = new Int32Array(firstRoom * 3).fill(-1)
  #mask = firstRoom - 1
  #count = 0
  readonly #next: IntColumn

  constructor(rows?: Room | IntRecords) {
    this.#next = new IntColumn(rows)
  }

  add(one: number, other: number, row: number): void {
    let at = this.#place(one, other)
    if (this.#cells[at] === -1) {
      if ((this.#count + 1) * 9 > this.#cells.length * 2) {
        this.#widen()
        at = this.#place(one, other)
      }
      this.#count++
      this.#cells[at] = one
      this.#cells[at + 1] = other
    } else this.#next.set(row, this.#cells[at + 2] as number)
    this.#cells[at + 2] = row
  }

  first(one: number, other: number): number {
    return one < 0 || other < 0 ? -1 : (this.#cells[this.#place(one, other) + 2] as number)
  }

  next(row: number): number {
    return this.#next.get(row)
  }

  /** Where the pair stands, or would. */
  #place(one: number, other: number): number {
    const cells = this.#cells
    const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask
    while (cells[slot * 3] !== -1 && (cells[slot * 3] !== one || cells[slot * 3 + 1] !== other)) slot = (slot + 1) & this.#mask
    return slot * 3
  }

  #widen(): void {
    const old = this.#cells
    this.#cells = new Int32Array(old.length * 2).fill(-1)
    this.#mask = this.#mask * 2 + 1
    for (let at = 0; at < old.length; at += 3) {
      const one = old[at] as number
      if (one === -1) continue
      const place = this.#place(one, old[at + 1] as number)
      this.#cells[place] = one
      this.#cells[place + 1] = old[at + 1] as number
      this.#cells[place + 2] = old[at + 2] as number
    }
  }
}
