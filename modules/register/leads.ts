/** Who answers for whom: the heads of the units a person's posts stand in, up to the top. */
import type { Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'

/** Heads, substantively, a unit in which `of` holds a post, or one above it. Nobody leads themselves. */
export function leads(register: Register, person: string, of: string, times: Times): boolean {
  if (person === of) return false
  const seen = new Set<string>()
  const climbing = register.assignmentsOf(of, times).flatMap(({ post }) => register.fact('post', post, times.known)?.entity ?? [])
  for (let entity = climbing.pop(); entity !== undefined; entity = climbing.pop()) {
    if (seen.has(entity)) continue
    seen.add(entity)
    const head = register.headOf(entity, times)
    if (head?.incumbents.some((held) => held.person === person && held.assignment === 'substantive')) return true
    const above = register.fact('entity', entity, times.known)?.parent
    if (above != null) climbing.push(above)
  }
  return false
}
