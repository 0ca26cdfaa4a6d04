/** The organisation as the rules see it: at one effective instant, as known at one moment of the register, or as a file would make it. */
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

export { runsAt } from './effective.ts'

/** Whether `entity` is `root` or lies below it, through entities that exist at the instant. */
export function inSubtree(world: World, entity: string, root: string): boolean {
  let current: string | null = entity
  for (let depth = 0; current !== null && depth < deepestTree; depth++) {
    if (current === root) return true
    current = world.get('entity', current)?.parent ?? null
  }
  return false
}

/** The entity and all it lies in, through entities that exist at the instant. */
export function* ancestry(world: World, entity: string): Iterable<string> {
  let current: string | null = entity
  for (let depth = 0; current !== null && depth < deepestTree; depth++) {
    yield current
    current = world.get('entity', current)?.parent ?? null
  }
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
