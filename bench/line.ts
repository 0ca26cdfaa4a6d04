/** One measurement as people and programs read it. */

export interface Line {
  readonly group: string
  readonly claim: string
  readonly ours: number
  /** The same work done another way, measured in the same run; null where nothing compares. */
  readonly other: number | null
  readonly unit: string
  /** `ours` over `other`. */
  readonly ratio: number | null
  /** "ratio <= 3" or "ours <= 200"; null where nothing was promised. */
  readonly goal: string | null
  readonly holds: boolean
}

interface Measured {
  readonly group: string
  readonly claim: string
  readonly ours: number
  readonly other?: number
  readonly unit: string
  readonly goal?: { readonly of: 'ratio' | 'ours'; readonly atMost?: number; readonly atLeast?: number }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** What is promised is held against what was measured, unrounded. */
export function line({ group, claim, ours, other, unit, goal }: Measured): Line {
  const ratio = other === undefined ? null : ours / other
  const spoken = goal?.of === 'ratio' ? (ratio ?? NaN) : ours
  const holds = goal === undefined || (spoken <= (goal.atMost ?? Infinity) && spoken >= (goal.atLeast ?? -Infinity))
  const bound = goal && (goal.atMost === undefined ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`)
  return {
    group, claim, ours: rounded(ours), other: other === undefined ? null : rounded(other), unit,
    ratio: ratio === null ? null : rounded(ratio), goal: goal ? `${goal.of} ${bound}` : null, holds,
  }
}

/** One line for people. */
export function told({ group, claim, ours, other, unit, ratio, goal, holds }: Line): string {
  const beside = other === null ? '' : ` beside ${other} ${unit}, ratio ${ratio}`
  const promise = goal === null ? '' : ` (${goal}: ${holds ? 'holds' : 'DOES NOT HOLD'})`
  return `${group}: ${claim}\n    ${ours} ${unit}${beside}${promise}`
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper
}

/** Seconds that `work` takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
