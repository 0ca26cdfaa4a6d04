/** Parts of one dimension: ranges of what is ordered, sets of what is named; and what is left of one when another is cut away. */
import type { Scaled } from '../amount.ts'

/** Some values of a list, or all but some. */
export interface Values {
  readonly all: boolean
  readonly named: readonly string[]
}

/** A range of an ordered dimension, each end inside or not. */
export interface Range {
  readonly low: Scaled
  readonly lowIn: boolean
  readonly high: Scaled
  readonly highIn: boolean
}

interface Cut<Part> {
  readonly inside: Part
  readonly outside: readonly Part[]
}

export const emptyRange = (range: Range): boolean => range.low > range.high || (range.low == range.high && !(range.lowIn && range.highIn))
export const emptyValues = (values: Values): boolean => !values.all && values.named.length === 0

export function cutRange(range: Range, by: Range): Cut<Range> {
  const lowFirst = by.low > range.low || (by.low == range.low && !by.lowIn)
  const highFirst = by.high < range.high || (by.high == range.high && !by.highIn)
  const inside = {
    low: lowFirst ? by.low : range.low,
    lowIn: lowFirst ? by.lowIn : range.lowIn,
    high: highFirst ? by.high : range.high,
    highIn: highFirst ? by.highIn : range.highIn,
  }
  if (emptyRange(inside)) return { inside, outside: [range] }
  const outside = [
    { low: range.low, lowIn: range.lowIn, high: inside.low, highIn: !inside.lowIn },
    { low: inside.high, lowIn: !inside.highIn, high: range.high, highIn: range.highIn },
  ]
  return { inside, outside: outside.filter(part => !emptyRange(part)) }
}

const without = (from: readonly string[], taken: readonly string[]): readonly string[] => from.filter(value => !taken.includes(value))

export function cutValues(values: Values, by: Values): Cut<Values> {
  if (by.all && by.named.length === 0) return { inside: values, outside: [] }
  if (values.all) {
    const outside = { all: true, named: [...values.named, ...without(by.named, values.named)] }
    return { inside: { all: false, named: without(by.named, values.named) }, outside: [outside] }
  }
  const outside = { all: false, named: without(values.named, by.named) }
  return {
    inside: { all: false, named: values.named.filter(value => by.named.includes(value)) },
    outside: emptyValues(outside) ? [] : [outside],
  }
}
