/**
 * Who signs a reorganisation, in person and in substance: the head of an entity above all that end, within which everything goes on, for lines
 * they may take back (rule 7); or whoever holds what the framework leaves undelegated, for every line, roots among them.
 */
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { ReorganisationPlan } from '../../../kernel/authority/acts/reorganise.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { ancestry } from '../../../kernel/authority/world.ts'
import { mayTakeBack } from '../may-pass-on.ts'
import { signingPosts } from '../signing-posts.ts'

/** Entities above all that end, the nearest first. */
export function above(register: Register, { ending }: ReorganisationPlan, times: Times): readonly string[] {
  const world = register.world(times)
  const [first, ...others] = Object.keys(ending).map((entity) => [...ancestry(world, entity)].slice(1))
  return (first ?? []).filter((entity) => !(entity in ending) && others.every((chain) => chain.includes(entity)))
}

/** Where something goes on: what takes the place of those that end, and what is founded under. */
const destinations = ({ ending, founded, seats, choices, otherwise }: ReorganisationPlan): readonly string[] => {
  const begins = new Set(founded.map(({ id }) => id))
  const named = [
    ...Object.values(ending), ...founded.map(({ parent }) => parent), ...Object.values(seats).flatMap((of) => Object.values(of)),
    ...[...Object.values(choices), otherwise].map((choice) => (choice?.kind === 'moves' ? choice.to : null)),
  ]
  return named.filter((entity): entity is string => entity !== null && !begins.has(entity))
}

const signingNow = (register: Register, times: Times): ReadonlySet<string> => {
  const framework = register.framework(times)
  return framework === null ? new Set() : signingPosts(register, framework.id)
}

export interface Competence {
  /** False: they head nothing above all that end, or something would go on outside it. */
  readonly competent: boolean
  /** Lines that are not theirs to move or end. */
  readonly notTheirs: readonly string[]
}

/** Whether somebody, in the post in which they act, may sign for these lines. */
export function competenceOf(
  register: Register, plan: ReorganisationPlan, lines: readonly DelegationFact[], person: string, capacity: string | null, times: Times,
): Competence {
  const none: Competence = { competent: false, notTheirs: [] }
  const post = capacity === null ? null : register.fact('post', capacity)
  if (post === null || !register.incumbents(post.id, times).some((held) => held.person === person && held.assignment === 'substantive')) return none
  if (signingNow(register, times).has(post.id)) return { competent: true, notTheirs: [] }
  const heads = post.heads && above(register, plan, times).includes(post.entity)
  if (!heads || !destinations(plan).every((entity) => register.inSubtree(entity, post.entity, times))) return none
  return { competent: true, notTheirs: lines.filter((fact) => !mayTakeBack(register, fact, person, capacity, times)).map(({ id }) => id) }
}

/** Who could sign it now: heads above, the nearest first, then whoever signs for the whole. */
export function couldSign(register: Register, plan: ReorganisationPlan, lines: readonly DelegationFact[], times: Times): readonly { person: string; post: string }[] {
  const heads = above(register, plan, times).flatMap((entity) => register.headOf(entity, times)?.post.id ?? [])
  const posts = new Set([...heads, ...signingNow(register, times)])
  return [...posts].flatMap((post) => register.incumbents(post, times)).filter(({ person, post }) => {
    const { competent, notTheirs } = competenceOf(register, plan, lines, person, post, times)
    return competent && notTheirs.length === 0
  }).map(({ person, post }) => ({ person, post }))
}
