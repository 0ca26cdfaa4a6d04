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
  /** What shows that a body decided. */
  readonly evidence: { readonly minute: string } | null
  /** Post in which the asker decides; null for authority held in person. */
  readonly capacity: string | null
  /** Who holds a reserved matter. */
  readonly heldBy?: string
}

/** Only what is asked about now can authorise; before it is history, after it a forecast. */
export const standingOf = ({ on, now }: Times): Standing => (on === now ? 'now' : on < now ? 'history' : 'forecast')

/** One instrument of the chain, read out of the register when it is looked at: versions never change, so it reads the same ever after. */
class RowLink implements Link {
  readonly #ground: Ground
  readonly #row: DelegationRow

  constructor(ground: Ground, row: DelegationRow) {
    this.#ground = ground
    this.#row = row
  }

  get id(): string { return this.#row.id }
  get instrument(): string { return this.#row.instrument }
  get matter(): string { return this.#row.matter }
  get holder(): Holder { return this.#row.holder }
  get persons(): readonly string[] { return personsExercising(this.#ground, this.#row) }
  get from(): string | null { return this.#row.parent }
  get legalBasis(): string | null { return this.#row.legalBasis }
  get limits(): readonly Box[] { return this.#row.limits }
  get entities(): readonly string[] { return this.#row.entities }
  get effectiveFrom(): Instant { return this.#row.effectiveFrom }
  get effectiveTo(): Instant | null { return this.#row.effectiveTo }
  get acceptedAt(): Instant | null { return this.#row.acceptedAt }

  toJSON(): Link {
    const { id, instrument, matter, holder, persons, from, legalBasis, limits, entities, effectiveFrom, effectiveTo, acceptedAt } = this
    return { id, instrument, matter, holder, persons, from, legalBasis, limits, entities, effectiveFrom, effectiveTo, acceptedAt }
  }
}

/** The instruments from the root down to a delegation. */
const chainOf = (ground: Ground, row: DelegationRow): Link[] => climb(ground, row).rows.map(link => new RowLink(ground, link)).reverse()

/** What was found, besides the answer. */
interface Found {
  readonly reasons: readonly Reason[]
  /** The delegation whose chain the verdict stands on, or comes nearest to standing on. */
  readonly leaf: DelegationRow | null
  readonly missing: Verdict['missing']
  readonly obligations: readonly string[]
  readonly notChecked: readonly string[]
  /** In which post the asker decides. */
  readonly decides: { readonly post: string | null }
  readonly evidence?: Verdict['evidence']
  readonly heldBy?: string
}

/** A verdict as it is given: chain and capacity are read out when they are looked at. */
export class Given implements Verdict {
  readonly answer: Answer
  readonly standing: Standing
  readonly reasons: readonly Reason[]
  readonly missing: Verdict['missing']
  readonly obligations: readonly string[]
  readonly notChecked: readonly string[]
  readonly question: Question
  readonly on: Instant
  readonly known: LedgerNumber
  readonly evidence: Verdict['evidence']
  declare readonly heldBy?: string
  readonly #ground: Ground
  readonly #leaf: DelegationRow | null
  readonly #decides: Found['decides']
  #chain: readonly Link[] | null = null

  constructor(ground: Ground & { readonly question: Question }, answer: Answer, found: Found) {
    this.answer = answer
    this.standing = standingOf(ground.times)
    this.reasons = found.reasons
    this.missing = found.missing
    this.obligations = found.obligations
    this.notChecked = found.notChecked
    this.question = ground.question
    this.on = ground.times.on
    this.known = ground.times.known
    this.evidence = found.evidence ?? null
    if (found.heldBy !== undefined) this.heldBy = found.heldBy
    this.#ground = ground
    this.#leaf = found.leaf
    this.#decides = found.decides
  }

  get chain(): readonly Link[] {
    return (this.#chain ??= this.#leaf === null ? [] : chainOf(this.#ground, this.#leaf))
  }

  get capacity(): string | null {
    return this.#decides.post
  }

  toJSON(): Verdict {
    return { ...this, capacity: this.capacity, chain: this.chain }
  }
}
