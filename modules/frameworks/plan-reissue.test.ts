import { describe, expect, it } from 'vitest'

import { assignment, delegation, entity, framework, matter, on, passable, person, post, upTo } from '../../kernel/authority/proof/example-facts.ts'
import type { Fact } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { copyFramework } from './copy-framework.ts'
import { lawFacts } from './law-facts.ts'
import { planReissue, type ReissueContext } from './plan-reissue.ts'

const before = framework({ id: 'now' })
const oldMatters = [matter({ id: 'award', framework: 'now' }), matter({ id: 'travel', framework: 'now' })]
const began = on('2020-01-01')
const line = (id: string, parent: string | null, amount: string, given: Partial<Parameters<typeof delegation>[0]> = {}) =>
  delegation({
    id, parent, matter: 'award', holder: { kind: 'post', post: `post-${id}` }, entities: ['office'], limits: upTo(amount), subdelegation: passable(5),
    effectiveFrom: began, acceptedAt: began, signedBy: 'ana', ...given,
  })

/** What the lines under the old framework are, one letter each; a is the root, the head holds it in person. */
function plan(lines: readonly Fact[], reissue: readonly string[] = ['award', 'travel']) {
  const register = new Register()
  const seats = lines.flatMap((fact) => (fact.kind === 'delegation' && fact.holder.kind === 'post' ? [post({ id: fact.holder.post, entity: 'office' })] : []))
  const world: Fact[] = [before, ...oldMatters, entity({ id: 'office' }), person({ id: 'ana' }), post({ id: 'chief', entity: 'office', heads: true }), assignment({ person: 'ana', post: 'chief' }), ...seats, ...lines]
  world.forEach((fact, index) => register.apply(fact, index + 1, began))
  const copied = copyFramework(before, oldMatters, { id: 'next', title: 'Next', by: 'ana', now: on('2026-11-01') })
  const context: ReissueContext = { instrument: 'i', now: on('2026-11-01'), from: on('2027-01-01'), to: on('2027-07-01'), signatory: 'ana', capacity: 'chief', preparedBy: 'ana' }
  const fates = planReissue(register, { ...copied, reissue }, ['award', 'travel'], lawFacts(copied, before, oldMatters, context), context)
  return fates.map(({ line: { id }, fate, reason, reissued, endsAt }) => [id, fate, reason, reissued?.parent ?? null, endsAt === context.from ? 'T0' : endsAt === context.to ? 'T1' : endsAt])
}

const root = line('a', null, '100', { holder: { kind: 'person', person: 'ana' } })

describe('what a promulgation does to each line', () => {
  it('re-issues a chain whole, roots first, whatever the order in which it lies', () => {
    expect(plan([line('c', 'b', '10'), line('b', 'a', '50'), root])).toEqual([
      ['a', 'reissued', 'identical', null, 'T0'], ['b', 'reissued', 'identical', 'i.1', 'T0'], ['c', 'reissued', 'identical', 'i.2', 'T0'],
    ])
  })

  it('leaves what breaks a rule to a decision, and all below it; what stands above is kept for it until T1', () => {
    expect(plan([root, line('b', 'a', '500'), line('c', 'b', '10'), line('d', 'a', '20')])).toEqual([
      ['a', 'reissued', 'identical', null, 'T1'], ['b', 'decision', 'never-wider', null, 'T1'], ['d', 'reissued', 'identical', 'i.1', 'T0'],
      ['c', 'decision', 'above-waits', null, 'T1'],
    ])
  })

  it('leaves a matter nobody chose to decisions, whole', () => {
    expect(plan([root, line('b', 'a', '50')], ['travel'])).toEqual([['a', 'decision', 'not-chosen', null, 'T1'], ['b', 'decision', 'not-chosen', null, 'T1']])
  })

  it('passes over what ends by T0, and lengthens nothing that ends by itself before T1', () => {
    const short = line('b', 'a', '500', { effectiveTo: on('2027-03-01') })
    const over = line('c', 'a', '10', { effectiveTo: on('2026-12-31') })
    expect(plan([root, short, over])).toEqual([['a', 'reissued', 'identical', null, 'T1'], ['b', 'decision', 'never-wider', null, on('2027-03-01')]])
  })
})
