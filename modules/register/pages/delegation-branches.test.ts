import { expect, it } from 'vitest'

import { branchesOf, matching, wordsOf, type TreeNodeAnswer } from './delegation-branches.ts'

const named = (name: string, ar?: string) => ({ id: name, name, names: ar ? { ar } : {} })
const node = (id: string, parent: string | null, post: string, ar?: string): TreeNodeAnswer => ({
  id, parent, entities: [named('Río Mission')], holder: { kind: 'post', person: null, post: named(post, ar), body: null, entity: null, grade: null, posts: [], needed: null, persons: [] },
})
const nodes = [node('a', 'above', 'Head', 'رئيس'), node('b', 'a', 'Chief of Finance'), node('c', 'b', 'Officer'), node('d', 'a', 'Chief of Supply')]
const texts = new Map(nodes.map((each) => [each.id, wordsOf(each)]))
const found = (words: string) => matching(nodes, texts, words).map(({ id }) => id)

it('finds words in any language, accents or not, with all that stands above', () => {
  expect(found('officer')).toEqual(['a', 'b', 'c'])
  expect(found(' CHIEF ')).toEqual(['a', 'b', 'd'])
  expect(found('رئيس')).toEqual(['a'])
  expect(found('rio')).toEqual(['a', 'b', 'c', 'd'])
  expect(found('nobody')).toEqual([])
  expect(found('')).toEqual(['a', 'b', 'c', 'd'])
})

it('hangs each under its parent, in order', () => {
  const [root, ...others] = branchesOf(nodes, ({ id }) => id)
  expect(others).toEqual([])
  expect(root?.children.map(({ content, children }) => [content, children.length])).toEqual([['b', 1], ['d', 0]])
})
