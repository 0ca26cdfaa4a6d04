/** Who the catalogue wants told when authority over a matter is given: holders of posts, members of bodies (rule 16). */
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { obligationsOfIssue } from '../../kernel/authority/rules/obligations.ts'
import type { Told } from './commit.ts'

export function toldAtIssue(register: Register, line: DelegationFact, times: Times): readonly Told[] {
  const seats = obligationsOfIssue(register, line, times).flatMap(({ tells }) => tells)
  const posts = seats.flatMap((seat) => register.fact('body', seat, times.known)?.members ?? [seat])
  const persons = posts.flatMap((post) => register.incumbents(post, times).map(({ person }) => person))
  return [...new Set(persons)].map((person) => ({ person, kind: 'delegation-copied', subject: line.id }))
}
