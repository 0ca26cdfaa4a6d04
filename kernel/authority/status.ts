/** What state a delegation is in at (D, R), and why: for pages and lists. */
import { chainCarries, chainFaults, climb, stopOf } from './chain.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { isManned } from './exercising.ts'
import { groundOf, type Ground } from './ground.ts'
import { allStops } from './in-force.ts'
import type { Times } from './model.ts'
import { inTellingOrder, type Reason, type StopCode } from './reasons.ts'
import type { Register } from './register.ts'

export type DelegationState =
  | 'in-force'
  /** In force, but nobody holds the post now. */
  | 'vacant'
  | 'awaiting-acceptance'
  | 'not-published'
  | 'not-started'
  | 'expired'
  | 'revoked'
  | 'fallen'
  | 'withdrawn'
  | 'declined'
  | 'rescinded'
  | 'suspended'
  /** Emergency authority whose trigger is not declared. */
  | 'dormant'
  /** An ancestor is not in force. */
  | 'chain-broken'
  /** It no longer fits what it was passed on from: its use is stopped until it is mended. */
  | 'invalid'
  | 'not-recorded'

export interface DelegationStatus {
  readonly state: DelegationState
  readonly reasons: readonly Reason[]
}

const stateOf = (stop: StopCode, row: DelegationRow, { times }: Ground): DelegationState => {
  if (stop === 'emergency-dormant') return 'dormant'
  if (stop === 'not-accepted') return 'awaiting-acceptance'
  if (stop === 'not-in-force') return times.on < row.effectiveFrom ? 'not-started' : 'expired'
  return stop
}

function vacancy(ground: Ground, row: DelegationRow): Reason {
  const { holder, id } = row
  if (holder.kind === 'class') return { code: 'class-empty', delegation: id, grade: holder.grade, entity: holder.entity }
  const empty = holder.kind === 'joint' ? holder.posts.find(post => ground.register.incumbents(post, ground.times).length === 0) : row.post
  return { code: 'vacancy', delegation: id, post: empty ?? '' }
}

function stateAndChain(ground: Ground, row: DelegationRow): { state: DelegationState; reasons: readonly Reason[] } {
  const stop = stopOf(ground, row)
  const own =
    stop === null
      ? []
      : allStops(row, ground.register.publishedAt(row), ground.acceptFirst, ground.times.on, row.id)
  const chain = climb(ground, row)
  const above = chainCarries(ground, row) ? [] : chainFaults(ground, chain)
  const reasons = inTellingOrder([...own, ...above])
  if (stop !== null) return { state: stateOf(stop, row, ground), reasons }
  if (above.some(reason => reason.code === 'chain-broken')) return { state: 'chain-broken', reasons }
  if (above.length > 0) return { state: 'invalid', reasons }
  return isManned(ground, row) ? { state: 'in-force', reasons } : { state: 'vacant', reasons: [vacancy(ground, row)] }
}

/** The state of a delegation read in place. */
export const statusOfRow = (register: Register, row: DelegationRow, times: Times): DelegationStatus =>
  stateAndChain(groundOf(register, row.matter, times), row)

/** What state a delegation is in at (D, R), and why. */
export function statusOf(register: Register, delegation: string, times: Times): DelegationStatus {
  const row = register.delegation(delegation, times)
  return row === null ? { state: 'not-recorded', reasons: [] } : statusOfRow(register, row, times)
}
