/** The delegations under which somebody might decide a matter. */
import type { Times } from './model.ts'
import type { DelegationColumns } from './store/delegation-columns.ts'
import { DelegationRow } from './store/delegation-row.ts'
import type { PairLinks } from './store/links.ts'
import { postsExercised } from './exercising.ts'
import type { Ground } from './ground.ts'
import type { Inquiry } from './inquiry.ts'
import { rowsOfClasses } from './shared-holders.ts'
import { seatsOf, type World } from './world.ts'

export interface Candidate {
  readonly row: DelegationRow
  /** Who would decide; null: not yet known who, or a body. */
  readonly person: string | null
  /** Post in which they would; null: held in person, or they are in none of its posts. */
  readonly post: string | null
  /** Where the decision takes effect; null: cannot be told. */
  readonly entity: string | null
}

const onlyOne = (all: readonly string[]): string | null => (all.length > 0 && all.every(each => each === all[0]) ? (all[0] ?? null) : null)

const entitiesOf = (world: World, posts: readonly string[]): readonly string[] => posts.flatMap(post => world.get('post', post)?.entity ?? [])

/** Of the posts that let the person decide under a delegation to a class, or to posts jointly: the one the question names, else all. */
export const capacitiesOf = (inquiry: Inquiry, row: DelegationRow, person: string): readonly string[] =>
  postsExercised(inquiry, row, person).filter(post => inquiry.question.capacity === undefined || post === inquiry.question.capacity)

/** Where it is decided, absent in the question: the one entity of the posts that let them decide. */
function sharedCandidate(inquiry: Inquiry, row: DelegationRow, person: string): Candidate {
  const { question, world } = inquiry
  const posts = capacitiesOf(inquiry, row, person)
  return { row, person, post: posts[0] ?? null, entity: question.entity ?? onlyOne(entitiesOf(world, posts)) }
}

/** Absent in the question: the entity of the post acted in, else the one entity the person sits in. */
export function candidateOf(inquiry: Inquiry, row: DelegationRow, person: string | null): Candidate {
  if (person !== null && isShared(row)) return sharedCandidate(inquiry, row, person)
  const { question, world } = inquiry
  return new OfOneSeat(row, person, question.entity ?? onlyOne(seatsOf(world, row.holder)))
}

/** Held by one person, post or body: which post is read out only if it is asked for. */
class OfOneSeat implements Candidate {
  constructor(readonly row: DelegationRow, readonly person: string | null, readonly entity: string | null) {}

  get post(): string | null { return this.row.post }
}

/** Held by a class or jointly: who decides under it must be known before it can be judged. */
export const isShared = ({ holderKind }: DelegationRow): boolean => holderKind === 'class' || holderKind === 'joint'

type Seen = Pick<Ground, 'register' | 'times' | 'world'>

/** Delegations in any state that these posts hold as some of a class, or jointly. */
function sharedRows(ground: Seen, posts: readonly string[]): DelegationRow[] {
  const rows = new Map<number, DelegationRow>()
  for (const post of posts) {
    for (const row of rowsOfClasses(ground, post)) rows.set(row.row, row)
    for (const row of ground.register.heldJointly(post, ground.times)) rows.set(row.row, row)
  }
  return [...rows.values()]
}

/** Delegations in any state to the person by name, or to any post the person ever held, alone, as one of a class or jointly. */
export function* rowsLinkedTo(ground: Seen, person: string): Iterable<DelegationRow> {
  const { register, times } = ground
  yield* register.linked('person', person, times)
  const posts = register.postsEverHeld(person, times.known)
  for (const post of posts) for (const row of register.linked('post', post, times)) if (row.holderKind === 'post') yield row
  yield* sharedRows(ground, posts)
}

function take(rows: DelegationRow[], delegations: DelegationColumns, first: number, links: PairLinks, { on, known }: Times): void {
  for (let row = first; row >= 0; row = links.next(row)) if (delegations.versions.isKnownAt(row, known, on)) rows.push(new DelegationRow(delegations, row))
}

/** One holder and another are the same. */
const keyOf = ({ holder }: DelegationRow): string => JSON.stringify(holder)

/** With those of another framework that count for the matter: until re-issued, where the framework says so. */
function withCarried(
  { carried, times }: Ground, rows: readonly DelegationRow[], rowsOn: (matter: string) => readonly DelegationRow[],
): readonly DelegationRow[] {
  if (carried === null) return rows
  const reissued = new Set(carried.untilReissued ? rows.filter(row => row.effectiveFrom <= times.on).map(keyOf) : [])
  return [...rows, ...carried.matters.flatMap(rowsOn).filter(row => !reissued.has(keyOf(row)))]
}

/** Those of them that count for the matter. */
export const rowsOfPerson = (ground: Ground, matter: string, person: string): readonly DelegationRow[] =>
  withCarried(ground, rowsHeldOn(ground, matter, person), other => rowsHeldOn(ground, other, person))

/** Delegations that count for the matter, whoever holds them; newest first, in any state. */
export function rowsOnMatter(ground: Ground, matter: string): readonly DelegationRow[] {
  const on = (one: string): readonly DelegationRow[] => [...ground.register.linked('matter', one, ground.times)]
  return withCarried(ground, on(matter), on)
}

/** Found by pairs of numbers. */
function rowsHeldOn(ground: Ground, matter: string, person: string): readonly DelegationRow[] {
  const { register: { store }, times } = ground
  const { names, delegations, assignments } = store
  const onMatter = names.matters.find(matter)
  const by = names.persons.find(person)
  const rows: DelegationRow[] = []
  take(rows, delegations, delegations.personOnMatter.first(by, onMatter), delegations.personOnMatter, times)
  const posts: number[] = []
  for (let held = assignments.ofPerson.first(by); held >= 0; held = assignments.ofPerson.next(held)) {
    const post = assignments.post.get(held)
    if (!assignments.versions.isKnown(held, times.known) || posts.includes(post)) continue
    posts.push(post)
    take(rows, delegations, delegations.postOnMatter.first(post, onMatter), delegations.postOnMatter, times)
  }
  if (!delegations.hasRareHolders) return rows
  return [...rows, ...sharedRows(ground, posts.map(post => names.posts.text(post))).filter(row => row.matter === matter)]
}

export function rowsOfBody(ground: Ground, matter: string, body: string): readonly DelegationRow[] {
  const rows = [...ground.register.linked('body', body, ground.times)]
  const on = (one: string): readonly DelegationRow[] => rows.filter(row => row.matter === one)
  return withCarried(ground, on(matter), on)
}
