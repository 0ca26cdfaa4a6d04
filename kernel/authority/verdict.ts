/** The answer to "may X decide Y?", with the chain of instruments it stands on. */
import { climb } from './chain.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { personsExercising } from './exercising.ts'
import type { Ground } from './ground.ts'
import type { Answer, Box, Holder, Instant, LedgerNumber, Question, Standing, Times } from './model.ts'
import type { Reason, ReasonCode } from './reasons.ts'

/** One instrument of the chain. */
export interface Link {
  readonly id: string
  readonly instrument: string
  readonly matter: string
  readonly holder: Holder
  /** Who exercises it then. */
  readonly persons: readonly string[]
  /** The delegation it was passed on from. */
  readonly from: string | null
  readonly legalBasis: string | null
  readonly limits: readonly Box[]
  readonly entities: readonly string[]
  readonly effectiveFrom: Instant
  readonly effectiveTo: Instant | null
  readonly acceptedAt: Instant | null
}

export interface Verdict {
  readonly answer: Answer
  readonly standing: Standing
  /** Everything found, most telling first; empty for a permit. */
  readonly reasons: readonly Reason[]
  /** Root first, the asker's own last; empty when the asker holds nothing on the matter. */
  readonly chain: readonly Link[]
  /** Open preconditions, and who can meet them. */
  readonly missing: readonly { readonly code: ReasonCode; readonly who: readonly string[] }[]
  readonly obligations: readonly string[]
  /** Checks made elsewhere, which this permit does not speak for. */
  readonly notChecked: readonly string[]
  readonly question: Question
  readonly on: Instant
  readonly known: LedgerNumber
  /** Post in which the asker decides; null for authority held in person. */
  readonly capacity: string | null
  /** Who holds a reserved matter. */
  readonly heldBy?: string
}

/** Only what is asked about now can authorise; before it is history, after it a forecast. */
export const standingOf = ({ on, now }: Times): Standing => (on === now ? 'now' : on < now ? 'history' : 'forecast')

function linkOf(ground: Ground, row: DelegationRow): Link {
  const { id, instrument, matter, holder, parent, legalBasis, limits, entities, effectiveFrom, effectiveTo, acceptedAt } = row.fact()
  const persons = personsExercising(ground, row)
  return { id, instrument, matter, holder, persons, from: parent, legalBasis, limits, entities, effectiveFrom, effectiveTo, acceptedAt }
}

/** The instruments from the root down to a delegation. */
export const chainOf = (ground: Ground, row: DelegationRow): Link[] => climb(ground, row).rows.map(link => linkOf(ground, link)).reverse()
