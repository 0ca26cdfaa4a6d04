import { describe, expect, test } from 'vitest'

import { keptExamples } from './law.ts'
import { laws as ofTime } from './laws.ts'
import { whatIfLaws } from './what-if-laws.ts'
import { answersAlike } from './agreement.ts'
import { lawRuns } from './runs.ts'

const laws = [...ofTime, ...whatIfLaws]

describe('laws', () => {
  // Seconds on a machine of its own; one that is held up by others wants longer.
  test.each(laws.map(each => [each.name, each] as const))('%s', { timeout: 60_000 + lawRuns * 120 }, (_, each) => each.prove(lawRuns))
})

describe('counter-examples that were kept', () => {
  const all = [answersAlike, ...laws]

  test('are all of laws there are', () => {
    const names = all.map(({ name }) => name)
    expect(keptExamples().map(kept => kept.law).filter(name => !names.includes(name))).toEqual([])
  })

  test.each(all.map(each => [each.name, each] as const))('hold no longer against: %s', (_, each) => {
    expect(each.replay()).toBe(keptExamples().filter(kept => kept.law === each.name).length)
  })
})
