/** Limits: unions of boxes (rules 3 and 4). */
import type { Decimal, Instant } from './values.ts'

/** "Over 50,000 and up to 200,000": which side each boundary belongs to is data. Absent bound = unbounded on that side. */
export interface AmountBand {
  readonly currency: string
  readonly over?: Decimal
  /** True: the lower boundary itself lies inside ("from 50,000"). Default false ("over 50,000"). */
  readonly overIncluded?: boolean
  readonly upTo?: Decimal
  /** False: the upper boundary itself lies outside ("under 50,000"). Default true ("up to 50,000"). */
  readonly upToIncluded?: boolean
}

/**
 * One box of a limit: all its dimensions hold together; a limit is a union of boxes (rule 3). A dimension that is absent is unlimited.
 * Each dimension is one file in `limits/`.
 */
export interface Box {
  readonly amount?: AmountBand
  /** What `amount` and `count` are counted on; absent = the matter's basis. */
  readonly basis?: Basis
  /** At most this many acts on the basis, this one included. */
  readonly count?: number
  /** Highest grade of the person concerned, inclusive, in the framework's order of grades. */
  readonly grade?: string
  readonly methods?: readonly string[]
  readonly categories?: readonly string[]
  readonly funds?: readonly string[]
  /** Roots of the trees of places where the decision may take effect. */
  readonly places?: readonly string[]
  /** Longest term in whole months, inclusive. */
  readonly term?: number
  /** Only terms longer than this many whole months ("longer than three years"). */
  readonly termOver?: number
  /** The decision must be taken inside this span. */
  readonly dates?: { readonly from: Instant | null; readonly to: Instant | null }
  /**
   * Facts the box hangs on, all of them: of the unit, as the register knows it at D ("tender-exempt": "true"), or, where it knows none, as
   * the decision states it ("preferred-supplier": "true"). A fact neither states counts as "false".
   */
  readonly where?: Readonly<Record<string, string>>
  /**
   * Further amounts of the decision, by the key of the fact that states them ("match-amount"): "USD 5000", or "5000" in the currency of the
   * decision's amount (where it states none, of the band).
   */
  readonly stated?: Readonly<Record<string, AmountBand>>
}

/**
 * What an amount is counted on (rule 4): this act; the whole contract with its amendments, or the requirement, over the matters of the same
 * area; the beneficiary in the calendar year, or the entity with all below it in the financial year, on the same matter. What the register
 * knows of acts decided by D is added; what the question states as `total` counts only if it is more. Without a contract (a requirement) the
 * act is one of its own.
 */
export type Basis = 'act' | 'contract' | 'requirement' | 'beneficiary-year' | 'financial-year'
