/**
 * What two limits allow together: the effective envelope along a chain. It never says more than both allow. It says all they both allow,
 * except where bands are in different currencies, or counted on different bases, which one box cannot say: then what certainly lies in
 * both, which may be less, or nothing.
 */
import { compare } from '../amount.ts'
import type { AmountBand, Basis, Box, Decimal } from '../model.ts'
import type { Measures } from './measures.ts'
import { readLimits } from './read-box.ts'
import { limitWithin } from './within.ts'

/** What two parts have in common; null: nothing. */
type Common<Part> = Part | null

interface End {
  readonly at: Decimal
  readonly included: boolean
}

/** The end that lets less through; `sign` 1 for lower ends, -1 for upper ones. */
function tighter(a: End | null, b: End | null, sign: 1 | -1): End | null {
  if (a === null || b === null) return a ?? b
  const order = compare(a.at, b.at) * sign
  return order === 0 ? { at: a.at, included: a.included && b.included } : order > 0 ? a : b
}

const lowerOf = ({ over, overIncluded }: AmountBand): End | null => (over === undefined ? null : { at: over, included: overIncluded === true })
const upperOf = ({ upTo, upToIncluded }: AmountBand): End | null => (upTo === undefined ? null : { at: upTo, included: upToIncluded !== false })

function commonBand(a: AmountBand, b: AmountBand): Common<AmountBand> {
  if (a.currency !== b.currency) return null
  const lower = tighter(lowerOf(a), lowerOf(b), 1)
  const upper = tighter(upperOf(a), upperOf(b), -1)
  if (lower !== null && upper !== null) {
    const order = compare(lower.at, upper.at)
    if (order > 0 || (order === 0 && !(lower.included && upper.included))) return null
  }
  return {
    currency: a.currency,
    ...(lower === null ? {} : { over: lower.at, ...(lower.included ? { overIncluded: true } : {}) }),
    ...(upper === null ? {} : { upTo: upper.at, ...(upper.included ? {} : { upToIncluded: false }) }),
  }
}

/** The part of a box that is counted. */
type Counted = Pick<Box, 'amount' | 'count' | 'basis'>

const countsNothing = ({ amount, count }: Counted): boolean => amount === undefined && count === undefined

/** By act there is nothing to count, and what a total may not pass, the act does not: the band may as well be held against the total. */
const onTotal = ({ amount }: Counted, basis: Basis): Common<Counted> =>
  amount?.over === undefined ? { ...(amount === undefined ? {} : { amount }), basis } : null

function commonCounted(a: Counted, b: Counted, ofMatter: Basis): Common<Counted> {
  if (countsNothing(a)) return b
  if (countsNothing(b)) return a
  const [one, other] = [a.basis ?? ofMatter, b.basis ?? ofMatter]
  if (one !== other) {
    const moved = one === 'act' ? onTotal(a, other) : other === 'act' ? onTotal(b, one) : null
    return moved === null ? null : commonCounted(one === 'act' ? b : a, moved, ofMatter)
  }
  const amount = a.amount === undefined || b.amount === undefined ? (a.amount ?? b.amount) : commonBand(a.amount, b.amount)
  if (amount === null) return null
  const count = a.count === undefined || b.count === undefined ? (a.count ?? b.count) : Math.min(a.count, b.count)
  const basis = a.basis ?? b.basis
  return {
    ...(amount === undefined ? {} : { amount }), ...(count === undefined ? {} : { count }), ...(basis === undefined ? {} : { basis }),
  }
}

/** One side says nothing of it: what the other says. Both: what `meet` makes of them. */
const either = <Part>(a: Part | undefined, b: Part | undefined, meet: (a: Part, b: Part) => Common<Part>): Common<Part> | undefined =>
  a === undefined ? b : b === undefined ? a : meet(a, b)

function commonValues(a: readonly string[], b: readonly string[]): Common<readonly string[]> {
  const both = a.filter(value => b.includes(value))
  return both.length === 0 ? null : both
}

const commonPlaces = ({ placeUnder }: Measures) => (a: readonly string[], b: readonly string[]): Common<readonly string[]> => {
  const both = [...a.filter(place => placeUnder(place, b)), ...b.filter(place => placeUnder(place, a))]
  return both.length === 0 ? null : [...new Set(both)]
}

const commonGrade = ({ grades }: Measures) => (a: string, b: string): Common<string> => {
  const [one, other] = [grades.indexOf(a), grades.indexOf(b)]
  return one < 0 || other < 0 ? null : one < other ? a : b
}

function commonDates(a: NonNullable<Box['dates']>, b: NonNullable<Box['dates']>): Common<NonNullable<Box['dates']>> {
  const [from, to] = [Math.max(a.from ?? -Infinity, b.from ?? -Infinity), Math.min(a.to ?? Infinity, b.to ?? Infinity)]
  return from >= to ? null : { from: from === -Infinity ? null : from, to: to === Infinity ? null : to }
}

/** By key; a key both have must have something in common. */
function commonKeys<Part>(meet: (a: Part, b: Part) => Common<Part>) {
  return (a: Readonly<Record<string, Part>>, b: Readonly<Record<string, Part>>): Common<Readonly<Record<string, Part>>> => {
    const found: Record<string, Part> = {}
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const part = either(a[key], b[key], meet)
      if (part === null || part === undefined) return null
      found[key] = part
    }
    return found
  }
}

const sameFact = (a: string, b: string): Common<string> => (a === b ? a : null)

function commonBox(a: Box, b: Box, measures: Measures): Common<Box> {
  const counted = commonCounted(a, b, measures.basis)
  const parts = {
    grade: either(a.grade, b.grade, commonGrade(measures)),
    methods: either(a.methods, b.methods, commonValues),
    categories: either(a.categories, b.categories, commonValues),
    funds: either(a.funds, b.funds, commonValues),
    places: either(a.places, b.places, commonPlaces(measures)),
    term: either(a.term, b.term, Math.min),
    termOver: either(a.termOver, b.termOver, Math.max),
    dates: either(a.dates, b.dates, commonDates),
    where: either(a.where, b.where, commonKeys(sameFact)),
    stated: either(a.stated, b.stated, commonKeys(commonBand)),
  } satisfies { readonly [D in Exclude<keyof Box, keyof Counted>]: Common<NonNullable<Box[D]>> | undefined }
  const { term, termOver } = parts
  const noTerm = term != null && termOver != null && term <= termOver
  if (counted === null || noTerm || Object.values(parts).includes(null)) return null
  return { ...counted, ...(Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Box) }
}

/** What both limits allow, boxes inside others left out. No box at all is no limit; null: they have nothing in common. */
export function intersect(one: readonly Box[], other: readonly Box[], measures: Measures): readonly Box[] | null {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one
  const common = one.flatMap(a => other.flatMap(b => commonBox(a, b, measures) ?? []))
  const inside = (box: Box, among: readonly Box[]): boolean =>
    among.some(outer => limitWithin(readLimits([box]), readLimits([outer]), measures))
  const kept = common.filter((box, index) => !inside(box, common.slice(0, index)))
  const needed = kept.filter((box, index) => !inside(box, kept.slice(index + 1)))
  return needed.length === 0 ? null : needed
}

/** What may be decided under the last of a chain of limits, each inside the one before. */
export const envelope = (chain: readonly (readonly Box[])[], measures: Measures): readonly Box[] | null =>
  chain.reduce<readonly Box[] | null>((so, limits) => (so === null ? null : intersect(so, limits, measures)), [])
