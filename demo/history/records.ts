/** The records the history is made of, and how each is written in its file. */
import { limitColumns } from '../catalogue/ceilings.ts'
import type { Ceiling } from '../catalogue/plan.ts'
import type { FileRow } from '../batch.ts'
import type { Day } from '../days.ts'
import type { DemonstrationEntity, DemonstrationPost } from '../organisation/organisation.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly from: Day
  to: Day | null
}

export interface Assignment {
  readonly person: string
  readonly post: string
  readonly kind: 'substantive' | 'acting' | 'officer-in-charge'
  readonly instrument: string | null
  readonly from: Day
  to: Day | null
}

export interface Credential {
  readonly person: string
  readonly credential: string
  readonly from: Day
  readonly to: Day | null
}

export type Recipient = { readonly person: string } | { readonly post: string } | { readonly person: string; readonly post: string }

export interface Delegation {
  readonly id: string
  readonly instrument: string
  readonly line: number
  readonly parent: Delegation | null
  readonly legalBasis: string | null
  readonly recipient: Recipient
  readonly matter: string
  readonly entity: string
  ceiling: Ceiling
  readonly mayExercise: boolean
  readonly depth: number
  readonly ownEntityOnly: boolean
  readonly lowestGrade: string | null
  readonly endRequired: boolean
  /** What must be declared before it counts; null = ordinary authority. */
  readonly emergency: string | null
  readonly from: Day
  readonly to: Day | null
  readonly preparedBy: string | null
  readonly signedBy: string
  readonly signedAs: string
  readonly signedOn: string
  acceptedBy: string | null
  /** Who last took responsibility for it after the signatory. */
  confirmedBy: string | null
  acceptedOn: string | null
  /** The instant it ended, when it was ended early. */
  endedOn: string | null
  endReason: 'revoked' | 'withdrawn' | null
}

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no')

export const entityRow = (entity: DemonstrationEntity): FileRow => ({
  type: 'entity', id: entity.id, name: entity.name.en, name_zh: entity.name.zh, name_ar: entity.name.ar, parent: entity.parent,
  category: entity.category,
  rules: entity.rules, grade: null, head: null, source: 'invented',
})

export const postRow = (post: DemonstrationPost): FileRow => ({
  type: 'post', id: post.id, name: post.title.en, name_zh: post.title.zh, name_ar: post.title.ar, parent: post.entity, category: null,
  rules: null,
  grade: post.grade, head: yesNo(post.heads), source: 'invented',
})

export const personRow = (person: Person, staff: boolean): FileRow => ({
  id: person.id, name: person.name, staff: yesNo(staff), email: `${person.id}@concord.example`, effective_from: person.from,
  effective_to: person.to,
})

export const assignmentRow = (assignment: Assignment): FileRow => ({
  id: assignmentId(assignment), person: assignment.person, post: assignment.post, kind: assignment.kind, instrument: assignment.instrument,
  excludes: null,
  effective_from: assignment.from, effective_to: assignment.to,
})

export const assignmentId = (assignment: Assignment): string =>
  `${assignment.person}/${assignment.post}/${assignment.kind}/${assignment.from}`

export const credentialId = (held: Credential): string => `${held.person}/${held.credential}/${held.from}`

export const credentialRow = (held: Credential): FileRow => ({
  id: credentialId(held), person: held.person, credential: held.credential, effective_from: held.from, effective_to: held.to,
})

export const delegationRow = (delegation: Delegation): FileRow => ({
  id: delegation.id, instrument: delegation.instrument, line: delegation.line, parent: delegation.parent?.id,
  legal_basis: delegation.legalBasis,
  person: 'person' in delegation.recipient ? delegation.recipient.person : null,
  post: 'post' in delegation.recipient ? delegation.recipient.post : null,
  matter: delegation.matter, entity: delegation.entity, currency: null, up_to: null, grade: null, term_months: null, funds: null,
  limits: null,
  ...limitColumns(delegation.ceiling),
  may_exercise: yesNo(delegation.mayExercise), subdelegate_depth: delegation.depth, subdelegate_own_entity: yesNo(delegation.ownEntityOnly),
  subdelegate_lowest_grade: delegation.lowestGrade, subdelegate_end_required: yesNo(delegation.endRequired),
  effective_from: delegation.from, effective_to: delegation.to, prepared_by: delegation.preparedBy, decided_by: delegation.signedBy,
  signed_by: delegation.signedBy,
  signed_as: delegation.signedAs, communicated_by: delegation.preparedBy, signed_on: delegation.signedOn,
  accepted_on: delegation.acceptedOn,
  accepted_by: delegation.acceptedBy,
  emergency_trigger: delegation.emergency, emergency_days: delegation.emergency === null ? null : 60,
  confirmed_by: delegation.confirmedBy, ended_on: delegation.endedOn, end_reason: delegation.endReason, source: 'invented',
})
