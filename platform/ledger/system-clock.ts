/** The machine's clock. */
import type { Instant } from '../../kernel/authority/model.ts'
import type { Clock } from './ledger.ts'

export class SystemClock implements Clock {
  now(): Instant {
    return Date.now()
  }
}
