/** Who sees which findings: monitors and auditors all, a head those of their entities, everybody what is theirs or about them. */
import type { Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Asker } from '../../platform/access/asker.ts'

export type Sight =
  | { readonly all: true }
  | { readonly all: false; readonly person: string; readonly posts: readonly string[]; readonly entities: readonly string[] }

/** Entities below `roots`, themselves included. */
export function entitiesUnder(register: Register, roots: readonly string[], times: Times): string[] {
  if (roots.length === 0) return []
  return [...register.facts('entity', times.known)].filter(({ id }) => roots.some((root) => register.inSubtree(id, root, times))).map(({ id }) => id)
}

export function sightOf(register: Register, asker: Asker, times: Times): Sight {
  if (asker.kind === 'operator' || asker.kind === 'program') return { all: true }
  if (asker.kind === 'nobody') return { all: false, person: '', posts: [], entities: [] }
  if (asker.roles.includes('monitor') || asker.roles.includes('auditor')) return { all: true }
  const held = register.assignmentsOf(asker.person, times).filter(({ assignment, instrument }) => assignment === 'substantive' || instrument !== null)
  const posts = held.map(({ post }) => post)
  const heads = posts.flatMap((id) => {
    const post = register.fact('post', id, times.known)
    return post?.heads === true ? [post.entity] : []
  })
  return { all: false, person: asker.person, posts, entities: entitiesUnder(register, heads, times) }
}

interface Seen {
  readonly entity: string | null
  readonly persons: readonly string[]
  readonly posts: readonly string[]
  readonly owner: string | null
}

export const sees = (sight: Sight, { entity, persons, posts, owner }: Seen): boolean =>
  sight.all || owner === sight.person || persons.includes(sight.person) || posts.some((post) => sight.posts.includes(post)) ||
  (entity !== null && sight.entities.includes(entity))
