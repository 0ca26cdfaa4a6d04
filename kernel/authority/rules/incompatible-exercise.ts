/** Incompatible pairs look at exercise: not held to exercise together in an entity, or not used on the same case (rule 17). */
import { rowsOfPerson, type Candidate } from '../candidate.ts'
import { inForce } from '../chain.ts'
import type { Check } from '../check.ts'
import { exercising } from '../exercising.ts'
import { groundOf } from '../ground.ts'
import type { Inquiry } from '../inquiry.ts'
import type { IncompatiblePair, MatterFact } from '../model.ts'
import { fails } from '../told.ts'
import { ancestry, inAnySubtree, runsAt, type World } from '../world.ts'

/** Pairs a matter is one of, whichever of the two names the other. */
export function pairsOf(matter: MatterFact, naming: Iterable<MatterFact>): readonly IncompatiblePair[] {
  const pairs = [...matter.incompatible]
  for (const other of naming) {
    for (const pair of other.incompatible) if (pair.matter === matter.id) pairs.push({ matter: other.id, scope: pair.scope })
  }
  return pairs
}

/** Whether two lists of subtrees have an entity in common. */
export const meet = (world: World, some: readonly string[], others: readonly string[]): boolean =>
  some.some(entity => inAnySubtree(world, entity, others)) || others.some(entity => inAnySubtree(world, entity, some))

/** Whether a control stands in place of keeping the two apart, at the entity or above it. */
export function isControlled(world: World, entity: string, one: string, other: string): boolean {
  for (const above of ancestry(world, entity)) {
    for (const { matters, ...span } of world.mentioning('control', above)) {
      if (matters.includes(one) && matters.includes(other) && runsAt(span, world.at)) return true
    }
  }
  return false
}

/** The delegation by which the person holds the other matter, to exercise and in force, where the two meet. */
function heldTogether({ register, times, world }: Inquiry, { row, person }: Candidate, other: string): string | null {
  if (person === null) return null
  const ground = groundOf(register, other, times)
  if (ground.matter === null) return null
  const held = rowsOfPerson(ground, other, person).find(
    each => each.mayExercise && meet(world, row.entities, each.entities) && inForce(ground, each) &&
      exercising(ground, each, person).fault === null,
  )
  return held?.id ?? null
}

/** What the person decided on the other matter in the case asked about. */
const decidedInCase = ({ question, world, times }: Inquiry, person: string | null, other: string): string | null =>
  question.case === undefined || person === null
    ? null
    : (world.mentioning('exercise', `case:${question.case}`)
        .find(each => each.matter === other && each.person === person && each.decidedAt <= times.on)?.id ?? null)

export const keptApart: Check = (inquiry, candidate, told) => {
  const { matter, world } = inquiry
  if (matter === null || candidate.person === null) return true
  const naming = world.mentioning('matter', matter.id)
  if (matter.incompatible.length === 0 && naming.length === 0) return true
  let apart = true
  for (const { matter: other, scope } of pairsOf(matter, naming.filter(each => runsAt(each, world.at)))) {
    const because = scope === 'case' ? decidedInCase(inquiry, candidate.person, other) : heldTogether(inquiry, candidate, other)
    if (because === null) continue
    if (scope === 'entity' && candidate.entity !== null && isControlled(world, candidate.entity, matter.id, other)) continue
    apart = fails(told, () => ({ code: 'incompatible-exercise', delegation: candidate.row.id, matter: other, scope, because }))
  }
  return apart
}
