/** Recorded acts as an auditor reads them: which events are which, and what each was about. The one place that knows how acts are recorded. */
import { sql } from 'kysely'

import type { DelegationFact, ExerciseFact, Fact, Instant, LedgerNumber, Money, Question } from '../../../kernel/authority/model.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Json } from '../../../platform/ledger/ledger.ts'

export const actKinds = ['exercise', 'issue', 'acceptance', 'revocation'] as const
export type ActKind = (typeof actKinds)[number]

/** One unit of a population: a decision, or a delegation that an act issued, accepted or revoked. */
export interface RecordedAct {
  /** "812", or "812/2026-00312.1" where one entry holds several: stable, and unique in every population. */
  readonly id: string
  readonly number: LedgerNumber
  readonly recordedAt: Instant
  readonly effectiveAt: Instant | null
  /** Kind of its event. */
  readonly event: string
  readonly subject: string
  readonly actor: string
  readonly capacity: string | null
  readonly matter: string
  /** Where it takes effect; empty: not said. */
  readonly entities: readonly string[]
  readonly amount: Money | null
  readonly delegation: string | null
  /** The decision; null: it is of another kind. */
  readonly exercise: string | null
  /** Who decided, where the act says: its actor may have reported it for them. */
  readonly decider: { readonly kind: 'person' | 'body'; readonly id: string } | null
}

export interface ActRow {
  readonly number: string
  readonly recorded_at: Instant
  readonly effective_at: Instant | null
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly capacity: string | null
  readonly payload: { readonly facts: readonly Json[]; readonly details: Readonly<Record<string, Json>> }
}

export const exercised = 'authority-exercised'

const factsOf = ({ payload }: ActRow): readonly Fact[] => payload.facts as unknown as readonly Fact[]

const frame = (row: ActRow) => ({
  number: Number(row.number), recordedAt: row.recorded_at, effectiveAt: row.effective_at, event: row.kind, subject: row.subject,
  actor: row.actor, capacity: row.capacity,
})

/** The question a recorded decision answered; null: the act is none, or came by a file without one. */
export function questionOf({ kind, payload }: Pick<ActRow, 'kind' | 'payload'>): Question | null {
  const { question } = payload.details
  return kind === exercised && typeof question === 'object' && question !== null ? (question as unknown as Question) : null
}

const deciderOf = ({ person, body }: ExerciseFact): RecordedAct['decider'] =>
  person !== null ? { kind: 'person', id: person } : body !== null ? { kind: 'body', id: body } : null

/** Of a file an event holds many; a decision taken here is its event's only one. */
function fromExercise(row: ActRow, fact: ExerciseFact): RecordedAct {
  const id = questionOf(row) === null ? `${row.number}/${fact.id}` : row.number
  const entities = fact.entity === null ? [] : [fact.entity]
  return { ...frame(row), id, matter: fact.matter, entities, amount: fact.amount, delegation: fact.delegation, exercise: fact.id, decider: deciderOf(fact) }
}

/** Decisions: as a fact where the event carries one, else as the question its verdict was kept with. */
function exercisesOf(row: ActRow): RecordedAct[] {
  const facts = factsOf(row).filter((fact) => fact.kind === 'exercise')
  const question = questionOf(row)
  if (facts.length > 0 || question === null) return facts.map((fact) => fromExercise(row, fact))
  const delegation = row.subject.replace(/^delegation:/, '')
  const { matter, entity, amount } = question
  return [{ ...frame(row), id: row.number, matter, entities: entity === undefined ? [] : [entity], amount: amount ?? null, delegation, exercise: null, decider: null }]
}

const ofDelegation = (row: ActRow, { id, matter, entities }: DelegationFact): RecordedAct => ({
  ...frame(row), id: `${row.number}/${id}`, matter, entities, amount: null, delegation: id, exercise: null, decider: null,
})

/** Each delegation whose version this event wrote, as far as it is about it. */
const delegationsOf = (row: ActRow): RecordedAct[] =>
  factsOf(row).filter((fact) => fact.kind === 'delegation').map((fact) => ofDelegation(row, fact))

/** By a filter of the database, and by what is made of the events it finds. */
const readings: Readonly<Record<ActKind, { readonly where: ReturnType<typeof sql<boolean>>; readonly read: (row: ActRow) => RecordedAct[] }>> = {
  exercise: {
    where: sql<boolean>`(event.kind = ${exercised} OR event.payload -> 'facts' @> '[{"kind":"exercise"}]'::jsonb)`,
    read: exercisesOf,
  },
  issue: { where: sql<boolean>`event.kind IN ('instrument-signed', 'delegations-imported', 'delegation-imported')`, read: delegationsOf },
  acceptance: { where: sql<boolean>`event.kind = 'delegation-accepted'`, read: delegationsOf },
  revocation: { where: sql<boolean>`event.kind = 'delegation-revoked'`, read: delegationsOf },
}

export interface Period {
  /** Of recording, half-open; null = open. */
  readonly from: Instant | null
  readonly to: Instant | null
  /** Up to this ledger number. */
  readonly known: LedgerNumber
}

/** Every act of a kind recorded in the period, in order of the ledger. A fact corrected since counts once, where it was first recorded. */
export async function actsOf(tx: Tx, kind: ActKind, { from, to, known }: Period): Promise<RecordedAct[]> {
  const { where, read } = readings[kind]
  let events = tx.selectFrom('ledger').innerJoin('event', 'event.id', 'ledger.event')
    .select(['ledger.number', 'ledger.recorded_at', 'event.effective_at', 'event.kind', 'event.subject', 'event.actor', 'event.capacity', 'event.payload'])
    .where(where).where('ledger.number', '<=', String(known))
  if (from !== null) events = events.where('ledger.recorded_at', '>=', from)
  if (to !== null) events = events.where('ledger.recorded_at', '<', to)
  return (await events.orderBy('ledger.number').execute()).flatMap(read)
}
