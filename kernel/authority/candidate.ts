/** The delegations under which somebody might decide a matter. */
import type { DelegationRow } from './store/delegation-row.ts'
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
export function* rowsOfPerson({ register, times }: Ground, matter: string, person: string): Iterable<DelegationRow> {
  for (const row of register.linked('person', person, times.known)) if (row.matter === matter) yield row
  for (const post of register.postsEverHeld(person, times.known)) {
    for (const row of register.linked('post', post, times.known)) if (row.holderKind === 'post' && row.matter === matter) yield row
  }
}

export function* rowsOfBody({ register, times }: Ground, matter: string, body: string): Iterable<DelegationRow> {
  for (const row of register.linked('body', body, times.known)) if (row.matter === matter) yield row
}
