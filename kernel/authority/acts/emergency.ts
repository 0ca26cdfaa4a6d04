import type { DelegationFact, Instant } from '../model.ts'

/** What the trigger of emergency authority stands at; ordinary authority has none. */
export class NoEmergency extends Error {
  constructor(readonly delegation: string) {
    super(`${delegation} is ordinary authority: nothing was declared. Only emergency authority has a trigger.`)
  }
}

/** Declares the trigger: the authority may be used from here until it lapses or the trigger is ended (rule 12). */
export function declareTrigger(fact: DelegationFact, from: Instant, by: string): DelegationFact {
  if (fact.emergency === null) throw new NoEmergency(fact.id)
  return { ...fact, emergency: { ...fact.emergency, declared: [...fact.emergency.declared, { from, to: null, by }] } }
}

/** Ends every declaration still running: the authority lies dormant again. */
export function endTrigger(fact: DelegationFact, at: Instant): DelegationFact {
  if (fact.emergency === null) throw new NoEmergency(fact.id)
  const declared = fact.emergency.declared.map(span =>
    span.to === null || span.to > at ? { ...span, from: Math.min(span.from, at), to: at } : span,
  )
  return { ...fact, emergency: { ...fact.emergency, declared } }
}
