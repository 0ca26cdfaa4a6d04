/** Bands of amounts: whether an amount lies in one, and whether one lies in another. */
import type { Counted, Needs } from '../counting.ts'
import type { Outcome } from './dimension.ts'
import type { ReadBand } from './read-box.ts'

const above = { code: 'limit-exceeded' } as const
const below = { code: 'below-limit' } as const

/** Any amount of the currency. */
export const isOpen = (band: ReadBand): boolean => band.over === 0 && band.overIncluded && band.upTo === Infinity

const overLower = ({ value, more }: Counted, band: ReadBand): boolean =>
  value > band.over || (value == band.over && (band.overIncluded || more))

const underUpper = ({ value, more }: Counted, band: ReadBand): boolean =>
  value < band.upTo || (value == band.upTo && band.upToIncluded && !more)

export function bandSays(band: ReadBand, amount: Counted | Needs): Outcome {
  if (!band.readable) return { code: 'cannot-evaluate', needs: 'limit' }
  if ('needs' in amount) return { code: 'cannot-evaluate', needs: amount.needs }
  if (!underUpper(amount, band)) return above
  return overLower(amount, band) ? null : below
}

/** Rates change from day to day, so a band in one currency never lies in one of another. */
export function bandWithin(child: ReadBand | null, parent: ReadBand): boolean {
  if (child === null || !child.readable || !parent.readable || child.currency !== parent.currency) return false
  const lower = child.over > parent.over || (child.over == parent.over && (parent.overIncluded || !child.overIncluded))
  const upper = child.upTo < parent.upTo || (child.upTo == parent.upTo && (parent.upToIncluded || !child.upToIncluded))
  return lower && upper
}
