/** Who may decide this? The same checks as `may`, run from the delegations on the matter to the people under them. */
import { delegationCovers, openFor, personQualifies } from './assess.ts'
import { candidateOf, isShared, rowsOnMatter } from './candidate.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { exercising, peopleReached } from './exercising.ts'
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

/** Whether a delegation makes this person one who may, or may once what is open is done, and in what capacity. */
function deciding(inquiry: Inquiry, row: DelegationRow, person: string): PersonWhoMay | null {
  const asking = { ...inquiry, question: { ...inquiry.question, person } }
  if (barred(asking) !== null || adviserPost(asking, person) !== null) return null
  const candidate = candidateOf(asking, row, person)
  if (!personQualifies(asking, candidate) || (isShared(row) && !delegationCovers(asking, candidate))) return null
  const { assignment } = exercising(inquiry, row, person)
  const verdict = openFor(asking, candidate).length > 0 ? 'not-yet' : 'permitted'
  return { person, post: candidate.post, delegation: row.id, limits: row.limits, assignment, verdict }
}

/** Everybody who may take this decision at (D, R), with the posts and bodies whose delegations cover it. */
export function whoMay(register: Register, question: Omit<Question, 'person' | 'body'>, times: Times): WhoMay {
  const inquiry = inquire(register, question, times)
  const able: PersonWhoMay[] = []
  const posts: { post: string; vacant: boolean; delegation: string }[] = []
  const bodies: { body: string; delegation: string }[] = []
  if (unanswerable(inquiry) === null && inquiry.matter?.delegable !== 'no') {
    for (const row of rowsOnMatter(inquiry, question.matter)) {
      const { holder } = row
      // Of a class or joint holder, each may decide somewhere else: covered is then asked for each.
      if (!isShared(row) && !delegationCovers(inquiry, candidateOf(inquiry, row, null))) continue
      able.push(...peopleReached(inquiry, row).flatMap(person => deciding(inquiry, row, person) ?? []))
      if (holder.kind === 'post') posts.push({ post: holder.post, vacant: !hasIncumbent(inquiry, holder.post), delegation: row.id })
      if (holder.kind === 'body') bodies.push({ body: holder.body, delegation: row.id })
    }
  }
  const people = able.filter(({ verdict }) => verdict === 'permitted')
  const already = new Set(people.map(({ person }) => person))
  return { people, notYet: able.filter(({ verdict, person }) => verdict === 'not-yet' && !already.has(person)), posts, bodies }
}

const hasIncumbent = ({ register, times }: Inquiry, post: string): boolean =>
  register.incumbents(post, times).some(held => held.assignment === 'substantive')
