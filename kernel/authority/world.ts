/** The organisation as the rules see it: at one effective instant, as known at one moment of the register, or as a file would make it. */
import { runsAt } from './effective.ts'
import { deepestTree } from './store/entity-columns.ts'
import type { MentioningKind } from './mentions.ts'
import type { AssignmentFact, CredentialFact, Fact, FactKind, Holder, Instant } from './model.ts'

export interface World {
  readonly at: Instant
  /** The fact, if it is effective at `at`. */
  get<K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string): Extract<Fact, { kind: K }> | null
  /** Assignments of a person running at `at`. */
  assignmentsOf(person: string): readonly AssignmentFact[]
  /** Credentials of a person, lapsed ones too. */
  credentialsOf(person: string): readonly CredentialFact[]
  /** Facts that mention `key` (see `mentions.ts`), effective at `at` or not. */
  mentioning<K extends MentioningKind>(kind: K, key: string): readonly Extract<Fact, { kind: K }>[]
}

export { runsAt }

/** An entity (a place) and all it lies in, through those that exist at the instant. */
function* rising(world: World, kind: 'entity' | 'place', id: string): Iterable<string> {
  let current: string | null = id
  for (let depth = 0; current !== null && depth < deepestTree; depth++) {
    yield current
    current = world.get(kind, current)?.parent ?? null
  }
}

export const ancestry = (world: World, entity: string): Iterable<string> => rising(world, 'entity', entity)

/** Whether an entity (a place) is `root` or lies below it. */
export function inTree(world: World, kind: 'entity' | 'place', id: string, root: string): boolean {
  for (const each of rising(world, kind, id)) if (each === root) return true
  return false
}

export const inSubtree = (world: World, entity: string, root: string): boolean => inTree(world, 'entity', entity, root)

/** The entities that are `root` or lie below it at the instant; null: more than `most`. */
export function subtreeOf(world: World, root: string, most: number): readonly string[] | null {
  const found = new Set([root])
  for (const each of found) {
    for (const below of world.mentioning('entity', each)) if (runsAt(below, world.at)) found.add(below.id)
    if (found.size > most) return null
  }
  return [...found]
}

export const inAnySubtree = (world: World, entity: string, roots: readonly string[]): boolean =>
  roots.some(root => inSubtree(world, entity, root))

/** Posts that place a holder in the organisation: the post itself, or those a person holds substantively. */
export function postsOf(world: World, holder: Holder): readonly string[] {
  switch (holder.kind) {
    case 'post':
    case 'person-in-post':
      return [holder.post]
    case 'person':
      return world.assignmentsOf(holder.person).filter(held => held.assignment === 'substantive').map(held => held.post)
    case 'joint':
      return holder.posts
    case 'body':
    case 'class':
      return []
  }
}

/** Entities a holder sits in; none while a person is between posts. */
export function seatsOf(world: World, holder: Holder): readonly string[] {
  if (holder.kind === 'body') {
    const body = world.get('body', holder.body)
    return body === null ? [] : [body.entity]
  }
  if (holder.kind === 'class') return [holder.entity]
  return postsOf(world, holder).flatMap(post => world.get('post', post)?.entity ?? [])
}
