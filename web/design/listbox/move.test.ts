import { expect, it } from 'vitest'

import { findByLetters, moveBy } from './move.ts'

it('goes round at both ends', () => {
  expect(moveBy('ArrowDown', 2, 3)).toBe(0)
  expect(moveBy('ArrowUp', 0, 3)).toBe(2)
  expect(moveBy('ArrowUp', -1, 3)).toBe(2)
  expect(moveBy('End', 0, 3)).toBe(2)
  expect(moveBy('ArrowDown', -1, 0)).toBeNull()
  expect(moveBy('x', 0, 3)).toBeNull()
})

it('finds by first letters, the same letter again leading on', () => {
  const words = ['Peace operations', 'Procurement', 'Property']
  expect(findByLetters('p', 0, words)).toBe(1)
  expect(findByLetters('prop', 1, words)).toBe(2)
  expect(findByLetters('z', 0, words)).toBeNull()
})
