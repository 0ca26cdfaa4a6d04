/** What would wait while somebody is absent, and who could act for them. Status grants nothing: a proposal is not an act (rule 14). */
import { ifPersonLeaves, type IfPersonLeaves } from './if-person-leaves.ts'
import type { Instant, PostFact, Times } from './model.ts'
import type { Register } from './register.ts'
import { runsAt, type World } from './world.ts'

export interface Proposal {
  /** The post to act in. */
  readonly post: string
  /** Who could, the nearest in grade first; at most five. */
  readonly persons: readonly { readonly person: string; readonly post: string; readonly grade: string | null }[]
}

export interface IfAbsent extends IfPersonLeaves {
  readonly proposals: readonly Proposal[]
}

const most = 5

/** Recorded leave that meets the time. */
const isAway = (world: World, person: string, from: Instant, to: Instant): boolean =>
  world.mentioning('absence', person).some(
    ({ effectiveFrom, effectiveTo }) => (effectiveFrom ?? -Infinity) < to && from < (effectiveTo ?? Infinity),
  )

function proposalsFor(register: Register, post: PostFact, person: string, from: Instant, to: Instant, times: Times): Proposal['persons'] {
  const world = register.world(times)
  const grades = register.framework(times)?.grades ?? []
  const distance = (grade: string | null): number => {
    const [here, there] = [grades.indexOf(post.grade ?? ''), grades.indexOf(grade ?? '')]
    return here < 0 || there < 0 ? Infinity : Math.abs(here - there)
  }
  const colleagues = register
    .mentioning('post', post.entity, times.known)
    .filter(each => each.id !== post.id && runsAt(each, times.on))
    .flatMap(each => register.assignmentsTo(each.id, times.known).map(held => ({ held, post: each.id, grade: each.grade })))
    .filter(({ held }) => held.assignment === 'substantive' && runsAt(held, from) && (held.effectiveTo === null || held.effectiveTo >= to))
    .filter(({ held }) => held.person !== person && world.get('person', held.person)?.staff === true && !isAway(world, held.person, from, to))
  const nearest = colleagues.sort((a, b) => distance(a.grade) - distance(b.grade) || (a.held.person < b.held.person ? -1 : 1))
  return nearest.slice(0, most).map(({ held, post: own, grade }) => ({ person: held.person, post: own, grade }))
}

/** The effect of `person` being away from `from` until `to`, as known at `known`; asked at `now`. */
export function ifAbsent(
  register: Register, person: string, { from, to }: { readonly from: Instant; readonly to: Instant }, { known, now }: Pick<Times, 'known' | 'now'>,
): IfAbsent {
  const times = { on: from, known, now }
  const world = register.world(times)
  const posts = world.assignmentsOf(person).flatMap(({ assignment, post }) =>
    assignment === 'substantive' ? (world.get('post', post) ?? []) : [])
  return {
    ...ifPersonLeaves(register, person, times),
    proposals: posts.map(post => ({ post: post.id, persons: proposalsFor(register, post, person, from, to, times) })),
  }
}
