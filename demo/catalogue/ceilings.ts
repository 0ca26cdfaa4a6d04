/** What is left when an authority is passed on: one step less in every dimension, so that nobody hands on all they hold. */
import { grades } from '../organisation/titles.ts'
import type { Ceiling } from './plan.ts'
import { currency } from './catalogue.ts'

const ladder = [1000, 2000, 2500, 5000, 10000, 15000, 20000, 25000, 40000, 50000, 100000, 150000, 200000, 250000, 500000, 1000000, 2000000,
  3000000, 5000000, 10000000, 20000000]
const gradeSteps = ['D-2', 'D-1', 'P-5', 'P-4', 'P-3', 'FS-7', 'G-7', 'G-6', 'G-5']

const stepDown = (amount: number): number => ladder.filter((step) => step < amount).at(-2) ?? Math.max(ladder[0] ?? amount, amount / 2)
const gradeBelow = (grade: string): string => gradeSteps[Math.min(gradeSteps.indexOf(grade) + 1, gradeSteps.length - 1)] ?? grade

/** The ceiling one level further down. */
export function oneStepBelow(ceiling: Ceiling): Ceiling {
  return {
    ...(ceiling.upTo !== undefined && { upTo: stepDown(ceiling.upTo) }),
    ...(ceiling.byMethod && { byMethod: Object.fromEntries(Object.entries(ceiling.byMethod).map(([method, upTo]) =>
      [method, stepDown(upTo)])) }),
    ...(ceiling.grade !== undefined && { grade: gradeBelow(ceiling.grade) }),
    ...(ceiling.term !== undefined && { term: Math.max(1, Math.floor(ceiling.term / 2)) }),
    ...(ceiling.funds && { funds: ceiling.funds }),
  }
}

/** Whether every bound of `inner` lies inside `outer`; both come from the same matter. */
export function liesInside(inner: Ceiling, outer: Ceiling): boolean {
  const noMore = (low: number | undefined, high: number | undefined): boolean => high === undefined || (low !== undefined && low <= high)
  const gradeOf = (grade: string | undefined): number | undefined => (grade === undefined ? undefined : grades.indexOf(grade))
  return noMore(inner.upTo, outer.upTo) && noMore(inner.term, outer.term) && noMore(gradeOf(inner.grade), gradeOf(outer.grade)) &&
    (!outer.funds || (inner.funds?.every((fund) => outer.funds?.includes(fund)) ?? false)) &&
    (!outer.byMethod || Object.entries(inner.byMethod ?? { none: Infinity }).every(([method, upTo]) =>
      noMore(upTo, outer.byMethod?.[method] ?? 0)))
}

/** The columns of the delegations file that carry a ceiling. */
export function limitColumns(ceiling: Ceiling): Readonly<Record<string, string | number>> {
  if (ceiling.byMethod) {
    const boxes = Object.entries(ceiling.byMethod).map(([method, upTo]) =>
      ({ amount: { currency, upTo: String(upTo) }, methods: [method] }))
    return { limits: JSON.stringify(boxes) }
  }
  return {
    ...(ceiling.upTo !== undefined && { currency, up_to: ceiling.upTo }),
    ...(ceiling.grade !== undefined && { grade: ceiling.grade }),
    ...(ceiling.term !== undefined && { term_months: ceiling.term }),
    ...(ceiling.funds && { funds: ceiling.funds.join(';') }),
  }
}
