import { describe, expect, it } from 'vitest'

import { addressOfOpened, allKeys, branchesOf, openedInAddress, type Branch, type EntityItem } from './branches.ts'

const entity = (id: string, parent: string | null, category = 'office'): EntityItem => ({
  id, name: id, names: {}, parent, category, rules: [], provenance: { kind: 'own' }, depth: 0, head: null, headPost: null, posts: 0, below: 0,
})

const few = [entity('top', null), entity('a', 'top'), entity('a1', 'a'), entity('b', 'top')]
const many = [entity('top', null, 'whole'), ...Array.from({ length: 14 }, (_, index) => entity(`m${index}`, 'top', index === 0 ? 'court' : index < 8 ? 'mission' : 'office'))]

const shown = (rows: readonly Branch[]): string[] => rows.map(({ key, level }) => `${level} ${key}`)

describe('the tree of entities', () => {
  it('shows only what lies in open branches', () => {
    expect(shown(branchesOf(few, new Set()))).toEqual(['1 top'])
    expect(shown(branchesOf(few, new Set(['top'])))).toEqual(['1 top', '2 a', '2 b'])
    expect(shown(branchesOf(few, new Set(['top', 'a'])))).toEqual(['1 top', '2 a', '3 a1', '2 b'])
  })

  it('tells a branch from an end, and each its place', () => {
    const [top, a, b] = branchesOf(few, new Set(['top']))
    expect([top?.open, a?.open, b?.open]).toEqual([true, false, null])
    expect([b?.position, b?.siblings, b?.within]).toEqual([2, 2, 'top'])
  })

  it('groups many of several categories, a single one not', () => {
    expect(shown(branchesOf(many, new Set(['top'])))).toEqual(['1 top', '2 m0', '2 top/mission', '2 top/office'])
    expect(branchesOf(many, new Set(['top', 'top/mission'])).filter(({ level }) => level === 3)).toHaveLength(7)
  })

  it('takes an entity whose parent is not shown for a root', () => {
    expect(shown(branchesOf([entity('lost', 'nowhere')], new Set()))).toEqual(['1 lost'])
  })
})

describe('the open branches in the address', () => {
  it('are the roots where nothing is said', () => {
    expect([...openedInAddress(undefined, few)]).toEqual(['top'])
    expect(addressOfOpened(new Set(['top']), few)).toBeUndefined()
  })

  it('come back as they went', () => {
    for (const opened of [[], ['a'], ['top', 'a'], allKeys(many)]) {
      const items = opened.includes('top/mission') ? many : few
      expect([...openedInAddress(addressOfOpened(new Set(opened), items), items)].sort()).toEqual([...opened].sort())
    }
  })
})
