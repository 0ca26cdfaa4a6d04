/** Who is told of what an obligation says: the holders of its posts, the members of its bodies. */
import type { Obligation, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Told } from './commit.ts'
import { presentHolder } from './present.ts'

export function toldOf(register: Register, obligations: readonly Obligation[], kind: string, subject: string, times: Times): Told[] {
  const posts = obligations.flatMap(({ tells }) => tells).flatMap((id) => register.fact('body', id, times.known)?.members ?? [id])
  const people = posts.flatMap((post) => presentHolder(register, { kind: 'post', post }, times).persons)
  return [...new Set(people.map(({ id }) => id))].map((person) => ({ person, kind, subject }))
}
