import type { Random } from '../random.ts'
import { namePools, type NamePool } from './name-pools.ts'

const parts = (list: string): readonly string[] => list.split(' ').map((name) => name.replaceAll('|', ' '))

function nameFrom(pool: NamePool, random: Random): string {
  const given = random.pick(parts(pool.given))
  if (pool.order === 'mononym') return given
  const family = random.pick(parts(pool.family))
  if (pool.order === 'given-family') return `${given} ${family}`
  return pool.order === 'family-given' ? `${family} ${given}` : `${family}${given}`
}

/** Gives names nobody in the organisation bears yet, one field each, in whatever script they are written. */
export function nameGiver(random: Random, taken: readonly string[]): () => string {
  const given = new Set(taken)
  return () => {
    for (let attempt = 0; ; attempt++) {
      const name = nameFrom(random.pick(namePools), random)
      const full = attempt < 20 ? name : `${name} ${nameFrom(random.pick(namePools.filter((pool) => pool.order === 'mononym')), random)}`
      if (given.has(full)) continue
      given.add(full)
      return full
    }
  }
}
