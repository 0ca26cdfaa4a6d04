/** Exact conversion at the rate in force on a date. Whole numbers throughout: a converted amount is a fraction, never rounded. */
import type { Instant } from './model.ts'
import { runsAt, type World } from './world.ts'

/** `over / under`, in ten-thousandths of the currency; `under` is positive. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const whole = (over: bigint): Fraction => ({ over, under: 1n })

/** The largest number that divides both; neither is 0. */
function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** Over the least common denominator, so that long sums stay short. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const shared = commonDivisor(a.under, b.under)
  return { over: a.over * (b.under / shared) + b.over * (a.under / shared), under: (a.under / shared) * b.under }
}

export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under })

export const moreThan = (a: Fraction, b: Fraction): boolean => a.over * b.under > b.over * a.under

interface Running {
  readonly id: string
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

/** Of those running at an instant, the one that began last; of those that began together, the first by id. */
export function lastBegun<F extends Running>(facts: readonly F[], at: Instant): F | null {
  let last: F | null = null
  for (const fact of facts) {
    if (!runsAt(fact, at)) continue
    const begun = fact.effectiveFrom ?? -Infinity
    const before = last === null ? -Infinity : (last.effectiveFrom ?? -Infinity)
    if (last === null || begun > before || (begun === before && fact.id < last.id)) last = fact
  }
  return last
}

/** "1.0837" as a fraction of at most 10 digits after the point; null: no rate can be read. */
function readRate(text: string): Fraction | null {
  const match = /^(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text)
  if (match === null) return null
  const [, before = '', after = ''] = match
  const over = BigInt(before + after)
  return over === 0n ? null : { over, under: 10n ** BigInt(after.length) }
}

/** What one unit of `from` is worth in `to`: by the rate recorded that way, else by the inverse of the other. */
export function rateAt(world: World, from: string, to: string, at: Instant): Fraction | null {
  if (from === to) return whole(1n)
  const recorded = (one: string, other: string): Fraction | null => {
    const fact = lastBegun(world.mentioning('rate', one).filter(rate => rate.to === other), at)
    return fact === null ? null : readRate(fact.rate)
  }
  const inverse = (rate: Fraction | null): Fraction | null => (rate === null ? null : { over: rate.under, under: rate.over })
  return recorded(from, to) ?? inverse(recorded(to, from))
}
