/** When each ledger number was recorded, and the day on which the register opened. */
import { dateOf, endOfDay, startOfDay } from '../../time/instants.ts'
import type { Instant, LedgerNumber } from '../model.ts'

export class LedgerTimes {
  readonly #numbers: LedgerNumber[] = []
  readonly #instants: Instant[] = []
  #zone: string | null = null
  /** Rows of a stored register come many to a number. */
  #lastAsked = NaN
  #lastAnswer: Instant = 0
  #firstDay: { readonly from: Instant; readonly to: Instant } | null = null

  get head(): LedgerNumber {
    return this.#numbers.at(-1) ?? 0
  }

  get openedAt(): Instant | null {
    return this.#firstDay?.from ?? null
  }

  record(number: LedgerNumber, recordedAt: Instant): void {
    if (number < this.head) throw new RangeError(`Ledger numbers ascend: ${number} after ${this.head}`)
    if (number === this.head && this.#numbers.length > 0) return
    this.#numbers.push(number)
    this.#instants.push(recordedAt)
    this.#lastAsked = NaN
    if (this.#firstDay === null) this.#setFirstDay(recordedAt, 'UTC')
  }

  /** The first framework's zone says which midnight opened the register; a later change of zone does not move it. */
  useZone(zone: string): void {
    if (this.#zone !== null) return
    this.#zone = zone
    this.#setFirstDay(this.#instants[0] as Instant, zone)
  }

  #setFirstDay(first: Instant, zone: string): void {
    const day = dateOf(first, zone)
    this.#firstDay = { from: startOfDay(day, zone), to: endOfDay(day, zone) }
  }

  /** Index of the last entry for which `value` is at most `bound`; -1 if none. */
  #last(values: readonly number[], bound: number): number {
    let low = 0
    let high = values.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((values[middle] as number) <= bound) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  numberAt(at: Instant): LedgerNumber {
    return this.#numbers[this.#last(this.#instants, at)] ?? 0
  }

  recordedAt(number: LedgerNumber): Instant {
    if (number !== this.#lastAsked) {
      this.#lastAnswer = this.#instants[this.#last(this.#numbers, number)] ?? 0
      this.#lastAsked = number
    }
    return this.#lastAnswer
  }

  /** From when a record made at `recordedAt` counts: at once, but on the register's first day from its midnight. */
  publishedAt(recordedAt: Instant): Instant {
    const day = this.#firstDay
    return day !== null && recordedAt < day.to ? day.from : recordedAt
  }
}
