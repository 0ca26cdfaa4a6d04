/** Limits by the book, for the naive engine: what a box says, word for word, and containment by trying every case that could differ. */
import { parseDecimal } from '../amount.ts'
import type { AmountBand, Basis, Box, Instant } from '../model.ts'

/** An exact number: `n / d`, with `d` positive. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

export const exact = (n: bigint, d = 1n): Exact => ({ n, d })
/** Negative, 0 or positive as `a` is less than, equal to or more than `b`. */
export const compared = (a: Exact, b: Exact): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const decimal = (text: string): Exact => exact(parseDecimal(text))

/** A decision reduced to what limits speak of; `undefined` is "not stated, or not to be told". */
export interface Decision {
  readonly grade?: string
  readonly method?: string
  readonly category?: string
  readonly fund?: string
  readonly term?: number
  readonly place?: string
  readonly on: Instant
  readonly amount: (basis: Basis, currency: string) => Exact | undefined
  readonly acts: (basis: Basis) => number | undefined
  readonly stated: (fact: string, currency: string) => Exact | undefined
  readonly fact: (key: string) => string
}

/** What the organisation brings: its grades, what the matter counts on, its places. */
export interface Setting {
  readonly grades: readonly string[]
  readonly basis: Basis
  readonly under: (place: string, roots: readonly string[]) => boolean
}

function bandSays(band: AmountBand, amount: Exact | undefined): string | null {
  if (amount === undefined) return 'cannot-evaluate'
  if (band.upTo !== undefined) {
    const above = compared(amount, decimal(band.upTo))
    if (above > 0 || (above === 0 && band.upToIncluded === false)) return 'limit-exceeded'
  }
  if (band.over !== undefined) {
    const above = compared(amount, decimal(band.over))
    if (above < 0 || (above === 0 && band.overIncluded !== true)) return 'below-limit'
  }
  return null
}

function listSays(list: readonly string[], value: string | undefined, code: string): string | null {
  if (value === undefined) return 'cannot-evaluate'
  return list.includes(value) ? null : code
}

/** What each dimension of the box has against the decision. */
export function boxSays(box: Box, decision: Decision, { grades, basis: ofMatter, under }: Setting): string[] {
  const against: (string | null)[] = []
  const basis = box.basis ?? ofMatter
  if (box.amount !== undefined) against.push(bandSays(box.amount, decision.amount(basis, box.amount.currency)))
  if (box.count !== undefined) {
    const acts = decision.acts(basis)
    against.push(acts === undefined ? 'cannot-evaluate' : acts > box.count ? 'count-exceeded' : null)
  }
  if (box.grade !== undefined) {
    const known = decision.grade !== undefined && grades.includes(decision.grade) && grades.includes(box.grade)
    against.push(!known ? 'cannot-evaluate' : grades.indexOf(decision.grade) > grades.indexOf(box.grade) ? 'wrong-grade' : null)
  }
  if (box.methods !== undefined) against.push(listSays(box.methods, decision.method, 'wrong-method'))
  if (box.categories !== undefined) against.push(listSays(box.categories, decision.category, 'wrong-category'))
  if (box.funds !== undefined) against.push(listSays(box.funds, decision.fund, 'wrong-fund'))
  if (box.places !== undefined) {
    against.push(decision.place === undefined ? 'cannot-evaluate' : under(decision.place, box.places) ? null : 'wrong-place')
  }
  if (box.term !== undefined)
    against.push(decision.term === undefined ? 'cannot-evaluate' : decision.term > box.term ? 'term-exceeded' : null)
  if (box.termOver !== undefined)
    against.push(decision.term === undefined ? 'cannot-evaluate' : decision.term <= box.termOver ? 'below-term' : null)
  if (box.dates !== undefined) {
    const { from, to } = box.dates
    against.push((from !== null && decision.on < from) || (to !== null && decision.on >= to) ? 'outside-dates' : null)
  }
  if (box.where !== undefined) {
    against.push(Object.entries(box.where).some(([key, value]) => decision.fact(key) !== value) ? 'fact-differs' : null)
  }
  if (box.stated !== undefined) {
    const said = Object.entries(box.stated).flatMap(([fact, band]) => bandSays(band, decision.stated(fact, band.currency)) ?? [])
    against.push(said.find(code => code !== 'cannot-evaluate') ?? said[0] ?? null)
  }
  return against.filter(code => code !== null)
}

const otherKinds = ['wrong-method', 'wrong-category', 'wrong-fund', 'wrong-place', 'outside-dates', 'fact-differs']
const missesItsKind = (codes: readonly string[]): number => codes.filter(code => otherKinds.includes(code)).length

