import type { DelegationFact } from '../model.ts'

/** A successor takes responsibility for what the predecessor passed on (rule 10). */
export const confirm = (fact: DelegationFact, by: string): DelegationFact => ({ ...fact, confirmedBy: by })
