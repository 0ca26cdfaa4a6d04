/** The chain a delegation hangs on, up to the root that cites a legal basis. */
import type { DelegationRow } from './store/delegation-row.ts'
import type { Ground } from './ground.ts'
import { firstStop } from './in-force.ts'
import { lineFaults, lineHolds, recipientFaults } from './passing-on.ts'
import type { Reason, StopCode } from './reasons.ts'

export interface Chain {
  /** The delegation itself first, its root last. */
  readonly rows: readonly DelegationRow[]
  /** Why the climb ended before a root. */
  readonly broken: 'unknown' | 'cycle' | null
}

/** Climbs from a delegation to its root, as known at R. */
export function climb(ground: Ground, leaf: DelegationRow): Chain {
  const rows = [leaf]
  for (let at = leaf; !at.isRoot;) {
    const parent = ground.register.parentOf(at, ground.times.known)
    if (parent === null) return { rows, broken: 'unknown' }
    if (rows.some(below => below.row === parent.row)) return { rows, broken: 'cycle' }
    rows.push(parent)
    at = parent
  }
  return { rows, broken: null }
}

/** What stops a delegation by its own record. */
export const stopOf = (ground: Ground, row: DelegationRow): StopCode | null =>
  firstStop({ terms: row, publishedAt: ground.register.publishedAt(row), acceptFirst: ground.acceptFirst, at: ground.times.on })

/** In force at (D, R): its own record and every ancestor's; vacancies break nothing. */
export function inForce(ground: Ground, leaf: DelegationRow): boolean {
  if (stopOf(ground, leaf) !== null) return false
  if (leaf.isRoot) return true
  const { rows, broken } = climb(ground, leaf)
  return broken === null && rows.every(row => stopOf(ground, row) === null)
}

/** Whether the chain above carries the delegation, without saying why not. */
export function chainHolds(ground: Ground, { rows, broken }: Chain): boolean {
  if (broken !== null) return false
  for (let distance = 1; distance < rows.length; distance++) {
    const child = rows[distance - 1] as DelegationRow
    const parent = rows[distance] as DelegationRow
    if (stopOf(ground, parent) !== null || (parent.subdelegation?.depth ?? 0) < distance) return false
    if (!lineHolds({ child, parent, ...ground })) return false
  }
  const [child, parent] = rows
  return child === undefined || parent === undefined || recipientFaults({ child, parent, ...ground }).length === 0
}

/** Everything wrong above a delegation, and with how it was passed on. */
export function chainFaults(ground: Ground, { rows, broken }: Chain): Reason[] {
  const leaf = rows[0] as DelegationRow
  const faults: Reason[] = []
  if (broken !== null) faults.push({ code: 'chain-broken', delegation: leaf.id, at: rows.at(-1)?.parent ?? leaf.id, because: broken })
  rows.forEach((parent, distance) => {
    const child = rows[distance - 1]
    if (child === undefined) return
    const stop = stopOf(ground, parent)
    if (stop !== null) faults.push({ code: 'chain-broken', delegation: leaf.id, at: parent.id, because: stop })
    const depth = parent.subdelegation?.depth ?? 0
    if (distance > 1 && depth > 0 && depth < distance) faults.push({ code: 'too-deep', delegation: leaf.id, ancestor: parent.id, depth })
    faults.push(...lineFaults({ child, parent, ...ground }))
    if (distance === 1) faults.push(...recipientFaults({ child, parent, ...ground }))
  })
  return faults
}
