/** Seeded samples: the same seed and population give the same sample, on any machine and by hand (docs/evidence.md). */
import { createHash } from 'node:crypto'

import { parseDecimal } from '../../../kernel/authority/amount.ts'
import type { RecordedAct } from './acts.ts'

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256(seed, line feed, id), hexadecimal: the lot each unit draws. */
export const lotOf = (seed: string, id: string): string => hashOf(`${seed}\n${id}`)

/** Simple random: the units with the lowest lots, in order of their lots. */
export function simpleRandom(acts: readonly RecordedAct[], seed: string, size: number): readonly RecordedAct[] {
  return acts.map((act) => ({ act, lot: lotOf(seed, act.id) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).slice(0, size).map(({ act }) => act)
}

/**
 * Monetary units: all amounts laid end to end in the order of the population, in ten-thousandths; `size` points, evenly apart from a start
 * the seed draws. A unit that holds a point is taken, once however many it holds. Amounts must be of one currency; what has none, or
 * nothing, cannot be taken.
 */
export function monetaryUnits(acts: readonly RecordedAct[], seed: string, size: number): readonly RecordedAct[] {
  const weighed = acts.map((act) => ({ act, weight: act.amount === null ? 0n : parseDecimal(act.amount.value) }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0n)
  if (total === 0n) return []
  const points = BigInt(size)
  const start = BigInt(`0x${hashOf(seed)}`) % total
  const taken: RecordedAct[] = []
  let end = 0n
  let point = 0n
  for (const { act, weight } of weighed) {
    end += weight
    const before = point
    while (point < points && (point * total + start) / points < end) point++
    if (point > before) taken.push(act)
  }
  return taken
}
