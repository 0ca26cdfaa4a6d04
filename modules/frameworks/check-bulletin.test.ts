import { describe, expect, it } from 'vitest'

import { framework, matter, on } from '../../kernel/authority/proof/example-facts.ts'
import { bulletinCases } from './check-bulletin.cases.ts'
import { checkBulletin, type BulletinSurroundings } from './check-bulletin.ts'
import { copyFramework } from './copy-framework.ts'
import { lawFacts, transitionOf } from './law-facts.ts'

const before = framework({ id: 'now' })
const oldMatters = [
  matter({ id: 'award', framework: 'now', acceptance: 'before-use', incompatible: [{ matter: 'travel', scope: 'case' }] }),
  matter({ id: 'travel', framework: 'now', acceptance: 'after' }),
]
const surroundings: BulletinSurroundings = {
  now: on('2026-11-01'), before, oldMatters, openComments: 0,
  taken: { framework: (id) => id === 'now', matter: (id) => ['award', 'travel'].includes(id) },
}
const copied = copyFramework(before, oldMatters, { id: 'next', title: 'Next', by: 'ana', now: on('2026-11-01') })
const copy = { ...copied, terms: { ...copied.terms, first: '2027-01-01', until: '2027-06-30' } }

describe('a bulletin', () => {
  it.each(bulletinCases)('$what', ({ change, found }) => {
    const faults = checkBulletin({ ...copy, ...change(copy) }, surroundings)
    expect(faults.map(({ code, about, fields }) => [code, about, ...fields])).toEqual(found)
  })

  it('begun while a transition still runs waits for its end', () => {
    const running = { ...surroundings, before: { ...before, transitionTo: on('2026-12-01') } }
    expect(checkBulletin(copy, running).map(({ code }) => code)).toEqual(['transition-running'])
  })

  it('with a comment not yet answered is warned of it, not stopped', () => {
    expect(checkBulletin(copy, { ...surroundings, openComments: 2 })).toEqual([{ code: 'comments-open', weight: 'warns', about: '2', fields: [] }])
  })

  it('makes law from T0, and lets the old law run to the end of the last day', () => {
    const span = transitionOf(copy, 'UTC', surroundings.now)!
    expect(span).toEqual({ from: on('2027-01-01'), to: on('2027-07-01') })
    const law = lawFacts(copy, before, oldMatters, span)
    expect(law.framework).toMatchObject({ id: 'next', supersedes: 'now', effectiveFrom: span.from, transitionTo: span.to })
    expect(law.matters.map(({ id, framework: of, effectiveFrom }) => [id, of, effectiveFrom])).toEqual([['award@next', 'next', span.from], ['travel@next', 'next', span.from]])
    expect(law.matters[0]!.incompatible).toEqual([{ matter: 'travel@next', scope: 'case' }])
    expect(law.ended.every(({ effectiveTo }) => effectiveTo === span.to)).toBe(true)
  })

  it('of today begins at signature, not at the midnight before', () => {
    const now = on('2027-01-01') + 9 * 60 * 60 * 1000
    expect(transitionOf(copy, 'UTC', now)?.from).toBe(now)
  })
})
