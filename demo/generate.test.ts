import { expect, test } from 'vitest'

import { generateDemonstration, inventDemonstration } from './generate.ts'

const on = '2026-11-24'

test('the same today gives the same files', () => {
  expect(generateDemonstration(on)).toEqual(generateDemonstration(on))
})

test('every planned fault is planted', () => {
  expect(inventDemonstration(on).faults.length).toBeGreaterThan(20)
})
