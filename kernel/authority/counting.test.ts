/** What an act amounts to with those before it, and what must be known to say so (SEMANTICS, What a decision amounts to). */
import { describe, expect, test } from 'vitest'

import { may } from './may.ts'
import type { Basis, Box, ExerciseFact, Fact, Question } from './model.ts'
import { asked, delegation, exercise, matter, on, ordinary, person, rate, recorded, usd } from './proof/example-facts.ts'

const to = (upTo: string, more: Partial<Box> = {}): Box => ({ amount: { currency: 'USD', upTo }, ...more })
const took = (id: string, value: string, more: Partial<ExerciseFact> = {}): Fact =>
  exercise({ id, entity: 'organisation', amount: usd(value), decidedAt: on('2020-02-01'), ...more })

/** The codes of the reasons, with what would have to be known. */
function told(basis: Basis, limits: readonly Box[], acts: readonly Fact[], question: Partial<Question>): readonly string[] {
  const register = recorded([
    ...ordinary, matter({ id: 'award', basis }), matter({ id: 'amend' }), person({ id: 'amina' }), rate({ from: 'EUR', to: 'USD', rate: '1' }),
    delegation({ id: 'line', holder: { kind: 'person', person: 'amina' }, limits }), ...acts,
  ])
  const { reasons } = may(register, { person: 'amina', matter: 'award', entity: 'organisation', ...question }, asked(register, '2020-06-15'))
  return reasons.map(reason => (reason.code === 'cannot-evaluate' ? `needs ${reason.needs}` : reason.code))
}

describe('a beneficiary in the year', () => {
  const of = (id: string, value: string, more: Partial<ExerciseFact> = {}) => took(id, value, { beneficiary: 'emil', ...more })
  const asks = (value: string) => ({ amount: usd(value), beneficiary: 'emil' })
  test.each<readonly [string, readonly Fact[], string, boolean]>([
    ['counts from the first instant of the year', [of('a', '90', { decidedAt: on('2020-01-01') })], '11', false],
    ['and not an instant earlier', [of('a', '90', { decidedAt: on('2020-01-01') - 1 })], '11', true],
    ['on the same matter', [of('a', '90', { matter: 'amend' })], '100', true],
    ['of the same beneficiary', [of('a', '90', { beneficiary: 'dora' })], '100', true],
    ['to the limit', [of('a', '90')], '10', true],
  ])('%s', (_, acts, value, permitted) => {
    expect(told('beneficiary-year', [to('100')], acts, asks(value))).toEqual(permitted ? [] : ['limit-exceeded'])
  })

  test('cannot be told without a beneficiary', () => {
    expect(told('beneficiary-year', [to('100')], [], { amount: usd('1') })).toEqual(['needs beneficiary'])
  })
})

test('each basis has a total of its own', () => {
  const acts = [took('a', '1400', { contract: 'c' }), took('b', '100', { requirement: 'r' })]
  const limits = [to('1000', { basis: 'contract' }), to('1000', { basis: 'requirement' })]
  expect(told('act', limits, acts, { amount: usd('100'), contract: 'c', requirement: 'r' })).toEqual([])
  expect(told('act', limits.slice(0, 1), acts, { amount: usd('100'), contract: 'c', requirement: 'r' })).toEqual(['limit-exceeded'])
})

test('an earlier act whose amount cannot be read leaves the total unknown; one without an amount adds nothing', () => {
  expect(told('contract', [to('100')], [took('a', 'much', { contract: 'c' })], { amount: usd('1'), contract: 'c' })).toEqual(['needs amount'])
  expect(told('contract', [to('100')], [took('a', '1', { contract: 'c', amount: null })], { amount: usd('100'), contract: 'c' })).toEqual([])
  const yen = { contract: 'c', amount: { currency: 'JPY', value: '1' } }
  expect(told('contract', [to('100')], [took('a', '1', yen)], { amount: usd('1'), contract: 'c' })).toEqual(['needs rate:JPY/USD'])
})

describe('a total the decision states', () => {
  const euro = (total: string) => ({ amount: { currency: 'EUR', value: '50' }, contract: 'c', facts: { total } })
  test.each<readonly [Basis, string, readonly string[]]>([
    ['contract', '100', []], ['contract', '100.01', ['limit-exceeded']], ['contract', 'USD 500', ['limit-exceeded']],
    ['contract', '1', []], ['contract', 'much', ['needs total']], ['act', '500', []],
  ])('on the basis of %s: %s', (basis, total, reasons) => {
    expect(told(basis, [to('100')], [], euro(total))).toEqual(reasons)
  })
})

describe('an amount a fact states', () => {
  const limits: readonly Box[] = [{ stated: { match: { currency: 'USD', upTo: '50' } } }]
  test.each<readonly [string, readonly string[]]>([
    ['50', []], ['USD 50', []], ['EUR 50', []], ['51', ['limit-exceeded']], ['much', ['needs match']], ['about 5', ['needs match']],
    ['5 or so', ['needs match']], ['usd 5', ['needs match']], ['', ['needs match']], ['JPY 5', ['needs rate:JPY/USD']],
  ])('"%s"', (match, reasons) => {
    expect(told('act', limits, [], { facts: { match } })).toEqual(reasons)
  })
})

test('the acts of a unit in the year cannot be told without the unit', () => {
  const register = recorded([
    ...ordinary, matter({ id: 'award', basis: 'financial-year' }), person({ id: 'amina' }),
    delegation({ id: 'line', holder: { kind: 'person', person: 'amina' }, entities: ['organisation', 'elsewhere'], limits: [to('100')] }),
  ])
  const { reasons } = may(register, { person: 'amina', matter: 'award', amount: usd('1') }, asked(register, '2020-06-15'))
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'cannot-evaluate', needs: 'entity' }))
})
