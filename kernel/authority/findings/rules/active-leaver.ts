/** A line names a person who has left, and nobody ended it (A/75/201 ¶14; University of Edinburgh: the register is told of leavers at once). */
import { nothing, ref, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function activeLeaver({ look, row }: LookedLine): readonly Found[] {
  if (row.holderKind !== 'person') return nothing
  const { holder } = row
  if (!('person' in holder)) return nothing
  const fact = look.register.fact('person', holder.person, look.times.known)
  if (fact === null || !look.reached(fact.effectiveTo)) return nothing
  return [{ rule: 'active-leaver', since: fact.effectiveTo, cause: { person: ref('person', holder.person), at: { at: fact.effectiveTo ?? 0 } } }]
}
