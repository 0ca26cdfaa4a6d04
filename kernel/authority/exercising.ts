/** Who exercises a delegation at an instant: the holder, and whoever acts for the holder with authority of record (rule 14). */
import type { DelegationRow } from './store/delegation-row.ts'
import type { Ground } from './ground.ts'
import type { AssignmentFact, AssignmentKind, Instant } from './model.ts'
import type { ActingFault, Reason } from './reasons.ts'

const day = 86_400_000

/** Status alone grants nothing: acting authority has its own instrument, exclusions and longest length. */
function actingFault(held: AssignmentFact, matter: string, longestActingDays: number | null, at: Instant): ActingFault | null {
  if (held.instrument === null) return 'no-instrument'
  if (held.excludes.includes(matter)) return 'matter-excluded'
  if (longestActingDays === null) return null
  return held.effectiveFrom !== null && at < held.effectiveFrom + longestActingDays * day ? null : 'too-long'
}

/** `null` faults: the person exercises it, in this kind of assignment (`null` for authority held in person). */
export interface Exercising {
  readonly assignment: AssignmentKind | null
  readonly fault: Reason | null
}

const inPerson: Exercising = { assignment: null, fault: null }
const substantively: Exercising = { assignment: 'substantive', fault: null }

function notInPost({ register, times }: Ground, row: DelegationRow, person: string, post: string): Exercising {
  const ends = register
    .assignmentsBetween(person, post, times.known)
    .map(held => held.effectiveTo ?? -Infinity)
    .filter(end => end <= times.on)
  const until = Math.max(...ends, -Infinity)
  return { assignment: null, fault: { code: 'not-in-post', delegation: row.id, post, until: until === -Infinity ? null : until } }
}

/** Whether `person`, linked to the delegation by name or by a post once held, exercises it at (D, R). */
export function exercising(ground: Ground, row: DelegationRow, person: string): Exercising {
  const { columns: { names, seat }, holderKind } = row
  if (holderKind === 'person' || holderKind === 'body') return inPerson
  const { assignments } = ground.register.store
  if (assignments.inPost(names.persons.find(person), seat.get(row.row), ground.times.on, ground.times.known)) return substantively
  const { post } = row
  if (post === null) return inPerson
  const held = ground.register.assignmentsOf(person, ground.times).filter(assignment => assignment.post === post)
  if (row.holderKind === 'person-in-post' || held.length === 0) return notInPost(ground, row, person, post)
  let first: Exercising | null = null
  for (const acting of held) {
    const because = actingFault(acting, row.matter, ground.longestActingDays, ground.times.on)
    if (because === null) return { assignment: acting.assignment, fault: null }
    first ??= {
      assignment: acting.assignment,
      fault: { code: 'acting-unrecorded', delegation: row.id, post, assignment: acting.assignment, because },
    }
  }
  return first ?? notInPost(ground, row, person, post)
}

/** Persons who exercise a delegation at (D, R), as far as its holder decides it. */
export function personsExercising(ground: Ground, row: DelegationRow): readonly string[] {
  const { holder } = row
  if (holder.kind === 'body' || holder.kind === 'class' || holder.kind === 'joint') return []
  const persons =
    holder.kind === 'post' ? [...new Set(ground.register.incumbents(holder.post, ground.times).map(held => held.person))] : [holder.person]
  return persons.filter(person => ground.world.get('person', person) !== null && exercising(ground, row, person).fault === null)
}
