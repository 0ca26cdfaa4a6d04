/** Somebody acts in a post with no instrument, or for longer than the framework allows: status alone grants nothing (rule 14, UNDT/2013/172). */
import type { AssignmentFact, FrameworkFact } from '../../model.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'

const day = 86_400_000

export function actingUnrecorded(look: Look, held: AssignmentFact, framework: FrameworkFact | null): readonly Found[] {
  if (held.assignment === 'substantive' || !look.runs(held)) return nothing
  const cause = { person: ref('person', held.person), post: ref('post', held.post), assignment: held.assignment }
  if (held.instrument === null) return [{ rule: 'acting-unrecorded', since: held.effectiveFrom, cause: { ...cause, because: 'no-instrument' } }]
  const longest = framework?.longestActingDays ?? null
  if (longest === null || held.effectiveFrom === null) return nothing
  const since = held.effectiveFrom + longest * day
  return look.reached(since) ? [{ rule: 'acting-unrecorded', since, cause: { ...cause, because: 'too-long' } }] : nothing
}
