/**
 * What would change if somebody moved to another post, before it happens: what they would leave, keep and come to hold, and what would stand
 * against it. Nothing falls; what is held in person goes with the person, as far as it still fits what it was passed on from.
 */
import { apartFaults } from './held-apart.ts'
import { actingFault, exercising, isManned } from './exercising.ts'
import { groundOf, type Ground } from './ground.ts'
import { linesHeld, type Left } from './if-person-leaves.ts'
import { issueWorld } from './issue.ts'
import type { AssignmentFact, Times } from './model.ts'
import { recipientFaults } from './passing-on.ts'
import { prerequisiteFaults } from './prerequisites.ts'
import type { Reason } from './reasons.ts'
import type { Register } from './register.ts'
import { servesUnder } from './rules/contract-kind.ts'
import { postsInClass, rowsOfClasses } from './shared-holders.ts'
import { statusOfRow, type DelegationState } from './status.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { inForceByItsLaw, subtree, uncoveredBy, type Uncovered } from './uncovered.ts'
import { inAnySubtree, type World } from './world.ts'

export interface Lost extends Left {
  /** Held in person, but no longer fitting where they would sit; empty: it stays with the post. */
  readonly because: readonly Reason[]
}

export interface Gained {
  readonly delegation: string
  /** As it stands now; `vacant` would have its holder then, and what is `invalid` would fit once they sit there. */
  readonly state: DelegationState
  /** Why they could not use it yet, or should not. */
  readonly against: readonly Reason[]
}

export interface IfPersonMoves {
  readonly loses: readonly Lost[]
  /** In force, and still theirs to use. */
  readonly keeps: readonly string[]
  readonly gains: readonly Gained[]
  /** In force, passed on by them in person, and no longer fitting once they sit elsewhere. */
  readonly unfit: readonly { readonly delegation: string; readonly because: readonly Reason[] }[]
  readonly uncovered: readonly Uncovered[]
}

/** States of a line that its holder uses, or will once something has been done. */
const tells: readonly DelegationState[] = ['in-force', 'vacant', 'awaiting-acceptance', 'not-started', 'suspended', 'dormant']

/** Of those, states in which they could use it from the first day. */
const atOnce: readonly DelegationState[] = ['in-force', 'vacant', 'invalid']

/** The organisation once they are in the post alone, beside whatever they act in; under the contract they have. */
function worldAfter(world: World, person: string, post: string): World {
  const now = world.assignmentsOf(person)
  const moved: AssignmentFact = {
    kind: 'assignment', id: '', person, post, assignment: 'substantive', instrument: null, excludes: [],
    contract: now.find(({ assignment }) => assignment === 'substantive')?.contract ?? null, effectiveFrom: world.at, effectiveTo: null,
  }
  const after = [...now.filter(({ assignment }) => assignment !== 'substantive'), moved]
  return {
    at: world.at, get: (kind, id) => world.get(kind, id), credentialsOf: id => world.credentialsOf(id), mentioning: (kind, key) => world.mentioning(kind, key),
    assignmentsOf: id => (id === person ? after : world.assignmentsOf(id)),
  }
}

interface Move {
  readonly register: Register
  readonly times: Times
  readonly person: string
  readonly post: string
  readonly after: World
}

/** Whether they would exercise it from the post, or by what they act in. */
function heldAfter({ register, times, person, post, after }: Move, row: DelegationRow): boolean {
  const { holder } = row
  const inThe = (one: string): boolean => {
    if (one === post) return true
    const ground = groundOf(register, row.matter, times)
    return register.assignmentsOf(person, times).some(held => held.post === one && held.assignment !== 'substantive' && actingFault(held, row, ground) === null)
  }
  switch (holder.kind) {
    case 'person': return holder.person === person
    case 'person-in-post': return holder.person === person && holder.post === post
    case 'post': return inThe(holder.post)
    case 'joint': return holder.posts.some(inThe)
    case 'class': return postsInClass({ register, times, world: after }, holder, person).length > 0
    case 'body': return false
  }
}

/** What a line's recipient does not fit, as the organisation stands. */
function recipientUnfit({ register, times }: Move, row: DelegationRow, world: World): readonly Reason[] {
  const parent = register.parentOf(row, times)
  if (parent === null) return []
  const ground = groundOf(register, row.matter, times)
  return recipientFaults({ child: row, parent, matter: ground.matter, grades: ground.grades, world })
}

