import { describe, expect, it } from 'vitest'

import { ceilingOf, underCeiling } from './sheet-limits.ts'

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

  it('limits what was not limited, and leaves unlimited what stays empty', () => {
    expect(underCeiling([], { ...none, upTo: '100', grade: 'P-4' })).toEqual([{ amount: { currency: 'USD', upTo: '100' }, grade: 'P-4' }])
    expect(underCeiling([], none)).toEqual([])
  })
})
