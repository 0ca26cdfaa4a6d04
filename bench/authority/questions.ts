/** Questions about a large organisation: most ask somebody who holds something, at amounts around the limit; some ask anybody. */
import { seededRandom } from '../../demo/random.ts'
import type { DelegationFact } from '../../kernel/authority/model.ts'
import { entityId, peopleEach, personIn, postId, type Size } from './organisation.ts'
import type { Pair } from './peer.ts'

export function questionsAbout(delegations: readonly DelegationFact[], { entities }: Size, count: number, seed: number): Pair[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const line = random.pick(delegations)
    const { holder } = line
    const anybody = random.chance(0.2)
    const holds = holder.kind === 'person' ? holder.person : holder.kind === 'post' ? personIn(holder.post) : ''
    const person = anybody ? personIn(postId(random.int(0, entities - 1), random.int(0, peopleEach - 1))) : holds
    const entity = random.chance(0.1) ? entityId(random.int(1, entities - 1)) : (line.entities[0] ?? '')
    const amount = Math.round(Number(line.limits[0]?.amount?.upTo ?? 0) * random.int(10, 140)) / 100
    const { matter } = line
    const question = { person, matter, entity, amount: { currency: 'USD', value: String(amount) } }
    return { question, asked: { person, matter, entity, amount } }
  })
}
