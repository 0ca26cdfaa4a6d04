import { expect, it } from 'vitest'

import { windowOf } from './window-of.ts'

const sight = { top: 5200, height: 520, row: 52 }

it('draws what is in sight with a margin, and no more', () => {
  expect(windowOf(5000, sight, -1)).toEqual(Array.from({ length: 26 }, (_, index) => 92 + index))
  expect(windowOf(5000, { ...sight, top: 0 }, 0)).toEqual(Array.from({ length: 18 }, (_, index) => index))
})

it('stays inside the list when it has become shorter', () => {
  expect(windowOf(100, sight, -1).every((row) => row >= 0 && row < 100)).toBe(true)
  expect(windowOf(0, sight, 3)).toEqual([])
})

it('keeps the focused row, in its order', () => {
  expect(windowOf(5000, sight, 3)[0]).toBe(3)
  expect(windowOf(5000, sight, 4000).at(-1)).toBe(4000)
  expect(windowOf(5000, sight, 100)).toHaveLength(26)
})