function againstUse({ register, times, person, after }: Move, { matter }: Ground, row: DelegationRow, left: ReadonlySet<string>): readonly Reason[] {
  if (matter === null) return []
  const kinds = servesUnder(after.assignmentsOf(person), matter.contractKinds) ? [] : [{ code: 'contract-kind', delegation: row.id, person, kinds: matter.contractKinds } as const]
  const line = { id: row.id, holder: { kind: 'person', person } as const, entities: row.entities, mayExercise: row.mayExercise }
  const apart = apartFaults(issueWorld(register), after, line, matter, times.on).filter(reason => !('because' in reason) || !left.has(String(reason.because)))
  return [...prerequisiteFaults(after, matter, person, 'exercise'), ...kinds, ...apart]
}

/** Lines of the post, alone or with others, that they do not use now. */
function linesOfPost({ register, times, person, post, after }: Move): readonly DelegationRow[] {
  const ground = { register, times, world: after }
  const rows = [
    ...register.linked('post', post, times), ...register.heldJointly(post, times), ...rowsOfClasses(ground, post), ...register.linked('person', person, times),
  ]
  return [...new Map(rows.map(row => [row.id, row])).values()].filter(row => exercising(groundOf(register, row.matter, times), row, person).fault !== null)
}

/** The effect of `person` moving at D from the posts they hold to `post`. */
export function ifPersonMoves(register: Register, person: string, post: string, times: Times): IfPersonMoves {
  const world = register.world(times)
  if (world.get('person', person) === null || world.get('post', post) === null) return { loses: [], keeps: [], gains: [], unfit: [], uncovered: [] }
  const move: Move = { register, times, person, post, after: worldAfter(world, person, post) }
  const held = linesHeld(register, person, times)
  const looked = held.map(row => {
    const because = recipientUnfit(move, row, move.after)
    return { row, stays: !heldAfter(move, row), fitted: recipientUnfit(move, row, world).length === 0, fits: because.length === 0, because }
  })
  const lost = looked.filter(({ stays, fitted, fits }) => stays || (fitted && !fits))
  const kept = looked.filter(({ stays, fitted, fits }) => !stays && fitted && fits).map(({ row }) => row)
  const again = looked.filter(({ stays, fitted, fits }) => !stays && !fitted && fits).map(({ row }) => row)
  const left = new Set(lost.map(({ row }) => row.id))
  const gains = [...again, ...linesOfPost(move).filter(row => heldAfter(move, row))].flatMap(row => {
    const { state, reasons } = statusOfRow(register, row, times)
    const fitsAgain = again.includes(row) && state === 'invalid' && reasons.every(({ code }) => code === 'recipient-scope')
    return fitsAgain || tells.includes(state) ? [{ row, state, against: againstUse(move, groundOf(register, row.matter, times), row, left) }] : []
  })
  const usable = [...kept, ...gains.filter(({ state, against }) => against.length === 0 && atOnce.includes(state)).map(({ row }) => row)]
  const covers = (matter: string, entity: string): boolean => usable.some(row => row.matter === matter && row.mayExercise && inAnySubtree(world, entity, row.entities))
  const [first] = lost
  const uncovered = first === undefined ? [] : uncoveredBy(groundOf(register, first.row.matter, times), lost.map(({ row }) => row), person)
  return {
    loses: lost.map(({ row, stays, because }) => {
      const ground = groundOf(register, row.matter, times)
      const below = [...subtree(ground, row)].filter(each => each.id !== row.id && inForceByItsLaw(ground, each))
      return { delegation: row.id, vacant: !isManned(ground, row, person), below: below.length, because: stays ? [] : because }
    }),
    keeps: kept.map(({ id }) => id),
    gains: gains.map(({ row, state, against }) => ({ delegation: row.id, state, against })),
    unfit: held.filter(({ holderKind }) => holderKind === 'person').flatMap(row => [...register.linked('parent', row.id, times)])
      .filter(child => inForceByItsLaw(groundOf(register, child.matter, times), child))
      .flatMap(child => {
        const because = recipientUnfit(move, child, move.after)
        return because.length > 0 && recipientUnfit(move, child, world).length === 0 ? [{ delegation: child.id, because }] : []
      }),
    uncovered: uncovered.map(each => ({ ...each, nobodyElse: each.nobodyElse && !covers(each.matter, each.entity) })),
  }
}
