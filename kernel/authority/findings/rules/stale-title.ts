/** The post's title or entity is another than when the line was issued, and nobody has looked at the line since. */
import { nothing, ref, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function staleTitle({ look, row }: LookedLine): readonly Found[] {
  const { register, times } = look
  if (row.holderKind !== 'post' && row.holderKind !== 'person-in-post') return nothing
  const issued = register.numberAt(row.reviewedAt ?? register.publishedAt(row))
  const seat = row.columns.seat.get(row.row)
  const { versions } = register.store.posts
  if (versions.known(seat, times.known) === versions.known(seat, issued)) return nothing
  const post = row.post ?? ''
  const now = register.fact('post', post, times.known)
  const then = register.fact('post', post, issued)
  if (now === null || then === null || (now.title === then.title && now.entity === then.entity)) return nothing
  return [{
    rule: 'stale-title', since: now.effectiveFrom !== null && now.effectiveFrom <= times.on ? now.effectiveFrom : null,
    cause: {
      post: ref('post', post), what: now.entity === then.entity ? 'title' : 'entity', before: then.title, after: now.title,
      from: ref('entity', then.entity), to: ref('entity', now.entity),
    },
  }]
}
