/** Whether somebody may give away what a delegation holds, or take it back: its delegate, in force and by substantive right (rules 5, 7, 14). */
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import type { Reason } from '../../kernel/authority/reasons.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { statusOf } from '../../kernel/authority/status.ts'

/** Holds it now: in person, or substantively in the post in which they act. Officers-in-charge and acting holders pass nothing on. */
export function isDelegate(register: Register, { holder }: DelegationFact, person: string, capacity: string | null, times: Times): boolean {
  const holdsIt = (post: string): boolean => (capacity === null || capacity === post) &&
    register.incumbents(post, times).some((held) => held.person === person && held.assignment === 'substantive')
  switch (holder.kind) {
    case 'person':
      return holder.person === person
    // A body decides by minute, a class has no one voice; of posts that hold jointly, one signs alone only where one is enough.
    case 'body':
    case 'class':
      return false
    case 'joint':
      return holder.needed === 1 && holder.posts.some((post) => holdsIt(post))
    case 'person-in-post':
    case 'post': {
      if (holder.kind === 'person-in-post' && holder.person !== person) return false
      return holdsIt(holder.post)
    }
  }
}

export function mayPassOn(register: Register, parent: DelegationFact, person: string, capacity: string | null, times: Times): Reason[] {
  const reasons: Reason[] = []
  if (!isDelegate(register, parent, person, capacity, times)) reasons.push({ code: 'not-the-delegate', delegation: parent.id, person, parent: parent.id })
  const { state, reasons: why } = statusOf(register, parent.id, times)
  if (state !== 'in-force') reasons.push(...(why.length > 0 ? why : [{ code: 'not-in-force' as const, delegation: parent.id, since: null }]))
  return reasons
}

/** The delegator may take back at any time, and so may anybody further up the chain (UNDT/2018/029). */
export function mayTakeBack(register: Register, delegation: DelegationFact, person: string, capacity: string | null, times: Times): boolean {
  const seen = new Set<string>()
  for (let above = delegation.parent; above !== null && !seen.has(above);) {
    seen.add(above)
    const parent = register.fact('delegation', above)
    if (!parent) return false
    if ((parent.endedAt === null || parent.endedAt > times.on) && isDelegate(register, parent, person, capacity, times)) return true
    above = parent.parent
  }
  return false
}
