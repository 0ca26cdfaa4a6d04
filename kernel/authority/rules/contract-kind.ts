/** Some matters need a kind of contract (rule 6). */
import type { Check } from '../check.ts'
import type { AssignmentFact } from '../model.ts'
import { fails } from '../told.ts'

/** Whether one of the running assignments is under a contract of these kinds; what is not recorded is none of them. */
export const servesUnder = (assignments: readonly AssignmentFact[], kinds: readonly string[]): boolean =>
  kinds.length === 0 || assignments.some(({ contract }) => contract !== null && kinds.includes(contract))

export const rightContract: Check = ({ matter, world }, { person, row }, told) => {
  if (person === null || matter === null || matter.contractKinds.length === 0) return true
  const { contractKinds: kinds } = matter
  return servesUnder(world.assignmentsOf(person), kinds) || fails(told, () => ({ code: 'contract-kind', delegation: row.id, person, kinds }))
}
