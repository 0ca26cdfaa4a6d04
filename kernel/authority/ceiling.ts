/** What a line passes on of its parent's limit: the same boxes under a lower ceiling. */
import { compare, formatDecimal, parseDecimal } from './amount.ts'
import type { AmountBand, Box } from './model.ts'

type Limits = readonly Box[]
type Band = AmountBand

/** What is entered for the whole line; an empty text leaves that dimension as the parent has it. */
export interface Ceiling {
  readonly currency: string
  readonly upTo: string
  readonly grade: string
  readonly term: string
}

/** One unit of a currency, in the ten-thousandths in which amounts are counted. */
const unit = 10_000n

const bandsOf = (limits: Limits): readonly Band[] => limits.flatMap(({ amount }) => amount ?? [])

const higher = (a: string, b: string): string => (compare(a, b) >= 0 ? a : b)

/** The highest amount any box reaches; null where one of them has no upper bound. */
function highest(limits: Limits): string | null {
  const tops = limits.map(({ amount }) => amount?.upTo)
  return tops.length === 0 || tops.includes(undefined) ? null : tops.flatMap((top) => top ?? []).reduce(higher)
}

/** The highest amount, grade and term any of the boxes reaches, as entered; empty where one has none. */
export function ceilingOf(limits: Limits): Ceiling {
  const terms = limits.flatMap(({ term }) => term ?? [])
  return {
    currency: bandsOf(limits)[0]?.currency ?? 'USD',
    upTo: highest(limits) ?? '',
    grade: limits.find(({ grade }) => grade !== undefined)?.grade ?? '',
    term: terms.length === 0 ? '' : String(Math.max(...terms)),
  }
}

/** What lies over the parent's own top is kept as typed on the box that reaches highest, so that the checks can say so. */
function bandUnder(band: Band | undefined, top: string | null, { currency, upTo }: Ceiling): Band {
  if (!band) return { currency, upTo }
  if (band.upTo !== undefined && compare(upTo, band.upTo) === 0) return band
  const { upToIncluded: _included, ...rest } = band
  if (band.upTo === undefined || compare(upTo, band.upTo) < 0 || band.upTo === top) return { ...rest, currency, upTo }
  return band
}

const reached = ({ amount }: Box): boolean =>
  amount?.over === undefined || amount.upTo === undefined || compare(amount.over, amount.upTo) < 0

/** The parent's boxes with no amount, grade or term above the ceiling; boxes that lie wholly above it are left out. */
export function underCeiling(parent: Limits, ceiling: Ceiling): Box[] {
  const top = highest(parent)
  const boxes = (parent.length === 0 ? [{}] : parent).map((box): Box => ({
    ...box,
    ...(ceiling.upTo === '' ? {} : { amount: bandUnder(box.amount, top, ceiling) }),
    ...(ceiling.grade === '' ? {} : { grade: ceiling.grade }),
    ...(ceiling.term === '' ? {} : { term: Number(ceiling.term) }),
  }))
  const kept = boxes.filter(reached)
  return (kept.length > 0 ? kept : boxes).filter((box) => Object.keys(box).length > 0)
}

/** The same boxes under a percentage of their highest amount, rounded down to whole units of the currency; unchanged where there is none. */
export function shareOf(limits: Limits, percent: number): Box[] {
  const top = highest(limits)
  if (top === null) return [...limits]
  const share = (parseDecimal(top) * BigInt(percent)) / 100n
  const whole = share - (share % unit)
  return underCeiling(limits, { ...ceilingOf(limits), upTo: formatDecimal(whole > 0n ? whole : share), grade: '', term: '' })
}
