/** A box as the rules of this folder read it: amounts already numbers, absent dimensions `null`. */
import { scaledOrNull, type Scaled } from '../amount.ts'
import type { AmountBand, Basis, Box, Instant } from '../model.ts'

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
  /** Null: the matter's. */
  basis: Basis | null
  /** False: what follows is all `null`, as with nearly every box. */
  rare: boolean
  count: number | null
  places: readonly string[] | null
  termOver: number | null
  /** Open ends made explicit. */
  dates: { readonly from: Instant; readonly to: Instant } | null
  where: Readonly<Record<string, string>> | null
  stated: Readonly<Record<string, ReadBand>> | null
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

const readDates = ({ from, to }: NonNullable<Box['dates']>): ReadBox['dates'] => ({ from: from ?? -Infinity, to: to ?? Infinity })

const readStated = (stated: NonNullable<Box['stated']>): ReadBox['stated'] =>
  Object.fromEntries(Object.entries(stated).map(([fact, band]) => [fact, readBand(band)]))

export function readBox({ amount, grade, methods, categories, funds, term, basis, ...rare }: Box): ReadBox {
  const { count, places, termOver, dates, where, stated } = rare
  return {
    amount: amount === undefined ? null : readBand(amount),
    grade: grade ?? null,
    methods: methods ?? null,
    categories: categories ?? null,
    funds: funds ?? null,
    term: term ?? null,
    basis: basis ?? null,
    rare: Object.values(rare).some(part => part !== undefined),
    count: count ?? null,
    places: places ?? null,
    termOver: termOver ?? null,
    dates: dates === undefined ? null : readDates(dates),
    where: where ?? null,
    stated: stated === undefined ? null : readStated(stated),
  }
}

export function readLimits(limits: readonly Box[]): BoxList {
  const boxes = limits.map(readBox)
  return { count: boxes.length, at: index => boxes[index] as ReadBox }
}
