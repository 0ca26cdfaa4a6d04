/** Samples against what a person with a pocket calculator and sha256sum would draw. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatDecimal, parseDecimal } from '../../../kernel/authority/amount.ts'
import type { RecordedAct } from './acts.ts'
import { controlTotals } from './population.ts'
import { lotOf, monetaryUnits, simpleRandom } from './sample.ts'

const act = (number: number, value: string | null): RecordedAct => ({
  id: String(number), number, recordedAt: 0, effectiveAt: null, event: 'authority-exercised', subject: 'delegation:a', actor: 'ana', capacity: null,
  matter: 'award', entities: [], amount: value === null ? null : { currency: 'USD', value }, exercise: null, decider: null, delegation: 'a',
})

const amounts = fc.array(fc.option(fc.bigInt(0n, 10n ** 12n).map(formatDecimal), { nil: null }), { minLength: 1, maxLength: 60 })
const populations = amounts.map((values) => values.map((value, place) => act(place + 1, value)))

describe('simple random', () => {
  it('draws the lot that sha256sum gives', () => {
    const sum = execFileSync('sha256sum', { input: 'audit 2026\n812' }).toString().slice(0, 64)
    expect(lotOf('audit 2026', '812')).toBe(sum)
  })

  it('is the same again, whatever order the population comes in; a larger sample holds the smaller', () => {
    fc.assert(fc.property(populations, fc.string(), fc.integer({ min: 1, max: 70 }), (acts, seed, size) => {
      const ids = (from: readonly RecordedAct[], many: number) => simpleRandom(from, seed, many).map(({ id }) => id)
      expect(ids(acts.toReversed(), size)).toEqual(ids(acts, size))
      expect(ids(acts, size + 1).slice(0, size)).toEqual(ids(acts, size))
      expect(new Set(ids(acts, size)).size).toBe(Math.min(size, acts.length))
    }))
  })
})

describe('monetary units', () => {
  it('takes the units that hold a point, found one point at a time', () => {
    fc.assert(fc.property(populations, fc.string(), fc.integer({ min: 1, max: 70 }), (acts, seed, size) => {
      const total = acts.reduce((sum, { amount }) => sum + parseDecimal(amount?.value ?? '0'), 0n)
      const start = total === 0n ? 0n : BigInt(`0x${createHash('sha256').update(seed, 'utf8').digest('hex')}`) % total
      const held = new Set<string>()
      for (let point = 0n; total > 0n && point < BigInt(size); point++) {
        let rest = (point * total + start) / BigInt(size)
        const holder = acts.find(({ amount }) => {
          const weight = parseDecimal(amount?.value ?? '0')
          if (rest < weight) return true
          rest -= weight
          return false
        })
        held.add(holder!.id)
      }
      expect(monetaryUnits(acts, seed, size).map(({ id }) => id)).toEqual(acts.filter(({ id }) => held.has(id)).map(({ id }) => id))
    }))
  })

  it('never misses a unit larger than the interval', () => {
    const acts = [act(1, '10'), act(2, '5000'), act(3, '20'), act(4, '30')]
    fc.assert(fc.property(fc.string(), (seed) => {
      expect(monetaryUnits(acts, seed, 2).map(({ id }) => id)).toContain('2')
    }))
  })
})

describe('control totals', () => {
  it('are exact, and tell one population from another', () => {
    const acts = [act(3, '0.1'), act(12, '0.2'), act(20, null)]
    const ids = execFileSync('sha256sum', { input: '12\n20\n3\n' }).toString().slice(0, 64)
    expect(controlTotals(acts)).toEqual({ count: 3, amounts: [{ currency: 'USD', value: '0.3' }], withoutAmount: 1, first: 3, last: 20, digest: ids })
    expect(controlTotals([])).toMatchObject({ count: 0, first: null, last: null })
  })
})
