/** What every columnar kind of fact has: an identity's versions, newest first, each known from its number until it is superseded. */
import { IntColumn, IntRecords, NumberColumn, NumberRecords, type Room } from './columns.ts'
import type { Instant, LedgerNumber } from '../model.ts'

export class Versions {
  /** Shared by every column that has a cell a version. */
  readonly room: Room = { cells: 0 }
  /** Where the columns lie that most questions read, each kind adding its own: in records, or one by one. */
  readonly instants: NumberRecords | Room
  readonly ints: IntRecords | Room
  readonly number: NumberColumn
  /** NaN while current: the only cell ever written twice. */
  readonly supersededBy: NumberColumn
  readonly effectiveFrom: NumberColumn
  readonly effectiveTo: NumberColumn
  readonly identity: IntColumn
  /** Where terms change on a date: from when a row's terms count, and until when a row of former terms does. Absent, as mostly: always. */
  readonly #termsFrom = new NumberColumn()
  readonly #termsUntil = new NumberColumn()
  /** From a row to that of the terms before, and back. */
  readonly #former = new IntColumn()
  readonly #later = new IntColumn()
  readonly #latest = new IntColumn(this.room)
  readonly #earlier = new IntColumn(this.room)
  #rows = 0
  /** The highest number of a version: asked as known after it, the latest is what is known. */
  #newest = 0

  /** How many columns a kind adds to its records; null: no records, where most columns are mostly empty and take no room. */
  constructor(moreInstants: number | null = null, moreInts: number | null = null) {
    this.instants = moreInstants === null ? this.room : new NumberRecords(4 + moreInstants, this.room)
    this.ints = moreInts === null ? this.room : new IntRecords(1 + moreInts, this.room)
    this.number = new NumberColumn(this.instants)
    this.supersededBy = new NumberColumn(this.instants)
    this.effectiveFrom = new NumberColumn(this.instants)
    this.effectiveTo = new NumberColumn(this.instants)
    this.identity = new IntColumn(this.ints)
  }

  get rows(): number {
    return this.#rows
  }

  /** Takes a version; returns its row. Versions of an identity may come in any order: a stored register is read as it lies. */
  add(identity: number, from: Instant | null, to: Instant | null, number: LedgerNumber): number {
    return this.load(identity, from ?? NaN, to ?? NaN, number)
  }

  /** As `add`, with absent instants as NaN. */
  load(identity: number, from: number, to: number, number: LedgerNumber): number {
    const row = this.#rows++
    this.number.set(row, number)
    if (number > this.#newest) this.#newest = number
    this.identity.set(row, identity)
    this.effectiveFrom.setIfThere(row, from)
    this.effectiveTo.setIfThere(row, to)
    let later = -1
    let earlier = this.#latest.get(identity)
    while (earlier >= 0 && this.number.get(earlier) > number) {
      later = earlier
      earlier = this.#earlier.get(earlier)
    }
    if (earlier >= 0) {
      this.#supersede(earlier, number)
      this.#earlier.set(row, earlier)
    }
    if (later < 0) this.#latest.set(identity, row)
    else {
      this.supersededBy.set(row, this.number.get(later))
      this.#earlier.set(later, row)
    }
    return row
  }

  #supersede(version: number, number: LedgerNumber): void {
    for (let row = version; row >= 0; row = this.#former.get(row)) this.supersededBy.set(row, number)
  }

  /** Takes a row for the terms that counted in place of `later`'s until an instant; known as long as the version it belongs to. */
  addFormer(later: number, until: Instant): number {
    const row = this.#rows++
    for (const column of [this.number, this.effectiveFrom, this.effectiveTo, this.supersededBy]) column.setIfThere(row, column.get(later))
    this.identity.set(row, this.identity.get(later))
    this.#termsFrom.set(later, until)
    this.#termsUntil.set(row, until)
    this.#former.set(later, row)
    this.#later.set(row, later)
    return row
  }

  /** Whether the row's terms count at an instant; one row of a version does at each. */
  termsCount(row: number, at: Instant): boolean {
    return !(this.#termsFrom.get(row) > at) && !(this.#termsUntil.get(row) <= at)
  }

  /** The row of the version itself, with the terms that counted last. */
  versionOf(row: number): number {
    let version = row
    for (let later = this.#later.get(row); later >= 0; later = this.#later.get(later)) version = later
    return version
  }

  /** The newest version of an identity, -1 if none. */
  latest(identity: number): number {
    return identity < 0 ? -1 : this.#latest.get(identity)
  }

  /** The version before, -1 if none. */
  earlier(row: number): number {
    return this.#earlier.get(row)
  }

  /** The version of an identity known at `known`, -1 if none. */
  known(identity: number, known: LedgerNumber): number {
    let row = this.latest(identity)
    if (known >= this.#newest) return row
    while (row >= 0 && this.number.get(row) > known) row = this.#earlier.get(row)
    return row
  }

  /** As `known`, with the terms that count at an instant. */
  knownAt(identity: number, known: LedgerNumber, at: Instant): number {
    let row = this.known(identity, known)
    while (this.#termsFrom.get(row) > at) row = this.#former.get(row)
    return row
  }

  /** Whether this version is what the register says at `known`. */
  isKnown(row: number, known: LedgerNumber): boolean {
    return (known >= this.#newest || this.number.get(row) <= known) && !(this.supersededBy.get(row) <= known)
  }

  /** Whether this row is what the register says at `known` of an instant. */
  isKnownAt(row: number, known: LedgerNumber, at: Instant): boolean {
    return this.isKnown(row, known) && this.termsCount(row, at)
  }

  /** Half-open; an absent end reads as NaN and never excludes. */
  runsAt(row: number, at: Instant): boolean {
    return !(this.effectiveFrom.get(row) > at) && !(this.effectiveTo.get(row) <= at)
  }

  /** Rows in order of recording. */
  inOrder(rows: number[]): number[] {
    return rows.sort((one, other) => this.number.get(one) - this.number.get(other) || one - other)
  }

  /** The versions known at `known`, each in the row of the terms that count at an instant, as they were taken. */
  *all(known: LedgerNumber, at: Instant = Infinity): Iterable<number> {
    for (let row = 0; row < this.#rows; row++) if (this.isKnownAt(row, known, at)) yield row
  }
}
