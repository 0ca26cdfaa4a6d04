/** Which declaration of an emergency's trigger is running (rule 12): neither ended nor lapsed. */
import type { Emergency, Instant } from '../../kernel/authority/model.ts'

const day = 24 * 60 * 60 * 1000

export interface Declaration {
  readonly from: Instant
  /** When it ends or lapses; null = when somebody ends it. */
  readonly until: Instant | null
  readonly by: string
}

/** When a declaration ends: by itself, or because somebody ended it, whichever is first. */
export function endOfDeclaration({ lapsesAfterDays }: Emergency, { from, to }: Emergency['declared'][number]): Instant | null {
  const lapses = lapsesAfterDays === null ? Infinity : from + lapsesAfterDays * day
  const end = Math.min(to ?? Infinity, lapses)
  return end === Infinity ? null : end
}

export function declarationOf(emergency: Emergency, at: Instant): Declaration | null {
  for (const declared of emergency.declared) {
    const until = endOfDeclaration(emergency, declared)
    if (declared.from <= at && (until === null || at < until)) return { from: declared.from, until, by: declared.by }
  }
  return null
}
