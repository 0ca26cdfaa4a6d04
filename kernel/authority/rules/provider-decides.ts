/** Execution is not decision: whether a service provider decides for its client is the arrangement's to say (rule 20). */
import { capacitiesOf, isShared, type Candidate } from '../candidate.ts'
import type { Check } from '../check.ts'
import type { Inquiry } from '../inquiry.ts'
import { fails } from '../told.ts'
import { inSubtree, runsAt, seatsOf } from '../world.ts'

/** Where the capacity sits in which they would decide. */
function seatsOfCapacity(inquiry: Inquiry, { row, person, post }: Candidate): readonly string[] {
  const { world } = inquiry
  if (person !== null && isShared(row)) return seatsOf(world, { kind: 'joint', posts: capacitiesOf(inquiry, row, person), needed: 1 })
  if (post !== null) return seatsOf(world, { kind: 'post', post })
  return person === null ? seatsOf(world, row.holder) : seatsOf(world, { kind: 'person', person })
}

export const providerExecutes: Check = (inquiry, candidate, told) => {
  const { world, matter } = inquiry
  const { entity, row } = candidate
  if (matter === null || entity === null) return true
  const arrangements = world.mentioning('arrangement', `matter:${matter.id}`)
  if (arrangements.length === 0) return true
  const seats = seatsOfCapacity(inquiry, candidate)
  const inside = (root: string) => seats.some(seat => inSubtree(world, seat, root))
  const executing = arrangements.find(
    ({ decides, provider, client, ...span }) =>
      !decides && runsAt(span, world.at) && inSubtree(world, entity, client) && inside(provider) && !inside(client),
  )
  if (executing === undefined) return true
  return fails(told, () => ({
    code: 'provider-decides', delegation: row.id, arrangement: executing.id, provider: executing.provider, client: executing.client,
  }))
}
