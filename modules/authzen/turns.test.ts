import { expect, it } from 'vitest'

import { takeTurns } from './turns.ts'

it('gives one long work a turn each time round the loop, first come first served', async () => {
  let round = 0
  let running = true
  const count = (): void => {
    round++
    if (running) setImmediate(count)
  }
  setImmediate(count)
  const turnsTaken: { who: string; round: number }[] = []
  const work = async (who: string): Promise<void> => {
    const turns = await takeTurns()
    for (let turn = 0; turn < 4; turn++) {
      turnsTaken.push({ who, round })
      const began = performance.now()
      while (!turns.over()) expect(performance.now() - began).toBeLessThan(1000)
      await turns.next()
    }
  }
  await Promise.all(['a', 'b', 'c'].map(work))
  running = false
  expect(turnsTaken.map(({ who }) => who).join('')).toBe('abcabcabcabc')
  expect(new Set(turnsTaken.map((each) => each.round)).size).toBe(turnsTaken.length)
})
