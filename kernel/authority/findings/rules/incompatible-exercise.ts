/**
 * One person may exercise two matters that are to be kept apart in an entity (rule 17; UNDP Financial Regulation 20.02), and no control
 * stands in for the second person there.
 */
import { stopOf } from '../../chain.ts'
import { exercising } from '../../exercising.ts'
import { inAnySubtree } from '../../world.ts'
import type { DelegationRow } from '../../store/delegation-row.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'
import type { LookedLine } from '../looked-line.ts'

/** Lines on a matter to the person by name or to a post they sit in. */
function* linesOf({ register, times }: Look, person: string, matter: string): Iterable<DelegationRow> {
  for (const row of register.linked('person', person, times)) if (row.matter === matter) yield row
  for (const post of register.postsEverHeld(person, times.known)) {
    for (const row of register.linked('post', post, times)) if (row.holderKind === 'post' && row.matter === matter) yield row
  }
}

/** The entity both cover, if any. */
function sharedEntity({ world }: Look, one: readonly string[], other: readonly string[]): string | null {
  return one.find(entity => inAnySubtree(world, entity, other)) ?? other.find(entity => inAnySubtree(world, entity, one)) ?? null
}

function isControlled(look: Look, entity: string, one: string, other: string): boolean {
  const { register, times, world } = look
  for (let at: string | null = entity, depth = 0; at !== null && depth < 100; depth++) {
    for (const control of register.mentioning('control', at, times.known)) {
      if (control.matters.includes(one) && control.matters.includes(other) && look.runs(control)) return true
    }
    at = world.get('entity', at)?.parent ?? null
  }
  return false
}

export function incompatibleExercise(line: LookedLine): readonly Found[] {
  const { look, row, ground: { matter } } = line
  if (matter === null || matter.incompatible.length === 0 || !row.mayExercise) return nothing
  for (const pair of matter.incompatible) {
    if (pair.scope !== 'entity') continue
    const ground = look.ground(pair.matter)
    for (const person of line.persons) {
      for (const other of linesOf(look, person, pair.matter)) {
        look.watchLine(other)
        if (other.post !== null) look.watchPost(other.post, ground.longestActingDays)
        if (!other.mayExercise || stopOf(ground, other) !== null || exercising(ground, other, person).fault !== null) continue
        const entity = sharedEntity(look, row.entities, other.entities)
        if (entity === null || isControlled(look, entity, row.matter, pair.matter)) continue
        return [{
          rule: 'incompatible-exercise', since: Math.max(row.effectiveFrom, other.effectiveFrom),
          cause: { person: ref('person', person), other: ref('delegation', other.id), matter: ref('matter', pair.matter), entity: ref('entity', entity) },
        }]
      }
    }
  }
  return nothing
}
