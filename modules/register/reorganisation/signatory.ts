/**
 * Who signs a reorganisation: the head, in person and in substance, of an entity above all that end, within which everything goes on. A line
 * is theirs to move or end if they may take it back (rule 7); the head of the whole may for every line, roots among them, for there nobody stands above.
 */
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { ReorganisationPlan } from '../../../kernel/authority/acts/reorganise.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { ancestry } from '../../../kernel/authority/world.ts'
import { mayTakeBack } from '../may-pass-on.ts'

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

export interface Competence {
  /** The entity they head; null: they head none above all that end, or something would go on outside it. */
  readonly heads: string | null
  /** Lines that are not theirs to move or end. */
  readonly notTheirs: readonly string[]
}

/** Whether somebody, in the post in which they act, may sign for these lines. */
export function competenceOf(
  register: Register, plan: ReorganisationPlan, lines: readonly DelegationFact[], person: string, capacity: string | null, times: Times,
): Competence {
  const post = capacity === null ? null : register.fact('post', capacity)
  const inIt = capacity !== null && register.incumbents(capacity, times).some((held) => held.person === person && held.assignment === 'substantive')
  const heads = post?.heads === true && inIt && above(register, plan, times).includes(post.entity) ? post.entity : null
  if (heads === null || !destinations(plan).every((entity) => register.inSubtree(entity, heads, times))) return { heads: null, notTheirs: [] }
  const isWhole = register.fact('entity', heads)?.parent == null
  return { heads, notTheirs: isWhole ? [] : lines.filter((fact) => !mayTakeBack(register, fact, person, capacity, times)).map(({ id }) => id) }
}

/** Heads who could sign it now, the nearest first. */
export function couldSign(register: Register, plan: ReorganisationPlan, lines: readonly DelegationFact[], times: Times): readonly { person: string; post: string }[] {
  return above(register, plan, times).flatMap((entity) => {
    const head = register.headOf(entity, times)
    return (head?.incumbents ?? []).filter(({ person, post }) => {
      const { heads, notTheirs } = competenceOf(register, plan, lines, person, post, times)
      return heads !== null && notTheirs.length === 0
    }).map(({ person, post }) => ({ person, post }))
  })
}
