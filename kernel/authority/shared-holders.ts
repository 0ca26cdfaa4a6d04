/** Holders that are no single seat: a class (all of a grade in a unit) and posts that hold jointly (rule 6). */
import type { Ground } from './ground.ts'
import type { Holder } from './model.ts'
import { classKey } from './store/shared-links.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { ancestry, inSubtree, type World } from './world.ts'

type Seen = Pick<Ground, 'register' | 'times' | 'world'>

export type ClassHolder = Extract<Holder, { kind: 'class' }>
export type JointHolder = Extract<Holder, { kind: 'joint' }>

const isOfClass = (world: World, { grade, entity }: ClassHolder, post: string): boolean => {
  const fact = world.get('post', post)
  return fact !== null && fact.grade === grade && inSubtree(world, fact.entity, entity)
}

/** Posts that make the person a member of the class: held substantively, of that grade, in the unit or below it. */
export const postsInClass = ({ world }: Seen, holder: ClassHolder, person: string): readonly string[] =>
  world
    .assignmentsOf(person)
    .filter(({ assignment, post }) => assignment === 'substantive' && isOfClass(world, holder, post))
    .map(({ post }) => post)

/** Everybody in the class. */
export function membersOf({ register, times, world }: Seen, holder: ClassHolder): readonly string[] {
  const members = new Set<string>()
  const walked = new Set<string>()
  const walk = (entity: string): void => {
    if (walked.has(entity)) return
    walked.add(entity)
    for (const { id } of world.mentioning('post', entity)) {
      if (!isOfClass(world, holder, id)) continue
      for (const { assignment, person } of register.incumbents(id, times)) if (assignment === 'substantive') members.add(person)
    }
    for (const { id } of world.mentioning('entity', entity)) if (world.get('entity', id) !== null) walk(id)
  }
  walk(holder.entity)
  return [...members]
}

/** Delegations in any state to a class that a post belongs to, or belonged to when it was last recorded. */
export function* rowsOfClasses({ register, times, world }: Seen, post: string): Iterable<DelegationRow> {
  const fact = register.fact('post', post, times.known)
  if (fact === null || fact.grade === null) return
  for (const entity of ancestry(world, fact.entity)) yield* register.linked('class', classKey({ grade: fact.grade, entity }), times)
}

/** The most seats that these people, each offering the posts they hold, fill at once: nobody fills two. */
export function seatsFilled(offers: readonly (readonly string[])[]): number {
  const takenBy = new Map<string, number>()
  const seat = (who: number, tried: Set<string>): boolean =>
    (offers[who] ?? []).some(post => {
      if (tried.has(post)) return false
      tried.add(post)
      const other = takenBy.get(post)
      if (other !== undefined && !seat(other, tried)) return false
      takenBy.set(post, who)
      return true
    })
  return offers.filter((_, who) => seat(who, new Set())).length
}
