import type { DelegationFact, Instant } from '../model.ts'

/** Use stops without the delegation ending (rule 12). */
export const suspend = (fact: DelegationFact, from: Instant, to: Instant | null): DelegationFact =>
  ({ ...fact, suspensions: [...fact.suspensions, { from, to }] })

/** Use may go on: every suspension still running ends here. */
export const lift = (fact: DelegationFact, at: Instant): DelegationFact => ({
  ...fact,
  suspensions: fact.suspensions.map(span => (span.to === null || span.to > at ? { from: Math.min(span.from, at), to: at } : span)),
})
