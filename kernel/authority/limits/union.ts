/**
 * A box may lie inside a union though it lies inside none of its boxes: "tender or sole source up to 50,000" inside "tender up to 100,000,
 * or sole source up to 50,000". Cut away what each box covers; the box is covered when nothing is left that could be.
 */
import { basisOf } from './dimension.ts'
import type { Measures } from './measures.ts'
import { cutRange, cutValues, emptyRange, emptyValues, type Range, type Values } from './parts.ts'
import type { BoxList, ReadBand, ReadBox } from './read-box.ts'

/** What a box says nothing of is not in its region: everything is allowed there. Amounts counted on two bases are two things. */
interface Region {
  readonly ranges: ReadonlyMap<string, Range>
  readonly values: ReadonlyMap<string, Values>
}

const everything: Values = { all: true, named: [] }
const nothing: Range = { low: 0, lowIn: false, high: 0, highIn: false }
const upTo = (high: number): Range => ({ low: 0, lowIn: true, high, highIn: true })
const only = (named: readonly string[]): Values => ({ all: false, named })

/** Dates reach back and on without end, and a span leaves its end out; what is counted begins at nothing. */
const wholeRange = (name: string): Range => (name === 'dates' ? { low: -Infinity, lowIn: true, high: Infinity, highIn: false } : upTo(Infinity))

/** Every place some box names stands for what lies under it and under no other named; places under none are "all others". */
const placesNamed = (boxes: readonly ReadBox[]): readonly string[] => [...new Set(boxes.flatMap(box => box.places ?? []))]

/** `generous`: an unreadable part of a child may hide anything, of a parent covers nothing. */
function regionOf(box: ReadBox, measures: Measures, named: readonly string[], generous: boolean): Region {
  const ranges = new Map<string, Range>()
  const values = new Map<string, Values>()
  const unknown = generous ? upTo(Infinity) : nothing
  const addBand = (what: string, currencyOf: string, band: ReadBand): void => {
    values.set(`currency of ${currencyOf}`, only([band.currency]))
    ranges.set(
      what,
      band.readable ? { low: band.over, lowIn: band.overIncluded, high: band.upTo, highIn: band.upToIncluded } : unknown,
    )
  }
  const basis = basisOf(box, measures)
  if (box.amount !== null) addBand(`amount by ${basis}`, 'amount', box.amount)
  for (const [fact, band] of Object.entries(box.stated ?? {})) addBand(`stated ${fact}`, `stated ${fact}`, band)
  if (box.grade !== null) {
    const rank = measures.grades.indexOf(box.grade)
    ranges.set('grade', rank < 0 ? unknown : upTo(rank))
  }
  if (box.term !== null || box.termOver !== null) {
    ranges.set('term', { low: box.termOver ?? 0, lowIn: box.termOver === null, high: box.term ?? Infinity, highIn: true })
  }
  // Every act is one act, so a count by act is no limit.
  if (box.count !== null && !(basis === 'act' && box.count >= 1)) ranges.set(`acts by ${basis}`, upTo(box.count))
  // A day that never ends has no instant left over after it.
  if (box.dates !== null) ranges.set('dates', { low: box.dates.from, lowIn: true, high: box.dates.to, highIn: box.dates.to === Infinity })
  if (box.methods !== null) values.set('method', only(box.methods))
  if (box.categories !== null) values.set('category', only(box.categories))
  if (box.funds !== null) values.set('fund', only(box.funds))
  if (box.places !== null) {
    const roots = box.places
    values.set('place', only(named.filter(place => measures.placeUnder(place, roots))))
  }
  for (const [fact, value] of Object.entries(box.where ?? {})) values.set(`fact ${fact}`, only([value]))
  return { ranges, values }
}

/** What of `region` the other does not cover. */
function cutAway(region: Region, by: Region): readonly Region[] {
  const left: Region[] = []
  let { ranges, values } = region
  for (const [name, taken] of by.values) {
    const { inside, outside } = cutValues(values.get(name) ?? everything, taken)
    for (const part of outside) left.push({ ranges, values: new Map(values).set(name, part) })
    if (emptyValues(inside)) return left
    values = new Map(values).set(name, inside)
  }
  for (const [name, taken] of by.ranges) {
    const { inside, outside } = cutRange(ranges.get(name) ?? wholeRange(name), taken)
    for (const part of outside) left.push({ ranges: new Map(ranges).set(name, part), values })
    if (emptyRange(inside)) return left
    ranges = new Map(ranges).set(name, inside)
  }
  return left
}

/** A region that is empty in some part holds no decision; nor one where a total would be less than the act, which it never is. */
function couldBe({ ranges, values }: Region): boolean {
  for (const part of values.values()) if (emptyValues(part)) return false
  const act = ranges.get('amount by act') ?? wholeRange('amount by act')
  for (const [name, range] of ranges) {
    if (emptyRange(range)) return false
    const { high, highIn } = range
    if (!name.startsWith('amount by ') || name === 'amount by act') continue
    if (act.low > high || (act.low == high && !(act.lowIn && highIn))) return false
  }
  return true
}

/** Whether the union of `parent`'s boxes covers every decision `child` allows. */
export function coveredByUnion(child: ReadBox, parent: BoxList, measures: Measures): boolean {
  const boxes = Array.from({ length: parent.count }, (_, index) => ({ ...parent.at(index) }))
  const named = placesNamed([child, ...boxes])
  let left: readonly Region[] = [regionOf(child, measures, named, true)].filter(couldBe)
  for (const box of boxes) {
    if (left.length === 0) break
    const by = regionOf(box, measures, named, false)
    left = left.flatMap(region => cutAway(region, by).filter(couldBe))
  }
  return left.length === 0
}
