/** The machine's clock. */
import type { Clock } from './ledger.ts'

export const systemClock: Clock = { now: () => Date.now() }
