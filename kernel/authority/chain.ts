/** The chain a delegation hangs on, up to the root that cites a legal basis. */
import { DelegationRow } from './store/delegation-row.ts'
import type { Ground } from './ground.ts'
import { firstStop } from './in-force.ts'
import { lineFaults, recipientFaults, recipientFits, versionsFit } from './passing-on.ts'
import type { Reason, StopCode } from './reasons.ts'

export interface Chain {
  /** The delegation itself first, its root last. */
  readonly rows: readonly DelegationRow[]
  /** Why the climb ended before a root. */
  readonly broken: 'unknown' | 'cycle' | null
}

/** Longer chains turn in a circle. */
const deepestChain = 1000

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
  firstStop(row, ground.register.publishedAt(row), ground.acceptFirst, ground.times.on)

/** In force at (D, R): its own record and every ancestor's; vacancies break nothing. */
export function inForce(ground: Ground, leaf: DelegationRow): boolean {
  let row = leaf
  for (let distance = 0; distance < deepestChain; distance++) {
    if (stopOf(ground, row) !== null) return false
    if (row.isRoot) return true
    const parent = ground.register.parentOf(row, ground.times.known)
    if (parent === null) return false
    row = parent
  }
  return false
}

/** Whether the chain above carries the delegation, without saying why not. */
export function chainCarries(ground: Ground, leaf: DelegationRow): boolean {
  const { register, times, grades, matter } = ground
  const { links, delegations, entities } = register.store
  const judge = (child: number, parent: number): boolean =>
    versionsFit({ child: new DelegationRow(delegations, child), parent: new DelegationRow(delegations, parent), ...ground })
  let child = leaf
  for (let distance = 1; !child.isRoot; distance++) {
    if (distance > deepestChain || (matter !== null && matter.delegable !== 'yes')) return false
    const parent = register.parentOf(child, times.known)
    if (parent === null || (parent.subdelegation?.depth ?? 0) < distance || stopOf(ground, parent) !== null) return false
    // Places move in their tree: what speaks of them is judged at the instant.
    const fits = delegations.placed.has(parent.row)
      ? judge(child.row, parent.row)
      : links.of(child.row, parent.row, grades, matter?.basis ?? 'act', judge)
    if (!fits) return false
    if (delegations.entities.get(child.row) !== delegations.entities.get(parent.row)) {
      const roots = delegations.entityNumbers(parent.row)
      const given = delegations.entityNumbers(child.row)
      for (let index = 0; index < given.length; index++) {
        const entity = given[index] as number
        // What exists no more gives nothing away.
        if (!entities.liesUnder(entity, roots, times.on, times.known) && entities.exists(entity, times.on, times.known)) return false
      }
    }
    if (distance === 1 && isScoped(parent) && !recipientFits({ child, parent, ...ground })) return false
    child = parent
  }
  return true
}

const isScoped = ({ subdelegation }: DelegationRow): boolean => subdelegation !== null && (subdelegation.ownEntityOnly || subdelegation.lowestGrade !== null)

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
