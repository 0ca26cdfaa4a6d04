/** A new holder has neither confirmed nor withdrawn what the predecessor passed on (rule 10; ST/SGB/2019/2 §4.3): it stays valid meanwhile. */
import { stopOf } from '../../chain.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'

const day = 86_400_000

export function successorUnconfirmed(look: Look, post: string): readonly Found[] {
  const { register, times } = look
  const holders = register.assignmentsTo(post, times.known).filter(held => held.assignment === 'substantive' && look.runs(held))
  if (holders.length === 0) return nothing
  let open = 0
  let last = -Infinity
  for (const held of register.linked('post', post, times)) {
    if (held.holderKind !== 'post') continue
    for (const child of register.linked('parent', held.id, times)) {
      if (child.signedAs !== post) continue
      const answers = child.confirmedBy ?? child.signedBy
      if (answers === null || holders.some(({ person }) => person === answers)) continue
      look.watchLine(child)
      if (stopOf(look.ground(child.matter), child) !== null) continue
      open++
      last = Math.max(last, look.register.publishedAt(child))
    }
  }
  if (open === 0) return nothing
  const arrived = Math.max(...holders.map(({ effectiveFrom }) => effectiveFrom ?? -Infinity))
  const from = arrived === -Infinity ? last : arrived
  const since = from + look.terms.confirmDays * day
  if (!look.reached(since)) return nothing
  return [{
    rule: 'successor-unconfirmed', since,
    cause: { post: ref('post', post), people: holders.map(({ person }) => ref('person', person)), lines: open, at: { at: from } },
  }]
}
