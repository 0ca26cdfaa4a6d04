/** What must hold between a delegation and the one it was passed on from: checked at issue and at every use after. */
import { measuresOf } from './limits/measures.ts'
import { readLimits, type BoxList } from './limits/read-box.ts'
import { limitWithin, widerIn } from './limits/within.ts'
import type { Line } from './line.ts'
import type { Box, Holder, MatterFact } from './model.ts'
import type { Reason } from './reasons.ts'
import { fails, failsAll, type Told } from './told.ts'
import { inAnySubtree, postsOf, seatsOf, type World } from './world.ts'

export interface Link {
  readonly child: Line
  readonly parent: Line
  readonly matter: MatterFact | null
  readonly grades: readonly string[]
  readonly world: World
}

/** Whether the rule holds; if not, `told` hears why. */
type Rule = (link: Link, told: Told) => boolean

const exactMatter: Rule = ({ child, parent }, told) =>
  child.matter === parent.matter ||
  fails(told, () => ({ code: 'exact-matter', delegation: child.id, matter: child.matter, parentMatter: parent.matter }))

const noPermission = ({ child, parent }: Link, told: Told): false =>
  fails(told, () => ({ code: 'no-subdelegation', delegation: child.id, parent: parent.id }))

const permitted: Rule = (link, told) => (link.parent.subdelegation?.depth ?? 0) >= 1 || noPermission(link, told)

const delegableStill: Rule = (link, told) => link.matter === null || link.matter.delegable === 'yes' || noPermission(link, told)

const notLonger: Rule = ({ child, parent }, told) =>
  parent.subdelegation?.endRequired !== true || child.effectiveTo !== null ||
  fails(told, () => ({ code: 'end-required', delegation: child.id, parent: parent.id }))

/** Entities that exist no more give nothing away; those that do must lie in what the parent covers. */
const entitiesInside: Rule = ({ child, parent, world }, told) => {
  if (child.entities === parent.entities) return true
  const outside = child.entities.find(entity => !inAnySubtree(world, entity, parent.entities) && world.get('entity', entity) !== null)
  if (outside === undefined) return true
  return fails(told, () => ({ code: 'wrong-entity', delegation: child.id, entity: outside, entities: parent.entities }))
}

function notWider(link: Link, boxes: BoxList, limits: () => readonly Box[], told: Told): boolean {
  const { child, parent } = link
  if (boxes.count === 0) return true
  const measures = measuresOf(link)
  if (limitWithin(child.boxes, boxes, measures)) return true
  return failsAll(told, () =>
    widerIn(child.boxes, boxes, measures).map(dimension => ({
      code: 'never-wider',
      delegation: child.id,
      dimension,
      parent: parent.id,
      limits: limits(),
      from: parent.effectiveFrom,
      until: parent.effectiveTo,
    })),
  )
}

const insideParent: Rule = (link, told) => notWider(link, link.parent.boxes, () => link.parent.limits, told)

const insidePermission: Rule = (link, told) => {
  const limits = link.parent.subdelegation?.limits ?? null
  return limits === null || notWider(link, readLimits(limits), () => limits, told)
}

/** Of posts that hold jointly each must be a right recipient; of the posts one person is in, one. */
const allOrOne = (holder: Holder, found: readonly string[], right: (one: string) => boolean): boolean =>
  holder.kind === 'joint' ? found.every(right) : found.some(right)

const ownEntity: Rule = ({ child, parent, world }, told) => {
  if (parent.subdelegation?.ownEntityOnly !== true) return true
  // While the delegate is between posts their own entity cannot be told: what they covered stands in for it.
  const seats = seatsOf(world, parent.holder)
  const own = seats.length > 0 ? seats : parent.entities
  if (allOrOne(child.holder, seatsOf(world, child.holder), seat => inAnySubtree(world, seat, own))) return true
  return fails(told, () => ({ code: 'recipient-scope', delegation: child.id, parent: parent.id, needs: 'own-entity', grade: null }))
}

const highEnough: Rule = ({ child, parent, grades, world }, told) => {
  const lowest = parent.subdelegation?.lowestGrade ?? null
  if (lowest === null) return true
  const floor = grades.indexOf(lowest)
  const isHigh = (grade: string | null): boolean => grade !== null && floor >= 0 && grades.indexOf(grade) >= floor
  const { holder } = child
  const high =
    holder.kind === 'class'
      ? isHigh(holder.grade)
      : allOrOne(holder, postsOf(world, holder), post => isHigh(world.get('post', post)?.grade ?? null))
  return high || fails(told, () => ({ code: 'recipient-scope', delegation: child.id, parent: parent.id, needs: 'grade', grade: lowest }))
}

/** What two versions say of each other, whenever it is asked. */
const ofTheVersions: readonly Rule[] = [exactMatter, permitted, notLonger, insideParent, insidePermission]
/** What the law and the organisation make of them at the instant. */
const ofTheMoment: readonly Rule[] = [delegableStill, entitiesInside]
const ofTheRecipient: readonly Rule[] = [ownEntity, highEnough]

function faultsOf(rules: readonly Rule[], link: Link): readonly Reason[] {
  const told: Reason[] = []
  for (const rule of rules) rule(link, told)
  return told
}

const allHold = (rules: readonly Rule[], link: Link): boolean => {
  for (const rule of rules) if (!rule(link, null)) return false
  return true
}

/** Everything wrong between the lines themselves. */
export const lineFaults = (link: Link): readonly Reason[] => faultsOf([...ofTheVersions, ...ofTheMoment], link)

/** Everything wrong with who received it. Never asked of an ancestor: that its holder moved is a vacancy, not an end. */
export const recipientFaults = (link: Link): readonly Reason[] => faultsOf(ofTheRecipient, link)

/** Whether the two versions fit each other, by what they say alone: true for ever once true, under the same grades and basis, unless they speak of places. */
export const versionsFit = (link: Link): boolean => allHold(ofTheVersions, link)

export const recipientFits = (link: Link): boolean => allHold(ofTheRecipient, link)
