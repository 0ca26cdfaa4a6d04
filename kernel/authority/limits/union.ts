/**
 * A box may lie inside a union though it lies inside none of its boxes: "tender or sole source up to 50,000" inside "tender up to 100,000,
 * or sole source up to 50,000". Cut away what each box covers; the box is covered when nothing is left.
 */
import type { Scaled } from '../amount.ts'
import type { BoxList, ReadBox } from './read-box.ts'

/** Some values of a list, or all but some. */
interface Values {
  readonly all: boolean
  readonly named: readonly string[]
}

/** A range of an ordered dimension, each end inside or not. */
interface Range {
  readonly low: Scaled
  readonly lowIn: boolean
  readonly high: Scaled
  readonly highIn: boolean
}

interface Region {
  readonly currency: Values
  readonly amount: Range
  readonly grade: Range
  readonly methods: Values
  readonly categories: Values
  readonly funds: Values
  readonly term: Range
}

const everything: Values = { all: true, named: [] }
const from0 = (high: Scaled, highIn = true): Range => ({ low: 0, lowIn: true, high, highIn })
const only = (named: readonly string[] | null): Values => (named === null ? everything : { all: false, named })
const nothing: Range = { low: 0, lowIn: false, high: 0, highIn: false }

/** `generous`: an unreadable part of a child may hide anything, of a parent covers nothing. */
function regionOf(box: ReadBox, grades: readonly string[], generous: boolean): Region {
  const unknown = generous ? from0(Infinity) : nothing
  const rank = box.grade === null ? Infinity : grades.indexOf(box.grade)
  const band = box.amount
  return {
    currency: band === null ? everything : only([band.currency]),
    amount:
      band === null
        ? from0(Infinity)
        : band.readable
          ? { low: band.over, lowIn: band.overIncluded, high: band.upTo, highIn: band.upToIncluded }
          : unknown,
    grade: rank < 0 ? unknown : from0(rank),
    methods: only(box.methods),
    categories: only(box.categories),
    funds: only(box.funds),
    term: from0(box.term ?? Infinity),
  }
}

const emptyRange = (range: Range): boolean => range.low > range.high || (range.low == range.high && !(range.lowIn && range.highIn))
const emptyValues = (values: Values): boolean => !values.all && values.named.length === 0

function cutRange(range: Range, by: Range): { inside: Range; outside: readonly Range[] } {
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

function cutValues(values: Values, by: Values): { inside: Values; outside: readonly Values[] } {
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

const ranges = ['amount', 'grade', 'term'] as const
const lists = ['currency', 'methods', 'categories', 'funds'] as const

/** What of `region` the other does not cover. */
function cutAway(region: Region, by: Region): readonly Region[] {
  const left: Region[] = []
  let rest = region
  for (const name of lists) {
    const { inside, outside } = cutValues(rest[name], by[name])
    for (const part of outside) left.push({ ...rest, [name]: part })
    if (emptyValues(inside)) return left
    rest = { ...rest, [name]: inside }
  }
  for (const name of ranges) {
    const { inside, outside } = cutRange(rest[name], by[name])
    for (const part of outside) left.push({ ...rest, [name]: part })
    if (emptyRange(inside)) return left
    rest = { ...rest, [name]: inside }
  }
  return left
}

/** Whether the union of `parent`'s boxes covers every decision `child` allows. */
export function coveredByUnion(child: ReadBox, parent: BoxList, grades: readonly string[]): boolean {
  let left: readonly Region[] = [regionOf(child, grades, true)]
  for (let index = 0; index < parent.count && left.length > 0; index++) {
    const by = regionOf(parent.at(index), grades, false)
    left = left.flatMap(region => cutAway(region, by))
  }
  return left.length === 0
}
