/** Whether a line would put an incompatible pair of matters in one hand in one entity: looked at before it is issued or accepted (rule 17). */
import { firstStop } from './in-force.ts'
import { heldBy, holdersIn, mattersNaming, onMatter, type IssueWorld } from './issue-context.ts'
import type { DelegationFact, Holder, Instant, MatterFact } from './model.ts'
import type { Reason } from './reasons.ts'
import { isControlled, meet, pairsOf } from './rules/incompatible-exercise.ts'
import { inSubtree, runsAt, type World } from './world.ts'

/** Posts through which a holder acts. */
const postsOf = (holder: Holder): readonly string[] => (holder.kind === 'joint' ? holder.posts : 'post' in holder ? [holder.post] : [])

/** People who would decide under it at an instant, as far as the holder names them or their posts. */
function peopleOf(world: IssueWorld, holder: Holder, at: Instant): readonly string[] {
  if ('person' in holder) return [holder.person]
  return postsOf(holder).flatMap(post =>
    holdersIn(world, post).filter(held => held.assignment === 'substantive' && runsAt(held, at)).map(({ person }) => person))
}

function inOneHand(world: IssueWorld, organisation: World, one: Holder, other: Holder, at: Instant): boolean {
  if (postsOf(one).some(post => postsOf(other).includes(post))) return true
  const people = peopleOf(world, one, at)
  if (people.length === 0) return false
  if (other.kind === 'class') {
    return people.some(person => heldBy(world, person).some(held => {
      const post = organisation.get('post', held.post)
      return held.assignment === 'substantive' && runsAt(held, at) && post?.grade === other.grade && inSubtree(organisation, post.entity, other.entity)
    }))
  }
  return peopleOf(world, other, at).some(person => people.includes(person))
}

/** Every delegation in force at the instant that puts the other matter of a pair in the same hand, where no control stands for it. */
export function apartFaults(
  world: IssueWorld, organisation: World, line: Pick<DelegationFact, 'id' | 'holder' | 'entities' | 'mayExercise'>, matter: MatterFact, at: Instant,
): Reason[] {
  if (!line.mayExercise) return []
  const pairs = pairsOf(matter, [...mattersNaming(world, matter.id)]).filter(({ scope }) => scope === 'entity')
  return pairs.flatMap(({ matter: other }) =>
    [...onMatter(world, other)]
      .filter(held => held.id !== line.id && held.mayExercise && firstStop(held, -Infinity, false, at) === null)
      .filter(held => inOneHand(world, organisation, line.holder, held.holder, at))
      .filter(held => line.entities.some(entity =>
        meet(organisation, [entity], held.entities) && !isControlled(organisation, entity, matter.id, other)))
      .map(held => ({ code: 'incompatible-exercise', delegation: line.id, matter: other, scope: 'entity', because: held.id }) as const),
  )
}
