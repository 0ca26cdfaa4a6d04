/** The delegations under which somebody might decide a matter. */
import { DelegationRow } from './store/delegation-row.ts'
import type { PairLinks } from './store/links.ts'
import type { Ground } from './ground.ts'
import type { Inquiry } from './inquiry.ts'
import { seatsOf } from './world.ts'

export interface Candidate {
  readonly row: DelegationRow
  /** Who would decide; null: not yet known who, or a body. */
  readonly person: string | null
  /** Where the decision takes effect; null: cannot be told. */
  readonly entity: string | null
}

/** Absent in the question: the entity of the post acted in, else the one entity the person sits in. */
function entityOf({ question, world }: Inquiry, row: DelegationRow): string | null {
  if (question.entity !== undefined) return question.entity
  const seats = new Set(seatsOf(world, row.holder))
  const [seat] = seats
  return seats.size === 1 && seat !== undefined ? seat : null
}

export const candidateOf = (inquiry: Inquiry, row: DelegationRow, person: string | null): Candidate =>
  ({ row, person, entity: entityOf(inquiry, row) })

/** Delegations on the matter to the person by name, or to any post the person ever held; in any state. */
export function rowsOfPerson({ register: { store }, times: { known } }: Ground, matter: string, person: string): readonly DelegationRow[] {
  const { names, delegations, assignments } = store
  const onMatter = names.matters.find(matter)
  const by = names.persons.find(person)
  const rows: DelegationRow[] = []
  const take = (links: PairLinks, holder: number): void => {
    for (let row = links.first(holder, onMatter); row >= 0; row = links.next(row)) {
      if (delegations.versions.isKnown(row, known)) rows.push(new DelegationRow(delegations, row))
    }
  }
  take(delegations.personOnMatter, by)
  const posts: number[] = []
  for (let held = assignments.ofPerson.first(by); held >= 0; held = assignments.ofPerson.next(held)) {
    const post = assignments.post.get(held)
    if (!assignments.versions.isKnown(held, known) || posts.includes(post)) continue
    posts.push(post)
    take(delegations.postOnMatter, post)
  }
  return rows
}

export function rowsOfBody({ register, times }: Ground, matter: string, body: string): readonly DelegationRow[] {
  return Array.from(register.linked('body', body, times.known)).filter(row => row.matter === matter)
}
