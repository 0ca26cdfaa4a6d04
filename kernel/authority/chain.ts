/** The chain a delegation hangs on, up to the root that cites a legal basis. */
import { DelegationRow } from './store/delegation-row.ts'
import type { Ground } from './ground.ts'
import { firstStop, stands } from './in-force.ts'
import type { SubdelegationPermission } from './model.ts'
import { lineFaults, recipientFaults, recipientFits, versionsFit, type Link } from './passing-on.ts'
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
    const parent = ground.register.parentOf(at, ground.times)
    if (parent === null) return { rows, broken: 'unknown' }
    if (rows.some(below => below.row === parent.row)) return { rows, broken: 'cycle' }
    rows.push(parent)
    at = parent
  }
  return { rows, broken: null }
}

/** What stops a delegation by its own record. */
export const stopOf = (ground: Ground, row: DelegationRow): StopCode | null =>
  rowStands(ground, row.row) ? null : firstStop(row, ground.register.publishedAt(row), ground.acceptFirst, ground.times.on)

/** Whether nothing stops the version in a row by its own record. */
const rowStands = ({ register, times, acceptFirst }: Ground, row: number): boolean =>
  stands(register.store.delegations, row, register.publishedAtOf(row), acceptFirst, times.on)

/** In force at (D, R): its own record and every ancestor's; vacancies break nothing. */
export function inForce(ground: Ground, leaf: DelegationRow): boolean {
  const { register: { store: { delegations } }, times: { on, known } } = ground
  let { row } = leaf
  for (let distance = 0; distance < deepestChain; distance++) {
    if (!rowStands(ground, row)) return false
    const parent = delegations.parent.get(row)
    if (parent < 0) return true
    row = delegations.versions.knownAt(parent, known, on)
    if (row < 0) return false
  }
  return false
}

/** Whether the chain above carries the delegation, without saying why not. */
export function chainCarries(ground: Ground, leaf: DelegationRow): boolean {
  const { register: { store: { delegations } }, times: { on, known }, matter } = ground
  let child = leaf.row
  for (let distance = 1; ; distance++) {
    const above = delegations.parent.get(child)
    if (above < 0) return true
    if (distance > deepestChain || (matter !== null && matter.delegable !== 'yes')) return false
    const parent = delegations.versions.knownAt(above, known, on)
    if (parent < 0 || !rowStands(ground, parent)) return false
    const permission = delegations.permissionOf(parent)
    if (permission === null || permission.depth < distance) return false
    if (!versionsOfRowsFit(ground, child, parent) || !entitiesLieInside(ground, child, parent)) return false
    if (distance === 1 && isScoped(permission) && !recipientFits(linkOf(ground, child, parent))) return false
    child = parent
  }
}

/** Whether it names who may receive. */
const isScoped = ({ ownEntityOnly, lowestGrade }: SubdelegationPermission): boolean => ownEntityOnly || lowestGrade !== null

function linkOf(ground: Ground, child: number, parent: number): Link {
  const { delegations } = ground.register.store
  return { child: new DelegationRow(delegations, child), parent: new DelegationRow(delegations, parent), ...ground }
}

/** What two versions say of each other is judged once; but places move in their tree: what speaks of them is judged at the instant. */
function versionsOfRowsFit(ground: Ground, child: number, parent: number): boolean {
  const { register: { store: { links, delegations } }, grades, matter } = ground
  if (delegations.placed.size > 0 && delegations.placed.has(parent)) return versionsFit(linkOf(ground, child, parent))
  const basis = matter?.basis ?? 'act'
  return links.remembered(child, parent, grades, basis) ?? links.remember(child, parent, basis, versionsFit(linkOf(ground, child, parent)))
}

/** Entities that exist no more give nothing away; those that do must lie in what the parent covers. */
function entitiesLieInside({ register: { store: { delegations, entities } }, times: { on, known } }: Ground, child: number, parent: number): boolean {
  if (delegations.entities.get(child) === delegations.entities.get(parent)) return true
  const roots = delegations.entityNumbers(parent)
  for (const entity of delegations.entityNumbers(child)) {
    if (!entities.liesUnder(entity, roots, on, known) && entities.exists(entity, on, known)) return false
  }
  return true
}

/** Everything wrong above a delegation, and with how it was passed on. */
export function chainFaults(ground: Ground, { rows, broken }: Chain): Reason[] {
  const leaf = rows[0] as DelegationRow
  const faults: Reason[] = []
  if (broken !== null) faults.push({ code: 'chain-broken', delegation: leaf.id, at: rows.at(-1)?.parent ?? leaf.id, because: broken })
  for (let distance = 1; distance < rows.length; distance++) {
    const child = rows[distance - 1] as DelegationRow
    const parent = rows[distance] as DelegationRow
    const stop = stopOf(ground, parent)
    if (stop !== null) faults.push({ code: 'chain-broken', delegation: leaf.id, at: parent.id, because: stop })
    const permission = parent.subdelegation
    const depth = permission?.depth ?? 0
    if (distance > 1 && depth > 0 && depth < distance) faults.push({ code: 'too-deep', delegation: leaf.id, ancestor: parent.id, depth })
    const holds = ground.matter?.delegable === 'yes' && versionsOfRowsFit(ground, child.row, parent.row) && entitiesLieInside(ground, child.row, parent.row)
    if (!holds) faults.push(...lineFaults(linkOf(ground, child.row, parent.row)))
    if (distance === 1 && permission !== null && isScoped(permission)) faults.push(...recipientFaults(linkOf(ground, child.row, parent.row)))
  }
  return faults
}
