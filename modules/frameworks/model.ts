/** A bulletin: the next framework while it is prepared, its matters, what each old matter becomes, and when it takes effect. */
import { z } from 'zod'

import type { MatterFact } from '../../kernel/authority/model.ts'
import { calendarDate, identity, line, lines } from '../../platform/http/parse.ts'
import type { BulletinMapping } from './mapping.ts'

export { carries, hows, type BulletinMapping, type How } from './mapping.ts'

/** What its preparers say of the whole. Dates are read in the framework's zone; both are whole days. */
export const bulletinTerms = z.strictObject({
  title: line(200),
  /** T0, its first day. */
  first: calendarDate().nullable(),
  /** The last day on which what was not re-issued counts: T1 is the midnight after it. */
  until: calendarDate().nullable(),
  runningCases: z.enum(['keep', 'move']),
  grades: z.array(line(40)).min(1).max(60),
  acceptWithinDays: z.int().min(1).max(10_000),
})
export type BulletinTerms = z.infer<typeof bulletinTerms>

/** Of a matter, what the page edits; the rest is copied, or brought by a file. */
export const matterTerms = z.strictObject({
  name: line(300),
  area: line(100),
  description: lines(2000).nullable(),
  citation: line(300).nullable(),
  acceptance: z.enum(['before-use', 'after']),
  delegable: z.enum(['yes', 'once', 'no']),
  reservedTo: line(300),
  personalOnly: z.boolean(),
})
export type MatterTerms = z.infer<typeof matterTerms>

export type BulletinState = 'preparing' | 'consulting' | 'promulgated' | 'withdrawn'

export interface Bulletin {
  /** The id its framework will have. */
  readonly id: string
  readonly version: number
  readonly state: BulletinState
  readonly supersedes: string
  readonly terms: BulletinTerms
  readonly matters: readonly MatterFact[]
  readonly mappings: readonly BulletinMapping[]
  /** Old matters whose delegations are re-issued by the same act. */
  readonly reissue: readonly string[]
  /** Persons who prepare it with whoever began it. */
  readonly group: readonly string[]
  readonly begunBy: string
  readonly instrument: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

export const byBulletin = z.strictObject({ id: identity() })
export const newBulletinId = () =>
  z.string().trim().regex(/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/, 'Use 3 to 60 small letters, digits, points and hyphens, for example concord-2027.')
