/** The facts a promulgation makes of the law itself: the new framework and its matters, the mappings, and the old ones until T1. */
import type { FrameworkFact, Instant, MappingFact, MatterFact } from '../../kernel/authority/model.ts'
import { dateOf, endOfDay, startOfDay } from '../../kernel/time/instants.ts'
import type { Bulletin } from './model.ts'

/** T0 and T1. A first day of today means from signature: nothing reaches back over the hours before (rule 23). */
export function transitionOf({ terms: { first, until } }: Bulletin, zone: string, now: Instant): { readonly from: Instant; readonly to: Instant } | null {
  if (first === null || until === null) return null
  return { from: first === dateOf(now, zone) ? now : startOfDay(first, zone), to: endOfDay(until, zone) }
}

const until = (end: Instant | null, to: Instant): Instant => (end === null ? to : Math.min(end, to))

export function lawFacts(
  { id, terms, matters, mappings }: Bulletin, before: FrameworkFact, oldMatters: readonly MatterFact[], { from, to }: { readonly from: Instant; readonly to: Instant },
): { readonly framework: FrameworkFact; readonly matters: readonly MatterFact[]; readonly mappings: readonly MappingFact[]; readonly ended: readonly (FrameworkFact | MatterFact)[] } {
  const { title, runningCases, grades, acceptWithinDays } = terms
  return {
    framework: { ...before, id, title, grades, acceptWithinDays, runningCases, supersedes: before.id, transitionTo: to, effectiveFrom: from, effectiveTo: null },
    matters: matters.map((matter) => ({ ...matter, framework: id, effectiveFrom: from, effectiveTo: null })),
    mappings: mappings.map(({ from: old, to: fresh, how }) => ({
      kind: 'mapping', id: `${id}:${old ?? ''}>${fresh ?? ''}`, from: old, to: fresh, how: how === 'dropped' || how === 'new' ? 'changed' : how, effectiveFrom: from, effectiveTo: null,
    })),
    // They count until T1 for what was not re-issued (SEMANTICS, Framework transition).
    ended: [{ ...before, effectiveTo: until(before.effectiveTo, to) }, ...oldMatters.map((matter) => ({ ...matter, effectiveTo: until(matter.effectiveTo, to) }))],
  }
}
