import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { delegation } from './example-facts.ts'
import { keptExamples, law } from './law.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'mandate-laws-')) })
afterAll(() => rmSync(folder, { recursive: true }))

test('a law that fails keeps its smallest counter-example, and holds it against itself until it is mended', () => {
  let bound = 10
  const small = law('numbers are small', fc.record({ number: fc.nat(1000) }), ({ number }) => expect(number).toBeLessThan(bound), folder)
  expect(() => small.prove(500)).toThrow(/numbers-are-small/)
  expect(keptExamples(folder)).toEqual([{ law: 'numbers are small', example: { number: 10 } }])
  expect(() => small.replay()).toThrow()
  bound = 11
  expect(small.replay()).toBe(1)
})

test('a law that holds keeps nothing', () => {
  const before = keptExamples(folder).length
  law('numbers are numbers', fc.nat(), number => expect(number).toBeTypeOf('number'), folder).prove(50)
  expect(keptExamples(folder)).toHaveLength(before)
})

test('facts kept before a field was thought of get it when they are read', () => {
  const { suspensions: _, ...older } = delegation({ id: 'd1' })
  const broken = law('there are none', fc.constant([older]), () => expect.fail(), folder)
  expect(() => broken.prove(1)).toThrow()
  expect(keptExamples(folder).find(kept => kept.law === 'there are none')?.example).toEqual([delegation({ id: 'd1' })])
})
