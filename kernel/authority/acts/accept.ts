import type { DelegationFact, Instant } from '../model.ts'

/** The delegate accepts; on matters that demand it first, use begins here. */
export const accept = (fact: DelegationFact, by: string, at: Instant): DelegationFact => ({ ...fact, acceptedBy: by, acceptedAt: at })
