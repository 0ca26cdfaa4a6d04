/** What time does to a line: it runs out, is never used, is not looked at again (rules 8, 24; Victoria LGA 2020 s.11: review within a term). */
import { nothing, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'
import { monthsAfter } from '../months.ts'

const day = 86_400_000

/** Whether the holder was given a later line on the matter that goes on when this one ends. */
function isFollowed({ look, row }: LookedLine, end: number): boolean {
  const { holder } = row
  const rows = 'person' in holder ? look.register.linked('person', holder.person, look.times)
    : holder.kind === 'post' ? look.register.linked('post', holder.post, look.times)
      : holder.kind === 'body' ? look.register.linked('body', holder.body, look.times) : []
  for (const other of rows) {
    if (other.matter === row.matter && other.id !== row.id && other.endedAt === null && other.effectiveFrom > row.effectiveFrom && other.effectiveFrom <= end &&
      other.fallsAt === null && (other.effectiveTo === null || other.effectiveTo > end)) return true
  }
  return false
}

/** Ends soon and nothing follows. */
export function expiring(line: LookedLine): readonly Found[] {
  const { look, row } = line
  const end = row.fallsAt === null ? row.effectiveTo : Math.min(row.fallsAt, row.effectiveTo ?? Infinity)
  if (end === null) return nothing
  const since = end - look.terms.expiringDays * day
  if (!look.reached(since) || isFollowed(line, end)) return nothing
  return [{ rule: 'expiring', since, cause: { at: { at: end } } }]
}

/** Not used for as many months as the framework says. */
export function unused(line: LookedLine): readonly Found[] {
  const { look, row, framework } = line
  const months = framework?.unusedMonths ?? null
  if (months === null || !row.mayExercise) return nothing
  const begun = Math.max(row.effectiveFrom, look.register.publishedAt(row), row.reviewedAt ?? -Infinity)
  if (!look.reached(monthsAfter(begun, months))) return nothing
  const last = look.register.mentioning('exercise', `delegation:${row.id}`, look.times.known)
    .reduce((latest, { decidedAt }) => Math.max(latest, decidedAt), -Infinity)
  const since = monthsAfter(Math.max(begun, last), months)
  return look.reached(since) ? [{ rule: 'unused', since, cause: { months, at: { at: Math.max(begun, last) } } }] : nothing
}

/** Not reviewed for as many months as the framework says. */
export function reviewOverdue({ look, row, framework }: LookedLine): readonly Found[] {
  const months = framework?.reviewMonths ?? null
  if (months === null) return nothing
  const last = row.reviewedAt ?? row.signedAt ?? look.register.publishedAt(row)
  const since = monthsAfter(last, months)
  return look.reached(since) ? [{ rule: 'review-overdue', since, cause: { months, at: { at: last } } }] : nothing
}
