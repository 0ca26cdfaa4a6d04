/** What must hold between a delegation and the one it was passed on from: checked at issue and at every use after. */
import { readLimits, type BoxList } from './limits/read-box.ts'
import { limitWithin, widerIn } from './limits/within.ts'
import type { Line } from './line.ts'
import type { Box, MatterFact } from './model.ts'
import type { Reason } from './reasons.ts'
import { inAnySubtree, postsOf, seatsOf, type World } from './world.ts'

export interface Link {
  readonly child: Line
  readonly parent: Line
  readonly matter: MatterFact | null
  readonly grades: readonly string[]
  readonly world: World
}

type Rule = (link: Link) => readonly Reason[]

const kept: readonly Reason[] = []

const exactMatter: Rule = ({ child, parent }) =>
  child.matter === parent.matter
    ? kept
    : [{ code: 'exact-matter', delegation: child.id, matter: child.matter, parentMatter: parent.matter }]

const permitted: Rule = ({ child, parent, matter }) => {
  const permission = parent.subdelegation
  return permission !== null && permission.depth >= 1 && (matter === null || matter.delegable === 'yes')
    ? kept
    : [{ code: 'no-subdelegation', delegation: child.id, parent: parent.id }]
}

const notLonger: Rule = ({ child, parent }) =>
  parent.subdelegation?.endRequired !== true || child.effectiveTo !== null
    ? kept
    : [{ code: 'end-required', delegation: child.id, parent: parent.id }]

/** Entities that exist no more give nothing away; those that do must lie in what the parent covers. */
const entitiesInside: Rule = ({ child, parent, world }) => {
  if (child.entities === parent.entities) return kept
  const outside = child.entities.find(entity => !inAnySubtree(world, entity, parent.entities) && world.get('entity', entity) !== null)
  return outside === undefined ? kept : [{ code: 'wrong-entity', delegation: child.id, entity: outside, entities: parent.entities }]
}

const wider = ({ child, parent, grades }: Link, boxes: BoxList, limits: readonly Box[]): readonly Reason[] =>
  limitWithin(child.boxes, boxes, grades)
    ? kept
    : widerIn(child.boxes, boxes, grades).map(dimension => ({
        code: 'never-wider',
        delegation: child.id,
        dimension,
        parent: parent.id,
        limits,
        from: parent.effectiveFrom,
        until: parent.effectiveTo,
      }))

const insideParent: Rule = link => wider(link, link.parent.boxes, link.parent.limits)

const insidePermission: Rule = link => {
  const limits = link.parent.subdelegation?.limits ?? null
  return limits === null ? kept : wider(link, readLimits(limits), limits)
}

const ownEntity: Rule = ({ child, parent, world }) => {
  if (parent.subdelegation?.ownEntityOnly !== true) return kept
  // While the delegate is between posts their own entity cannot be told: what they covered stands in for it.
  const seats = seatsOf(world, parent.holder)
  const own = seats.length > 0 ? seats : parent.entities
  return seatsOf(world, child.holder).some(seat => inAnySubtree(world, seat, own))
    ? kept
    : [{ code: 'recipient-scope', delegation: child.id, parent: parent.id, needs: 'own-entity', grade: null }]
}

const highEnough: Rule = ({ child, parent, grades, world }) => {
  const lowest = parent.subdelegation?.lowestGrade ?? null
  if (lowest === null) return kept
  const floor = grades.indexOf(lowest)
  const high = postsOf(world, child.holder).some(post => {
    const grade = world.get('post', post)?.grade ?? null
    return grade !== null && floor >= 0 && grades.indexOf(grade) >= floor
  })
  return high ? kept : [{ code: 'recipient-scope', delegation: child.id, parent: parent.id, needs: 'grade', grade: lowest }]
}

const ofTheLine: readonly Rule[] = [exactMatter, permitted, notLonger, entitiesInside, insideParent, insidePermission]
const ofTheRecipient: readonly Rule[] = [ownEntity, highEnough]

/** Everything wrong between the lines themselves. */
export const lineFaults = (link: Link): readonly Reason[] => ofTheLine.flatMap(rule => rule(link))

/** Everything wrong with who received it. Never asked of an ancestor: that its holder moved is a vacancy, not an end. */
export const recipientFaults = (link: Link): readonly Reason[] => ofTheRecipient.flatMap(rule => rule(link))

/** As `lineFaults(link).length === 0`, stopping at the first fault. */
export const lineHolds = (link: Link): boolean => ofTheLine.every(rule => rule(link).length === 0)
