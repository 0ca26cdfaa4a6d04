/** What every columnar kind of fact has: an identity's versions, newest first, each known from its number until it is superseded. */
import { IntColumn, NumberColumn } from './columns.ts'
import type { Instant, LedgerNumber } from '../model.ts'

export class Versions {
  readonly number = new NumberColumn()
  /** NaN while current: the only cell ever written twice. */
  readonly supersededBy = new NumberColumn()
  readonly identity = new IntColumn()
  readonly effectiveFrom = new NumberColumn()
  readonly effectiveTo = new NumberColumn()
  readonly #latest = new IntColumn()
  readonly #earlier = new IntColumn()
  #rows = 0

  get rows(): number {
    return this.#rows
  }

  /** Takes a version; returns its row. */
  add(identity: number, from: Instant | null, to: Instant | null, number: LedgerNumber): number {
    const row = this.#rows++
    const earlier = this.#latest.get(identity)
    if (earlier >= 0) {
      this.supersededBy.set(earlier, number)
      this.#earlier.set(row, earlier)
    }
    this.#latest.set(identity, row)
    this.number.set(row, number)
    this.identity.set(row, identity)
    this.effectiveFrom.setOptional(row, from)
    this.effectiveTo.setOptional(row, to)
    return row
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
    while (row >= 0 && this.number.get(row) > known) row = this.#earlier.get(row)
    return row
  }

  /** Whether this version is what the register says at `known`. */
  isKnown(row: number, known: LedgerNumber): boolean {
    return this.number.get(row) <= known && !(this.supersededBy.get(row) <= known)
  }

  /** Half-open; an absent end reads as NaN and never excludes. */
  runsAt(row: number, at: Instant): boolean {
    return !(this.effectiveFrom.get(row) > at) && !(this.effectiveTo.get(row) <= at)
  }

  /** The rows known at `known`, in order of recording. */
  *all(known: LedgerNumber): Iterable<number> {
    for (let row = 0; row < this.#rows; row++) if (this.isKnown(row, known)) yield row
  }
}