/** What the limit has against the decision: nothing if one of its boxes has nothing, else what the nearest box has. */
export function limitSays(limits: readonly Box[], decision: Decision, setting: Setting): string[] {
  const [first, ...others] = limits.map(box => boxSays(box, decision, setting))
  if (first === undefined) return []
  const isNearer = (next: readonly string[], nearest: readonly string[]) =>
    missesItsKind(next) < missesItsKind(nearest) || (missesItsKind(next) === missesItsKind(nearest) && next.length < nearest.length)
  return others.reduce((nearest, next) => (isNearer(next, nearest) ? next : nearest), first)
}

/** A decision of the trial: one value for all that limits speak of. */
type Trial = Readonly<Record<string, string | number | bigint>>

const bounds = (bands: readonly AmountBand[]): bigint[] => {
  const written = bands.flatMap(band => [band.over, band.upTo].flatMap(text => (text === undefined ? [] : parseDecimal(text))))
  return [...new Set([0n, 10n ** 19n, ...written.flatMap(bound => [bound - 1n, bound, bound + 1n])])].filter(amount => amount >= 0n)
}

const currencies = (bands: readonly AmountBand[]): string[] => [...new Set([...bands.map(band => band.currency), 'another'])]

/** Every value of each dimension at which two limits could begin to differ. */
function trials(limits: readonly Box[], { grades, basis }: Setting): Trial[] {
  let found: Trial[] = [{}]
  const vary = (key: string, values: readonly (string | number | bigint)[]) => {
    if (values.length > 0) found = found.flatMap(trial => values.map(value => ({ ...trial, [key]: value })))
  }
  const some = <V>(pick: (box: Box) => V | undefined): V[] => limits.flatMap(box => pick(box) ?? [])
  const bands = some(box => box.amount)
  if (bands.length > 0) {
    const bases = new Set(limits.flatMap(box => (box.amount === undefined ? [] : (box.basis ?? basis))))
    vary('currency', currencies(bands))
    for (const each of new Set<Basis>(['act', ...bases])) vary(`amount ${each}`, bounds(bands))
    // The total is never less than the act.
    found = found.filter(trial => [...bases].every(each => (trial[`amount ${each}`] as bigint) >= (trial['amount act'] as bigint)))
  }
  for (const box of limits) {
    const each = box.basis ?? basis
    if (box.count === undefined || each === 'act' || found.some(trial => `acts ${each}` in trial)) continue
    vary(`acts ${each}`, [1, ...some(({ count }) => count).flatMap(count => [count, count + 1])])
  }
  vary('grade', limits.some(box => box.grade !== undefined) ? grades : [])
  for (const [key, list] of [['method', 'methods'], ['category', 'categories'], ['fund', 'funds'], ['place', 'places']] as const) {
    const named = limits.flatMap(box => box[list] ?? [])
    vary(key, named.length === 0 ? [] : [...new Set(['something else', ...named])])
  }
  const ends = [...some(box => box.term), ...some(box => box.termOver)]
  vary('term', ends.length === 0 ? [] : [...new Set([0, 1_000_000, ...ends.flatMap(term => [term, term + 1])])])
  const days = some(box => box.dates).flatMap(({ from, to }) => [from, to].flatMap(at => (at === null ? [] : [at - 1, at])))
  vary('on', days.length === 0 ? [] : [...new Set([-8.64e15, 8.64e15, ...days])])
  const wheres = some(box => box.where).flatMap(where => Object.entries(where))
  for (const key of new Set(wheres.map(([fact]) => fact))) {
    vary(`fact ${key}`, [...new Set(['something else', ...wheres.filter(([fact]) => fact === key).map(([, value]) => value)])])
  }
  const stated = some(box => box.stated).flatMap(bandsOf => Object.entries(bandsOf))
  for (const key of new Set(stated.map(([fact]) => fact))) {
    const its = stated.filter(([fact]) => fact === key).map(([, band]) => band)
    vary(`currency ${key}`, currencies(its))
    vary(`stated ${key}`, bounds(its))
  }
  return found
}

const decisionOf = (trial: Trial): Decision => ({
  ...(trial as Pick<Decision, 'grade' | 'method' | 'category' | 'fund' | 'term' | 'place'>),
  on: (trial['on'] as number | undefined) ?? 0,
  amount: (basis, currency) => (trial['currency'] === currency ? exact(trial[`amount ${basis}`] as bigint) : undefined),
  acts: basis => (basis === 'act' ? 1 : (trial[`acts ${basis}`] as number)),
  stated: (fact, currency) => (trial[`currency ${fact}`] === currency ? exact(trial[`stated ${fact}`] as bigint) : undefined),
  fact: key => trial[`fact ${key}`] as string,
})

/** Whoever may decide under `child` may decide under `parent`. A grade that is not stated counts as higher than all. */
export function liesWithin(child: readonly Box[], parent: readonly Box[], setting: Setting): boolean {
  const beyond = { ...setting, grades: [...setting.grades, 'beyond every grade'] }
  return trials([...child, ...parent], beyond).every(trial => {
    const decision = decisionOf(trial)
    return limitSays(child, decision, beyond).length > 0 || limitSays(parent, decision, beyond).length === 0
  })
}
