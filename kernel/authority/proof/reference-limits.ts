/** Limits by the book, for the naive engine: what a box says, word for word, and containment by trying every case that could differ. */
import { parseDecimal } from '../amount.ts'
import type { AmountBand, Box } from '../model.ts'

/** A decision reduced to what limits speak of; `undefined` is "not stated". */
export interface Decision {
  readonly currency?: string
  readonly amount?: bigint
  readonly grade?: string
  readonly method?: string
  readonly category?: string
  readonly fund?: string
  readonly term?: number
}

function amountSays(band: AmountBand, { currency, amount }: Decision): string | null {
  if (amount === undefined || currency !== band.currency) return 'cannot-evaluate'
  if (band.upTo !== undefined) {
    const upTo = parseDecimal(band.upTo)
    if (amount > upTo || (amount === upTo && band.upToIncluded === false)) return 'limit-exceeded'
  }
  if (band.over !== undefined) {
    const over = parseDecimal(band.over)
    if (amount < over || (amount === over && band.overIncluded !== true)) return 'below-limit'
  }
  return null
}

function listSays(list: readonly string[], value: string | undefined, code: string): string | null {
  if (value === undefined) return 'cannot-evaluate'
  return list.includes(value) ? null : code
}

/** What each dimension of the box has against the decision. */
export function boxSays(box: Box, decision: Decision, grades: readonly string[]): string[] {
  const against: (string | null)[] = []
  if (box.amount !== undefined) against.push(amountSays(box.amount, decision))
  if (box.grade !== undefined) {
    const known = decision.grade !== undefined && grades.includes(decision.grade) && grades.includes(box.grade)
    against.push(!known ? 'cannot-evaluate' : grades.indexOf(decision.grade) > grades.indexOf(box.grade) ? 'wrong-grade' : null)
  }
  if (box.methods !== undefined) against.push(listSays(box.methods, decision.method, 'wrong-method'))
  if (box.categories !== undefined) against.push(listSays(box.categories, decision.category, 'wrong-category'))
  if (box.funds !== undefined) against.push(listSays(box.funds, decision.fund, 'wrong-fund'))
  if (box.term !== undefined)
    against.push(decision.term === undefined ? 'cannot-evaluate' : decision.term > box.term ? 'term-exceeded' : null)
  return against.filter(code => code !== null)
}

const missesItsKind = (codes: readonly string[]): number => codes.filter(code => ['wrong-method', 'wrong-category', 'wrong-fund'].includes(code)).length

/** What the limit has against the decision: nothing if one of its boxes has nothing, else what the nearest box has. */
export function limitSays(limits: readonly Box[], decision: Decision, grades: readonly string[]): string[] {
  const [first, ...others] = limits.map(box => boxSays(box, decision, grades))
  if (first === undefined) return []
  const isNearer = (next: readonly string[], nearest: readonly string[]) =>
    missesItsKind(next) < missesItsKind(nearest) || (missesItsKind(next) === missesItsKind(nearest) && next.length < nearest.length)
  return others.reduce((nearest, next) => (isNearer(next, nearest) ? next : nearest), first)
}

/** Every value of each dimension at which two limits could begin to differ. */
function decisionsThatMatter(limits: readonly Box[], grades: readonly string[]): Decision[] {
  const bands = limits.flatMap(box => box.amount ?? [])
  const bounds = bands.flatMap(band => [band.over, band.upTo].flatMap(text => (text === undefined ? [] : parseDecimal(text))))
  const amounts = [...new Set([0n, 10n ** 19n, ...bounds.flatMap(bound => [bound - 1n, bound, bound + 1n])])].filter(amount => amount >= 0n)
  const lists = (key: 'methods' | 'categories' | 'funds') => [...new Set(['something else', ...limits.flatMap(box => box[key] ?? [])])]
  const terms = [...new Set([0, 1_000_000, ...limits.flatMap(box => (box.term === undefined ? [] : [box.term, box.term + 1]))])]
  let decisions: Decision[] = [{}]
  const vary = <K extends keyof Decision>(key: K, values: readonly NonNullable<Decision[K]>[]) => {
    decisions = decisions.flatMap(decision => values.map(value => ({ ...decision, [key]: value })))
  }
  if (bands.length > 0) vary('currency', [...new Set([...bands.map(band => band.currency), 'another'])])
  if (bands.length > 0) vary('amount', amounts)
  if (limits.some(box => box.grade !== undefined)) vary('grade', grades)
  if (limits.some(box => box.methods !== undefined)) vary('method', lists('methods'))
  if (limits.some(box => box.categories !== undefined)) vary('category', lists('categories'))
  if (limits.some(box => box.funds !== undefined)) vary('fund', lists('funds'))
  if (limits.some(box => box.term !== undefined)) vary('term', terms)
  return decisions
}

/** Whoever may decide under `child` may decide under `parent`. A grade that is not stated counts as higher than all. */
export function liesWithin(child: readonly Box[], parent: readonly Box[], grades: readonly string[]): boolean {
  const beyond = [...grades, 'beyond every grade']
  return decisionsThatMatter([...child, ...parent], beyond).every(
    decision => limitSays(child, decision, beyond).length > 0 || limitSays(parent, decision, beyond).length === 0,
  )
}
