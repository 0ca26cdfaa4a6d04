/** From a line of a draft to the delegation it would be: pure, used by the live checks and by signing alike. */
import type { DelegationFact, Holder, Instant } from '../../kernel/authority/model.ts'
import { dateOf, endOfDay, startOfDay } from '../../kernel/time/instants.ts'
import type { DraftLine } from './shapes.ts'

export interface SigningContext {
  readonly instrument: string
  readonly now: Instant
  readonly zone: string
  readonly preparedBy: string
  readonly signatory: string
  /** Post in which the signatory signs; null = personally. */
  readonly capacity: string | null
  readonly invented: boolean
}

function holderOf({ recipient }: DraftLine): Holder | null {
  switch (recipient.kind) {
    case 'person': return recipient.person === null ? null : { kind: 'person', person: recipient.person }
    case 'post': return recipient.post === null ? null : { kind: 'post', post: recipient.post }
    case 'person-in-post': return recipient.person === null || recipient.post === null ? null : { kind: 'person-in-post', person: recipient.person, post: recipient.post }
  }
}

/** A first day of today means from signature: authority does not reach back over the hours before. */
const begins = (from: string | null, { now, zone }: SigningContext): Instant =>
  from === null || from === dateOf(now, zone) ? now : startOfDay(from, zone)

/** Null while the line names no recipient yet. `parent` gives what the line leaves unsaid, its entities; `replaced` what no line can say. */
export function lineToDelegation(
  line: DraftLine, number: number, parent: DelegationFact, context: SigningContext, replaced: DelegationFact | null = null,
): DelegationFact | null {
  const holder = holderOf(line)
  if (holder === null) return null
  return {
    kind: 'delegation', id: `${context.instrument}.${number}`, instrument: context.instrument, line: number,
    parent: parent.id, legalBasis: null, holder, matter: parent.matter,
    entities: line.entities.length > 0 ? line.entities : parent.entities,
    limits: line.limits, mayExercise: line.mayExercise,
    subdelegation: line.passOn === null ? null : { ...line.passOn, limits: replaced?.subdelegation?.limits ?? null },
    conditions: line.conditions,
    effectiveFrom: begins(line.from, context), effectiveTo: line.until === null ? null : endOfDay(line.until, context.zone),
    preparedBy: context.preparedBy, decidedBy: context.signatory, signedBy: context.signatory, signedAs: context.capacity ?? 'person', communicatedBy: context.signatory,
    signedAt: context.now, acceptedBy: null, acceptedAt: null, confirmedBy: context.signatory,
    endedAt: null, endReason: null, fallsAt: null, suspensions: [],
    emergency: line.emergency === null ? (replaced?.emergency ?? null) : { ...line.emergency, declared: [] }, reviewedAt: null, cites: replaced?.cites ?? [],
    provenance: context.invented ? { kind: 'invented' } : { kind: 'own' },
  }
}
