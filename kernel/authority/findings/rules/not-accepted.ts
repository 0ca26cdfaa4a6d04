/** Issued and not accepted within the days the framework gives (rule 8). */
import { nothing, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

const day = 86_400_000

export function notAccepted(line: LookedLine): readonly Found[] {
  const { look, row, framework } = line
  if (row.acceptedAt !== null || framework === null || !look.reached(row.effectiveFrom)) return nothing
  const issued = row.signedAt ?? look.register.publishedAt(row)
  const due = issued + framework.acceptWithinDays * day
  return look.reached(due) ? [{ rule: 'not-accepted', since: due, cause: { days: framework.acceptWithinDays, at: { at: issued } } }] : nothing
}
