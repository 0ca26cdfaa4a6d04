/** The demonstration as the importer takes it: large, whole, lawful, the same every time; counted, never typed in. */
import { beforeAll, describe, expect, test } from 'vitest'

import type { DelegationFact, FactKind, Instant } from '../kernel/authority/model.ts'
import { runsAt } from '../kernel/authority/world.ts'
import { generateDemonstration, inventDemonstration, type Demonstration } from '../demo/generate.ts'
import arabic from '../demo/messages/ar.json' with { type: 'json' }
import english from '../demo/messages/en.json' with { type: 'json' }
import chinese from '../demo/messages/zh.json' with { type: 'json' }
import { personas } from '../demo/personas.ts'
import { modules } from './modules.ts'
import { all, takeDemonstration, type TakenDemonstration } from './trial-demonstration.ts'

const on = '2026-11-24'
const now = Date.parse(`${on}T12:00:00Z`)
const day = 86_400_000

let demonstration: Demonstration
let taken: TakenDemonstration

beforeAll(async () => {
  demonstration = inventDemonstration(on)
  taken = await takeDemonstration(demonstration)
})

describe('the demonstration', () => {
  test('is the same for the same today', () => {
    expect(generateDemonstration(on)).toEqual(demonstration.batches)
  })

  test('can be made for any today', () => {
    for (const other of ['2025-01-02', '2026-02-28', '2027-10-01', '2028-12-31']) {
      expect(inventDemonstration(other).faults).toHaveLength(demonstration.faults.length)
    }
  })

  test('is large enough to get lost in', () => {
    const count = (kind: FactKind): number => all(taken.register, kind).length
    expect(count('entity')).toBeGreaterThan(200)
    expect(count('person')).toBeGreaterThan(2000)
    expect(count('assignment')).toBeGreaterThan(2500)
    expect(count('matter')).toBeGreaterThan(60)
    expect(count('delegation')).toBeGreaterThan(3000)
    expect(new Set(all(taken.register, 'entity').map((entity) => entity.category)).size).toBeGreaterThan(7)
    expect(new Set(all(taken.register, 'entity').map((entity) => entity.rules.join())).size).toBe(4)
    expect(new Set(all(taken.register, 'matter').map((matter) => matter.area)).size).toBe(4)
  })

  test('has something of every kind of record, and years of decisions', () => {
    const counts = modules.flatMap((module) => module.tables).map(({ kind }) => [kind, all(taken.register, kind).length] as const)
    expect(counts.filter(([, count]) => count === 0).map(([kind]) => kind)).toEqual(['mapping'])
    const years = new Set(all(taken.register, 'exercise').map(({ decidedAt }) => new Date(decidedAt).getUTCFullYear()))
    expect(years.size).toBe(8)
    expect(all(taken.register, 'exercise').length).toBeGreaterThan(2000)
    expect(all(taken.register, 'delegation').filter(({ emergency }) => emergency !== null)).toHaveLength(1)
  })

  test('names everything in three languages, and nobody twice', () => {
    expect(taken.named.filter((row) => !row.name || !row.name_zh || !row.name_ar)).toEqual([])
    const names = all(taken.register, 'person').map((person) => person.name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('refers only to what it has told before', () => {
    const unknown = [
      ...all(taken.register, 'entity').filter((entity) => entity.parent !== null && !taken.register.fact('entity', entity.parent)),
      ...all(taken.register, 'post').filter((post) => !taken.register.fact('entity', post.entity)),
      ...all(taken.register, 'assignment').filter((held) => !taken.register.fact('person', held.person) || !taken.register.fact('post', held.post)),
      ...all(taken.register, 'credential').filter((held) => !taken.register.fact('person', held.person)),
      ...all(taken.register, 'body').filter((body) => !taken.register.fact('entity', body.entity)),
    ]
    expect(unknown).toEqual([])
  })

  test('is taken by the importer whole: every delegation inside its parent, to somebody who may hold it', () => {
    expect(taken.refused).toEqual([])
  })

  test('gives and takes nothing backwards', () => {
    expect(taken.issued.filter(({ fact, recordedAt }) => fact.effectiveFrom < recordedAt)).toEqual([])
    expect(taken.ended.filter(({ fact, recordedAt }) => (fact.endedAt ?? 0) < recordedAt)).toEqual([])
  })

  test('has every delegation signed by whoever held the post they signed as', () => {
    const holds = (post: string | null, person: string | null, at: Instant): boolean =>
      all(taken.register, 'assignment').some((held) => held.post === post && held.person === person && held.assignment === 'substantive' &&
        runsAt(held, at))
    expect(taken.issued.filter(({ fact }) => !holds(fact.signedAs, fact.signedBy, fact.signedAt ?? 0)).map(({ fact }) => fact.id)).toEqual([])
  })

  test('reaches four deep', () => {
    const depth = (delegation: DelegationFact): number =>
      (delegation.parent === null ? 1 : 1 + depth(taken.register.fact('delegation', delegation.parent) ?? delegation))
    expect(Math.max(...all(taken.register, 'delegation').map(depth))).toBe(4)
  })

  test('has a near end: new lines, lines that wait and lines that run out', () => {
    const recent = taken.issued.filter(({ recordedAt }) => recordedAt > now - 31 * day).map(({ fact }) => fact)
    expect(recent.length).toBeGreaterThan(30)
    expect(recent.filter((fact) => taken.register.fact('delegation', fact.id)?.acceptedAt === null).length).toBeGreaterThan(10)
    expect(all(taken.register, 'delegation').filter(({ effectiveTo }) => effectiveTo !== null && effectiveTo > now &&
      effectiveTo < now + 30 * day).length).toBeGreaterThan(2)
  })

  test('seats the people one signs in as, and says in three languages what to try', () => {
    for (const persona of personas) {
      const held = all(taken.register, 'assignment').filter((one) => one.person === persona.id && runsAt(one, now))
      expect(held.map((one) => one.post), persona.id).toContain(persona.post)
    }
    for (const messages of [english, chinese, arabic]) {
      expect(Object.keys(messages).toSorted()).toEqual(personas.map((persona) => `demo.persona.${persona.id}`).toSorted())
    }
  })
})
