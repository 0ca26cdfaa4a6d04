/** The post's title or entity is another than when the line was issued, and nobody has looked at the line since. */
import { nothing, ref, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function staleTitle({ look: { register, times }, row }: LookedLine): readonly Found[] {
  const { post } = row
  if (post === null) return nothing
  const now = register.fact('post', post, times.known)
  const then = register.fact('post', post, register.numberAt(row.reviewedAt ?? register.publishedAt(row)))
  if (now === null || then === null || now === then || (now.title === then.title && now.entity === then.entity)) return nothing
  return [{
    rule: 'stale-title', since: now.effectiveFrom !== null && now.effectiveFrom <= times.on ? now.effectiveFrom : null,
    cause: {
      post: ref('post', post), what: now.entity === then.entity ? 'title' : 'entity', before: then.title, after: now.title,
      from: ref('entity', then.entity), to: ref('entity', now.entity),
    },
  }]
}
