/** A clock that is set: for loading an invented past as if it had been recorded when it happened, and for tests. Nowhere else. */
import type { Instant } from '../../kernel/authority/model.ts'
import type { Clock } from './ledger.ts'

export class SeededClock implements Clock {
  #now: Instant

  constructor(now: Instant) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  set(now: Instant): void {
    this.#now = now
  }
}
