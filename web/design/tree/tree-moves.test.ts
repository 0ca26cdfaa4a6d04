import { expect, it } from 'vitest'

import { treeMove, visibleNodes, type TreeNode } from './tree-moves.ts'

const leaf = (id: string, ...children: TreeNode<null>[]): TreeNode<null> => ({ id, content: null, children })
const tree = [leaf('head', leaf('chief', leaf('officer')), leaf('other'))]
const open = new Set(['head'])
const visible = visibleNodes(tree, open)

it('shows what is open', () => {
  expect(visible.map(({ node, level }) => `${level} ${node.id}`)).toEqual(['1 head', '2 chief', '2 other'])
})

it('opens, goes in, closes and goes out', () => {
  expect(treeMove('ArrowRight', 'chief', visible, open, false)).toEqual({ open: 'chief' })
  expect(treeMove('ArrowRight', 'head', visible, open, false)).toEqual({ go: 'chief' })
  expect(treeMove('ArrowLeft', 'head', visible, open, false)).toEqual({ close: 'head' })
  expect(treeMove('ArrowLeft', 'other', visible, open, false)).toEqual({ go: 'head' })
  expect(treeMove('ArrowDown', 'other', visible, open, false)).toBeNull()
})

it('turns round with the script', () => {
  expect(treeMove('ArrowLeft', 'chief', visible, open, true)).toEqual({ open: 'chief' })
})
