import type { DelegationFact, Instant } from '../model.ts'

/** The delegate does not want it: it ends here. */
export const decline = (fact: DelegationFact, at: Instant): DelegationFact => ({ ...fact, endedAt: at, endReason: 'declined' })
