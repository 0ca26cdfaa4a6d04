import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Counting } from './counting.ts'
import { groundOf } from './ground.ts'
import { day, entity, exercise, framework, matter, on, recorded } from './proof/example-facts.ts'
import { inSubtree } from './world.ts'

/** A small unit is asked for its acts entity by entity, a large one looks through the matter's: 100 entities below the second, two below the first. */
const entities = ['organisation', 'small', 'large', ...Array.from({ length: 2 }, (_, place) => `small-${place}`), ...Array.from({ length: 100 }, (_, place) => `large-${place}`)]
const parentOf = (id: string): string | null => (id === 'organisation' ? null : id.includes('-') ? (id.split('-')[0] ?? null) : 'organisation')
const places = ['organisation', 'small', 'small-0', 'small-1', 'large', 'large-0', 'large-99'] as const

const act = fc.record({
  matter: fc.constantFrom('award', 'award', 'leave'),
  entity: fc.constantFrom(...places, null),
  days: fc.integer({ min: -800, max: 200 }),
  value: fc.integer({ min: 1, max: 1000 }),
})

test('acts of a financial year are those a look through all acts finds', () => {
  let found = 0
  fc.assert(fc.property(fc.array(act, { minLength: 10, maxLength: 30 }), fc.constantFrom(...places), fc.constantFrom(1, 4, 12), fc.integer({ min: 0, max: 200 }), (acts, place, begins, days) => {
    const at = on('2026-03-01') + days * day
    const register = recorded([
      framework({ id: 'framework', yearBegins: begins }), matter({ id: 'award', basis: 'financial-year' }), matter({ id: 'leave' }),
      ...entities.map(id => entity({ id, parent: parentOf(id) })),
      ...acts.map((each, index) => exercise({
        id: `act-${index}`, matter: each.matter, entity: each.entity, amount: { currency: 'USD', value: String(each.value) }, decidedAt: on('2026-03-01') + each.days * day,
      })),
    ])
    const ground = groundOf(register, 'award', { on: at, known: register.head, now: at })
    const asked = new Date(at)
    const from = Date.UTC(asked.getUTCFullYear() - (asked.getUTCMonth() + 1 < begins ? 1 : 0), begins - 1, 1)
    const scanned = [...register.facts('exercise')].filter(each =>
      each.matter === 'award' && each.decidedAt >= from && each.decidedAt <= at && (each.entity === null || inSubtree(ground.world, each.entity, place)))
    const counted = new Counting(ground, { person: 'ana', matter: 'award', amount: { currency: 'USD', value: '1' } }, 10_000).earlier('financial-year', place)
    if ('needs' in counted) throw new Error(counted.needs)
    expect(counted.map(({ id }) => id).sort()).toEqual(scanned.map(({ id }) => id).sort())
    found += scanned.length
  }), { numRuns: 300 })
  expect(found).toBeGreaterThan(100)
})
