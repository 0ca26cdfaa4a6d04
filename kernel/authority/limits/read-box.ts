/** A box as the rules of this folder read it: amounts already numbers, absent dimensions `null`. */
import { scaledOrNull, type Scaled } from '../amount.ts'
import type { AmountBand, Box } from '../model.ts'

/** A band with both ends made explicit: none below is "from 0", none above is "to infinity". */
export interface ReadBand {
  currency: string
  over: Scaled
  overIncluded: boolean
  upTo: Scaled
  upToIncluded: boolean
  /** False: a bound could not be read, and nothing may be permitted under it. */
  readable: boolean
}

export interface ReadBox {
  amount: ReadBand | null
  grade: string | null
  methods: readonly string[] | null
  categories: readonly string[] | null
  funds: readonly string[] | null
  term: number | null
}

/** The boxes of one limit, read one at a time; `at` may reuse its answer, so compare before asking again. */
export interface BoxList {
  readonly count: number
  at(index: number): ReadBox
}

export function readBand(band: AmountBand): ReadBand {
  const over = band.over === undefined ? 0 : scaledOrNull(band.over)
  const upTo = band.upTo === undefined ? Infinity : scaledOrNull(band.upTo)
  return {
    currency: band.currency,
    over: over ?? 0,
    overIncluded: band.over === undefined || band.overIncluded === true,
    upTo: upTo ?? 0,
    upToIncluded: band.upTo === undefined || band.upToIncluded !== false,
    readable: over !== null && upTo !== null,
  }
}

export const readBox = (box: Box): ReadBox => ({
  amount: box.amount === undefined ? null : readBand(box.amount),
  grade: box.grade ?? null,
  methods: box.methods ?? null,
  categories: box.categories ?? null,
  funds: box.funds ?? null,
  term: box.term ?? null,
})

export function readLimits(limits: readonly Box[]): BoxList {
  const boxes = limits.map(readBox)
  return { count: boxes.length, at: index => boxes[index] as ReadBox }
}
