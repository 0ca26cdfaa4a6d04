import { beforeAll, describe, expect, test } from 'vitest'

import { checkIssue } from '../kernel/authority/issue.ts'
import type { DelegationFact, FactKind, Instant } from '../kernel/authority/model.ts'
import { runsAt } from '../kernel/authority/world.ts'
import { generateDemonstration, inventDemonstration, type Demonstration } from './generate.ts'
import arabic from './messages/ar.json' with { type: 'json' }
import english from './messages/en.json' with { type: 'json' }
import chinese from './messages/zh.json' with { type: 'json' }
import { personas } from './personas.ts'
import { factOf, Loaded, read, type Cells } from './testing/read-facts.ts'

const on = '2026-11-24'
const now = Date.parse(`${on}T12:00:00Z`)
const day = 86_400_000

let demonstration: Demonstration
const loaded = new Loaded()
const refused: unknown[] = []
const named: Cells[] = []
/** Each delegation as the first file brought it, and the instant it was recorded. */
const issued: { readonly fact: DelegationFact; readonly recordedAt: Instant }[] = []
const ended: { readonly fact: DelegationFact; readonly recordedAt: Instant }[] = []

beforeAll(() => {
  demonstration = inventDemonstration(on)
  for (const batch of demonstration.batches) {
    const recordedAt = Date.parse(batch.recordedAt)
    for (const file of batch.files) {
      const rows = read(file.csv)
      if (file.kind === 'organisation' || file.kind === 'catalogue') named.push(...rows)
      const facts = rows.map((row) => factOf[file.kind](row))
      for (const fact of facts) {
        if (fact.kind === 'delegation') {
          const earlier = loaded.get('delegation', fact.id)
          if (earlier === null) issued.push({ fact, recordedAt })
          if (fact.endedAt !== null && earlier?.endedAt !== fact.endedAt) ended.push({ fact, recordedAt })
        }
        loaded.take(fact)
      }
      for (const fact of facts) if (fact.kind === 'delegation') refused.push(...checkIssue(loaded, fact, recordedAt, 'import'))
    }
  }
})

describe('the demonstration', () => {
  test('is the same for the same today, and made in about a second', () => {
    const begun = performance.now()
    expect(generateDemonstration(on)).toEqual(demonstration.batches)
    expect(performance.now() - begun).toBeLessThan(4000)
  })

  test('can be made for any today', () => {
    for (const other of ['2025-01-02', '2026-02-28', '2027-10-01', '2028-12-31']) {
      expect(inventDemonstration(other).faults).toHaveLength(demonstration.faults.length)
    }
  })

  test('is large enough to get lost in', () => {
    const count = (kind: FactKind): number => loaded.all(kind).length
    expect(count('entity')).toBeGreaterThan(200)
    expect(count('person')).toBeGreaterThan(2000)
    expect(count('assignment')).toBeGreaterThan(2500)
    expect(count('matter')).toBeGreaterThan(60)
    expect(count('delegation')).toBeGreaterThan(3000)
    expect(new Set(loaded.all('entity').map((entity) => entity.category)).size).toBeGreaterThan(7)
    expect(new Set(loaded.all('entity').map((entity) => entity.rules.join())).size).toBe(4)
    expect(new Set(loaded.all('matter').map((matter) => matter.area)).size).toBe(4)
  })

  test('names everything in three languages, and nobody twice', () => {
    expect(named.filter((row) => !row.name || !row.name_zh || !row.name_ar)).toEqual([])
    const names = loaded.all('person').map((person) => person.name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('refers only to what it has told before', () => {
    const unknown = [
      ...loaded.all('entity').filter((entity) => entity.parent !== null && !loaded.get('entity', entity.parent)),
      ...loaded.all('post').filter((post) => !loaded.get('entity', post.entity)),
      ...loaded.all('assignment').filter((held) => !loaded.get('person', held.person) || !loaded.get('post', held.post)),
      ...loaded.all('credential').filter((held) => !loaded.get('person', held.person)),
      ...loaded.all('body').filter((body) => !loaded.get('entity', body.entity)),
    ]
    expect(unknown).toEqual([])
  })

  test('gives every delegation inside its parent, to somebody who may hold it', () => {
    expect(refused).toEqual([])
  })

  test('gives and takes nothing backwards', () => {
    expect(issued.filter(({ fact, recordedAt }) => fact.effectiveFrom < recordedAt)).toEqual([])
    expect(ended.filter(({ fact, recordedAt }) => (fact.endedAt ?? 0) < recordedAt)).toEqual([])
  })

  test('has every delegation signed by whoever held the post they signed as', () => {
    const holds = (post: string | null, person: string | null, at: Instant): boolean =>
      loaded.all('assignment').some((held) => held.post === post && held.person === person && held.assignment === 'substantive' &&
        runsAt(held, at))
    expect(issued.filter(({ fact }) => !holds(fact.signedAs, fact.signedBy, fact.signedAt ?? 0)).map(({ fact }) => fact.id)).toEqual([])
  })

  test('reaches four deep', () => {
    const depth = (delegation: DelegationFact): number =>
      (delegation.parent === null ? 1 : 1 + depth(loaded.get('delegation', delegation.parent) ?? delegation))
    expect(Math.max(...loaded.all('delegation').map(depth))).toBe(4)
  })

  test('has a near end: new lines, lines that wait and lines that run out', () => {
    const recent = issued.filter(({ recordedAt }) => recordedAt > now - 31 * day).map(({ fact }) => fact)
    expect(recent.length).toBeGreaterThan(30)
    expect(recent.filter((fact) => loaded.get('delegation', fact.id)?.acceptedAt === null).length).toBeGreaterThan(10)
    expect(loaded.all('delegation').filter(({ effectiveTo }) => effectiveTo !== null && effectiveTo > now &&
      effectiveTo < now + 30 * day).length).toBeGreaterThan(2)
  })

  test('seats the people one signs in as, and says in three languages what to try', () => {
    for (const persona of personas) {
      const held = loaded.all('assignment').filter((one) => one.person === persona.id && runsAt(one, now))
      expect(held.map((one) => one.post), persona.id).toContain(persona.post)
    }
    for (const messages of [english, chinese, arabic]) {
      expect(Object.keys(messages).toSorted()).toEqual(personas.map((persona) => `demo.persona.${persona.id}`).toSorted())
    }
  })
})
