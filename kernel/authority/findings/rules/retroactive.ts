/** Signed to begin before the day it was signed: a grant reaches back, which it may not (rule 23); it counts from its publication only. */
import { nothing, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

const day = 86_400_000

export function retroactive({ row }: LookedLine): readonly Found[] {
  const { signedAt } = row
  // A line of the day is dated at its midnight, in whatever zone: only whole days count.
  if (signedAt === null || row.effectiveFrom > signedAt - day) return nothing
  return [{ rule: 'retroactive', since: signedAt, cause: { from: { at: row.effectiveFrom }, at: { at: signedAt } } }]
}
