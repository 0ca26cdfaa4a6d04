/** Who may decide this? The same checks as `may`, run from the delegations on the matter to the people under them. */
import { delegationCovers, openPreconditions, personQualifies } from './assess.ts'
import { candidateOf } from './candidate.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { exercising } from './exercising.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import { adviserPost, barred, unanswerable } from './may.ts'
import type { Answer, AssignmentKind, Box, Question, Times } from './model.ts'
import type { Register } from './register.ts'

export interface PersonWhoMay {
  readonly person: string
  /** Post in which they may; null for authority held in person. */
  readonly post: string | null
  readonly delegation: string
  readonly limits: readonly Box[]
  readonly assignment: AssignmentKind | null
  readonly verdict: Answer
}

export interface WhoMay {
  /** `may` answers `permitted` for exactly these. */
  readonly people: readonly PersonWhoMay[]
  /** `may` answers `not-yet` for exactly these. */
  readonly notYet: readonly PersonWhoMay[]
  /** Posts whose delegation covers it, whoever is in them. */
  readonly posts: readonly { readonly post: string; readonly vacant: boolean; readonly delegation: string }[]
  readonly bodies: readonly { readonly body: string; readonly delegation: string }[]
}

/** People a delegation reaches by name or by post. */
function reached({ register, times }: Inquiry, row: DelegationRow): readonly string[] {
  const { holder } = row
  if (holder.kind === 'body' || holder.kind === 'class' || holder.kind === 'joint') return []
  if (holder.kind !== 'post') return [holder.person]
  return [...new Set(register.incumbents(holder.post, times).map(held => held.person))]
}

/** Whether a delegation that covers the decision makes this person one who may, and in what capacity. */
function deciding(inquiry: Inquiry, row: DelegationRow, person: string, verdict: Answer): PersonWhoMay | null {
  const asking = { ...inquiry, question: { ...inquiry.question, person } }
  if (barred(asking) !== null || adviserPost(asking, person) !== null) return null
  if (!personQualifies(asking, candidateOf(asking, row, person))) return null
  const { assignment } = exercising(inquiry, row, person)
  return { person, post: row.post, delegation: row.id, limits: row.limits, assignment, verdict }
}

/** Everybody who may take this decision at (D, R), with the posts and bodies whose delegations cover it. */
export function whoMay(register: Register, question: Omit<Question, 'person' | 'body'>, times: Times): WhoMay {
  const inquiry = inquire(register, question, times)
  const open = openPreconditions(inquiry).length > 0
  const people: PersonWhoMay[] = []
  const posts: { post: string; vacant: boolean; delegation: string }[] = []
  const bodies: { body: string; delegation: string }[] = []
  if (unanswerable(inquiry) === null && inquiry.matter?.delegable !== 'no') {
    for (const row of register.linked('matter', question.matter, times.known)) {
      const { holder } = row
      if (!delegationCovers(inquiry, candidateOf(inquiry, row, null))) continue
      const able = reached(inquiry, row).flatMap(person => deciding(inquiry, row, person, open ? 'not-yet' : 'permitted') ?? [])
      people.push(...able)
      if (holder.kind === 'post') posts.push({ post: holder.post, vacant: !hasIncumbent(inquiry, holder.post), delegation: row.id })
      if (holder.kind === 'body') bodies.push({ body: holder.body, delegation: row.id })
    }
  }
  return { people: open ? [] : people, notYet: open ? people : [], posts, bodies }
}

const hasIncumbent = ({ register, times }: Inquiry, post: string): boolean =>
  register.incumbents(post, times).some(held => held.assignment === 'substantive')
