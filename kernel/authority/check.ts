/** The shape of every check of a decision. */
import type { Candidate } from './candidate.ts'
import type { Inquiry } from './inquiry.ts'
import type { Told } from './told.ts'

/** Whether the check passes; if not, `told` hears why. Where the rule is not used it costs nothing. */
export type Check = (inquiry: Inquiry, candidate: Candidate, told: Told) => boolean
