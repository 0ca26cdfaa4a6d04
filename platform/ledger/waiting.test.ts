import { describe, expect, it } from 'vitest'

import { LedgerStalled, Waiting } from './waiting.ts'

describe('those who wait for numbers', () => {
  it('are answered with the highest once all have arrived', async () => {
    const waiting = new Waiting(1000)
    waiting.arrived('a', 5)
    const { known, missing, last } = waiting.for(['a', 'b', 'c'])
    expect({ known, missing }).toEqual({ known: false, missing: ['b', 'c'] })
    waiting.arrived('c', 3)
    expect(waiting.some).toBe(true)
    waiting.arrived('b', 4)
    expect(await last).toBe(5)
    expect(waiting.some).toBe(false)
  })

  it('may ask after all have arrived', async () => {
    const waiting = new Waiting(1000)
    waiting.arrived('a', 5)
    expect(waiting.for(['a']).known).toBe(true)
    expect(await waiting.for(['a']).last).toBe(5)
    expect(await waiting.for([]).last).toBe(0)
  })

  it('do not wait for ever, and a failure reaches all', async () => {
    const waiting = new Waiting(20)
    await expect(waiting.for(['x']).last).rejects.toBeInstanceOf(LedgerStalled)
    const both = [waiting.for(['y']).last, waiting.for(['y', 'z']).last]
    waiting.fail(new Error('stopped'))
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(waiting.some).toBe(false)
  })
})
