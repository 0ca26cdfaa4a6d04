/** A line to a person in a post has ended by itself, for the person no longer sits there (rule 6), and still stands on the register. */
import { nothing, ref, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function notInPost({ look, row, persons }: LookedLine): readonly Found[] {
  const { holder } = row
  if (holder.kind !== 'person-in-post' || persons.length > 0) return nothing
  const ends = look.register.assignmentsBetween(holder.person, holder.post, look.times.known)
    .map(held => held.effectiveTo ?? Infinity).filter(end => end <= look.at)
  // Not yet arrived: an acceptance may precede arrival (rule 8).
  if (ends.length === 0) return nothing
  const since = Math.max(...ends)
  return [{ rule: 'not-in-post', since, cause: { person: ref('person', holder.person), post: ref('post', holder.post), at: { at: since } } }]
}
