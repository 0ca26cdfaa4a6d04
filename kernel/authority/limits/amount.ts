import type { Scaled } from '../amount.ts'
import type { Asked, Dimension, Outcome } from './dimension.ts'
import type { ReadBand } from './read-box.ts'

const above = { code: 'limit-exceeded' } as const
const below = { code: 'below-limit' } as const

const overLower = (value: Scaled, band: ReadBand): boolean => value > band.over || (band.overIncluded && value == band.over)
const underUpper = (value: Scaled, band: ReadBand): boolean => value < band.upTo || (band.upToIncluded && value == band.upTo)

function asks(band: ReadBand, asked: Asked): Outcome {
  if (!band.readable) return { code: 'cannot-evaluate', needs: 'limit' }
  if (asked.amount === null) return { code: 'cannot-evaluate', needs: asked.amountNeeds }
  if (asked.currency !== band.currency) return { code: 'cannot-evaluate', needs: `rate:${asked.currency}/${band.currency}` }
  if (!underUpper(asked.amount, band)) return above
  return overLower(asked.amount, band) ? null : below
}

/** Without rates, bands in two currencies cannot be compared, so neither lies within the other. */
export function bandWithin(child: ReadBand | null, parent: ReadBand): boolean {
  if (child === null || !child.readable || !parent.readable || child.currency !== parent.currency) return false
  const lower = child.over > parent.over || (child.over == parent.over && (parent.overIncluded || !child.overIncluded))
  const upper = child.upTo < parent.upTo || (child.upTo == parent.upTo && (parent.upToIncluded || !child.upToIncluded))
  return lower && upper
}

export const amount: Dimension = {
  name: 'amount',
  states: box => box.amount !== null,
  asks: (box, asked) => (box.amount === null ? null : asks(box.amount, asked)),
  within: (child, parent) => parent.amount === null || bandWithin(child.amount, parent.amount),
}
