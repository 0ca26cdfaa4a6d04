import { describe, expect, it } from 'vitest'

import { visibleNodes } from '../../../web/design/tree/tree-moves.ts'
import { addressOfOpen, openable, openInAddress, treeOf, type EntityItem } from './branches.ts'

const entity = (id: string, parent: string | null, category = 'office'): EntityItem => ({
  id,
  name: id,
  names: {},
  parent,
  category,
  rules: [],
  provenance: { kind: 'own' },
  depth: 0,
  head: null,
  headPost: null,
  posts: 0,
  below: 0,
})

const few = treeOf([entity('top', null), entity('a', 'top'), entity('a1', 'a'), entity('b', 'top')])
const many = treeOf([
  entity('top', null, 'whole'),
  ...Array.from({ length: 14 }, (_, index) => entity(`m${index}`, 'top', index === 0 ? 'court' : index < 8 ? 'mission' : 'office')),
])

const shown = (nodes: typeof few, ...open: string[]): string[] =>
  visibleNodes(nodes, new Set(open)).map(({ node, level }) => `${level} ${node.id}`)

describe('the tree of entities', () => {
  it('hangs each below its parent', () => {
    expect(shown(few)).toEqual(['1 top'])
    expect(shown(few, 'top')).toEqual(['1 top', '2 a', '2 b'])
    expect(shown(few, 'top', 'a')).toEqual(['1 top', '2 a', '3 a1', '2 b'])
  })

  it('tells each its place among its siblings', () => {
    expect(few[0]?.children.map(({ content }) => [content.position, content.siblings])).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  it('groups many of several categories, a single one not', () => {
    expect(shown(many, 'top')).toEqual(['1 top', '2 m0', '2 top/mission', '2 top/office'])
    expect(shown(many, 'top', 'top/mission').filter((row) => row.startsWith('3'))).toHaveLength(7)
  })

  it('takes an entity whose parent is not shown for a root', () => {
    expect(shown(treeOf([entity('lost', 'nowhere')]))).toEqual(['1 lost'])
  })
})

describe('the open branches in the address', () => {
  it('are the roots where nothing is said', () => {
    expect([...openInAddress(undefined, few)]).toEqual(['top'])
    expect(addressOfOpen(new Set(['top']), few)).toBeUndefined()
  })

  it.each([
    [few, []],
    [few, ['a']],
    [few, ['top', 'a']],
    [many, openable(many)],
  ])('come back as they went', (nodes, open) => {
    expect([...openInAddress(addressOfOpen(new Set(open), nodes), nodes)].sort()).toEqual([...open].sort())
  })
})
