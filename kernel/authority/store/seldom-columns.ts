/** What few lines have, by row: falling on a date, suspensions, emergency authority, a review, policies cited, terms that counted before. */
import { IntColumn, type IntRecords, type Room } from './columns.ts'
import type { DelegationRest } from './delegation-rest.ts'
import type { DelegationFact, Emergency, FormerTerms, Instant } from '../model.ts'

export class SeldomColumns {
  /** 1 where one of them stops the line at times, so that most lines are asked for none of them. */
  readonly stopping: IntColumn
  readonly fallsAt = new Map<number, Instant>()
  readonly suspensions = new Map<number, DelegationFact['suspensions']>()
  readonly emergencies = new Map<number, Emergency>()
  readonly reviewedAt = new Map<number, Instant>()
  readonly cites = new Map<number, DelegationFact['cites']>()
  readonly formerly = new Map<number, readonly FormerTerms[]>()

  constructor(records: IntRecords | Room) {
    this.stopping = new IntColumn(records)
  }

  put(row: number, { fallsAt, suspensions, emergency, reviewedAt, cites }: DelegationRest): void {
    const falls = !Number.isNaN(fallsAt)
    if (falls) this.fallsAt.set(row, fallsAt)
    if (suspensions.length > 0) this.suspensions.set(row, suspensions)
    if (emergency !== null) this.emergencies.set(row, emergency)
    this.stopping.set(row, falls || suspensions.length > 0 || emergency !== null ? 1 : 0)
    if (!Number.isNaN(reviewedAt)) this.reviewedAt.set(row, reviewedAt)
    if (cites.length > 0) this.cites.set(row, cites)
  }
}
