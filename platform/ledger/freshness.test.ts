import { describe, expect, it } from 'vitest'

import { Freshness } from './freshness.ts'

describe('a server', () => {
  it('knows nothing for certain before it has seen a heartbeat arrive', () => {
    const freshness = new Freshness(false)
    expect(freshness.holds(0)).toBe(false)
    freshness.seen('7', 0)
    expect(freshness.holds(1)).toBe(false)
  })

  it('is current for a second from having sent the poll before the one that showed the newest heartbeat', () => {
    const freshness = new Freshness(false)
    freshness.seen('7', 0)
    freshness.seen('8', 250)
    expect(freshness.holds(1000)).toBe(true)
    expect(freshness.holds(1001)).toBe(false)
    freshness.seen('8', 500)
    expect(freshness.holds(1001)).toBe(false)
    freshness.seen('9', 750)
    expect(freshness.holds(1500)).toBe(true)
    expect(freshness.holds(1501)).toBe(false)
  })

  it('that owns an embedded folder is always current, until it lost its thread', () => {
    const freshness = new Freshness(true)
    expect(freshness.holds(1e9)).toBe(true)
    freshness.lost()
    expect(freshness.holds(1e9)).toBe(false)
  })
})
