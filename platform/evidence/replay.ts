/** Asks the engine again, of a register that holds nothing but the facts of an evidence document. */
import { may } from '../../kernel/authority/may.ts'
import type { Fact } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import type { Verdict } from '../../kernel/authority/verdict.ts'
import type { Json } from '../ledger/ledger.ts'
import type { EvidenceDocument, FactVersion, SealedEvent } from './document.ts'

export const sameFact = (fact: Json, { kind, id }: Pick<FactVersion, 'kind' | 'id'>): boolean =>
  typeof fact === 'object' && fact !== null && 'kind' in fact && 'id' in fact && fact['kind'] === kind && fact['id'] === id

/** The listed fact as its event carries it; null: the event is not there, or carries no such fact. Of several, the last counts. */
export const factIn = (events: readonly SealedEvent[], version: FactVersion): Fact | null =>
  (events.find(({ number }) => number === version.number)?.payload.facts.findLast((fact) => sameFact(fact, version)) ?? null) as Fact | null

/** Throws where the document's facts are no facts. */
export function askAgain({ asked, facts, events }: Pick<EvidenceDocument, 'asked' | 'facts' | 'events'>): Verdict | null {
  if (asked === null) return null
  const register = new Register()
  for (const version of facts.toSorted((a, b) => a.number - b.number)) {
    const event = events.find(({ number }) => number === version.number)
    const fact = factIn(events, version)
    if (event && fact !== null) register.apply(fact, event.number, event.recordedAt)
  }
  return may(register, asked.question, asked.times)
}
