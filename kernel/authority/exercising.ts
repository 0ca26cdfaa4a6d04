/** Who exercises a delegation at an instant: the holder, and whoever acts for the holder with authority of record (rule 14). */
import type { DelegationRow } from './store/delegation-row.ts'
import type { Ground } from './ground.ts'
import type { AssignmentFact, AssignmentKind } from './model.ts'
import type { ActingFault, Reason } from './reasons.ts'
import { membersOf, postsInClass, seatsFilled, type ClassHolder } from './shared-holders.ts'

const day = 86_400_000

/** Status alone grants nothing: acting authority has its own instrument, exclusions and longest length. */
export function actingFault(held: AssignmentFact, row: DelegationRow, { longestActingDays, matter, times: { on: at } }: Ground): ActingFault | null {
  if (held.instrument === null) return 'no-instrument'
  if (held.excludes.includes(row.matter) || (matter !== null && held.excludes.includes(matter.id))) return 'matter-excluded'
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

function inPost(ground: Ground, row: DelegationRow, person: string, post: string): Exercising {
  const held = ground.register.assignmentsOf(person, ground.times).filter(assignment => assignment.post === post)
  if (held.some(assignment => assignment.assignment === 'substantive')) return substantively
  if (row.holderKind === 'person-in-post' || held.length === 0) return notInPost(ground, row, person, post)
  let first: Exercising | null = null
  for (const acting of held) {
    const because = actingFault(acting, row, ground)
    if (because === null) return { assignment: acting.assignment, fault: null }
    first ??= {
      assignment: acting.assignment,
      fault: { code: 'acting-unrecorded', delegation: row.id, post, assignment: acting.assignment, because },
    }
  }
  return first ?? notInPost(ground, row, person, post)
}

function inClass(ground: Ground, row: DelegationRow, holder: ClassHolder, person: string): Exercising {
  if (postsInClass(ground, holder, person).length > 0) return substantively
  return { assignment: null, fault: { code: 'not-in-class', delegation: row.id, grade: holder.grade, entity: holder.entity } }
}

/** In any one of the posts; where in none, the fault nearest to holding it. */
function inOneOf(ground: Ground, row: DelegationRow, posts: readonly string[], person: string): Exercising {
  const found = posts.map(post => inPost(ground, row, person, post))
  const nearest =
    found.find(each => each.assignment === 'substantive') ??
    found.find(each => each.fault === null) ??
    found.find(each => each.fault?.code === 'acting-unrecorded') ??
    found[0]
  return nearest ?? { assignment: null, fault: { code: 'vacancy', delegation: row.id, post: '' } }
}

/** Whether `person`, linked to the delegation by name or by a post once held, exercises it at (D, R). */
export function exercising(ground: Ground, row: DelegationRow, person: string): Exercising {
  const { columns: { names, seat }, holderKind } = row
  if (holderKind === 'person' || holderKind === 'body') return inPerson
  const { assignments } = ground.register.store
  if (assignments.inPost(names.persons.find(person), seat.get(row.row), ground.times.on, ground.times.known)) return substantively
  const { post } = row
  if (post !== null) return inPost(ground, row, person, post)
  const { holder } = row
  if (holder.kind === 'class') return inClass(ground, row, holder, person)
  return holder.kind === 'joint' ? inOneOf(ground, row, holder.posts, person) : inPerson
}

/** Posts in which the person exercises a delegation to a class, or to posts jointly. */
export function postsExercised(ground: Ground, row: DelegationRow, person: string): readonly string[] {
  const { holder } = row
  if (holder.kind === 'class') return postsInClass(ground, holder, person)
  return holder.kind === 'joint' ? holder.posts.filter(post => inPost(ground, row, person, post).fault === null) : []
}

/** People the holder's words reach now, whether or not they may use it. */
export function peopleReached(ground: Ground, { holder }: DelegationRow): readonly string[] {
  const inThe = (post: string): readonly string[] => ground.register.incumbents(post, ground.times).map(held => held.person)
  switch (holder.kind) {
    case 'body':
      return []
    case 'class':
      return membersOf(ground, holder)
    case 'joint':
      return [...new Set(holder.posts.flatMap(inThe))]
    case 'post':
      return [...new Set(inThe(holder.post))]
    case 'person':
    case 'person-in-post':
      return [holder.person]
  }
}

/** Who sits substantively in the post of a line to a post, in order of recording; null: somebody acts in it, so that each must be looked at. */
function plainlySeated({ register: { store }, times: { on, known } }: Ground, { columns: { seat }, row }: DelegationRow): readonly string[] | null {
  const { assignments, persons, names } = store
  const numbers = assignments.seatedIn(seat.get(row), on, known)
  return numbers && numbers.filter(person => persons.exists(person, on, known)).map(person => names.persons.text(person))
}

/** Persons who exercise a delegation at (D, R), as far as its holder decides it. */
export function personsExercising(ground: Ground, row: DelegationRow): readonly string[] {
  const seated = row.holderKind === 'post' ? plainlySeated(ground, row) : null
  return seated ?? peopleReached(ground, row).filter(
    person => ground.world.get('person', person) !== null && exercising(ground, row, person).fault === null,
  )
}

/** Somebody is there to decide: of posts that hold jointly, as many as it needs. A body is its own somebody. `absent` is not counted. */
export function isManned(ground: Ground, row: DelegationRow, absent: string | null = null): boolean {
  const { holder } = row
  if (holder.kind === 'body') return true
  const persons = personsExercising(ground, row).filter(person => person !== absent)
  if (holder.kind !== 'joint') return persons.length > 0
  return seatsFilled(persons.map(person => postsExercised(ground, row, person))) >= holder.needed
}
