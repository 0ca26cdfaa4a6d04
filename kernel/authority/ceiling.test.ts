import { describe, expect, it } from 'vitest'

import { ceilingOf, shareOf, underCeiling } from './ceiling.ts'

const award = [
  { amount: { currency: 'USD', upTo: '1000000' }, methods: ['open-tender'] },
  { amount: { currency: 'USD', upTo: '200000' }, methods: ['sole-source'] },
]
const none = { currency: 'USD', upTo: '', grade: '', term: '' }

describe('the ceiling of a line', () => {
  it('is the highest of its boxes', () => {
    expect(ceilingOf(award)).toEqual({ ...none, upTo: '1000000' })
    expect(ceilingOf([])).toEqual(none)
    expect(ceilingOf([{ grade: 'P-5', term: 12 }])).toEqual({ ...none, grade: 'P-5', term: '12' })
  })

  it('lowers only the boxes that reach above it, and can be raised again', () => {
    const lowered = underCeiling(award, { ...none, upTo: '250000' })
    expect(lowered.map(({ amount }) => amount?.upTo)).toEqual(['250000', '200000'])
    expect(ceilingOf(lowered).upTo).toBe('250000')
    expect(underCeiling(award, { ...none, upTo: '1000000' })).toEqual(award)
  })

  it('says what was typed above the parent, so that the checks refuse it', () => {
    expect(underCeiling(award, { ...none, upTo: '5000000' }).map(({ amount }) => amount?.upTo)).toEqual(['5000000', '200000'])
  })

  it('leaves out a band that begins at or above it', () => {
    const bands = [{ amount: { currency: 'USD', upTo: '50000' } }, { amount: { currency: 'USD', over: '50000', upTo: '200000' } }]
    expect(underCeiling(bands, { ...none, upTo: '50000' })).toEqual([bands[0]])
  })

  it('is the longest term and the highest amount of any box, whatever their order', () => {
    const boxes = [{ term: 12, amount: { currency: 'USD', upTo: '10' } }, { term: 36, amount: { currency: 'USD', upTo: '200' } }, { term: 24, amount: { currency: 'USD', upTo: '100' } }]
    expect(ceilingOf(boxes)).toEqual({ ...none, upTo: '200', term: '36' })
    expect(ceilingOf([...boxes, { methods: ['call-off'] }])).toEqual({ ...none, term: '36' })
    expect(ceilingOf([{ term: 12 }, { grade: 'P-4' }])).toEqual({ ...none, grade: 'P-4', term: '12' })
  })

  it('shortens the term of every box, and lowers a band without an upper end', () => {
    expect(underCeiling([{ term: 36 }, { methods: ['tender'] }], { ...none, term: '12' })).toEqual([{ term: 12 }, { methods: ['tender'], term: 12 }])
    const open = [{ amount: { currency: 'USD', over: '10' } }]
    expect(underCeiling(open, { ...none, upTo: '100' })).toEqual([{ amount: { currency: 'USD', over: '10', upTo: '100' } }])
  })

  it('keeps whether the end itself is inside only where the end stays', () => {
    const below = [{ amount: { currency: 'USD', upTo: '100', upToIncluded: false } }]
    expect(underCeiling(below, { ...none, upTo: '100' })).toEqual(below)
    expect(underCeiling(below, { ...none, upTo: '50' })).toEqual([{ amount: { currency: 'USD', upTo: '50' } }])
  })

  it('where every band begins above it, says all of them as typed, so that the checks refuse', () => {
    const bands = [{ amount: { currency: 'USD', over: '100', upTo: '200' } }]
    expect(underCeiling(bands, { ...none, upTo: '50' })).toEqual([{ amount: { currency: 'USD', over: '100', upTo: '50' } }])
  })

  it('limits what was not limited, and leaves unlimited what stays empty', () => {
    expect(underCeiling([], { ...none, upTo: '100', grade: 'P-4' })).toEqual([{ amount: { currency: 'USD', upTo: '100' }, grade: 'P-4' }])
    expect(underCeiling([], none)).toEqual([])
  })
})

it.each([
  ['50000', 40, '20000'], ['999', 50, '499'], ['1', 50, '0.5'], ['200000.50', 100, '200000'], ['333333', 33, '109999'],
])('takes %s at %i %% as %s', (top, percent, share) => {
  expect(shareOf([{ amount: { currency: 'USD', upTo: top } }], percent)).toEqual([{ amount: { currency: 'USD', upTo: share } }])
})

it('shares a union under one ceiling, and leaves alone what has no highest amount', () => {
  const bands = [{ amount: { currency: 'USD', upTo: '1000' }, methods: ['sole-source'] }, { amount: { currency: 'USD', upTo: '10000' }, methods: ['tender'] }]
  expect(shareOf(bands, 50).map(({ amount }) => amount?.upTo)).toEqual(['1000', '5000'])
  expect(shareOf([{ grade: 'P-5' }], 50)).toEqual([{ grade: 'P-5' }])
})
