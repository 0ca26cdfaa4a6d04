import type { Random } from '../random.ts'
import { namePools } from './name-pools.ts'

const split = (list: string): readonly string[] => list.split(' ').map((name) => name.replaceAll('|', ' '))

const pools = namePools.map((pool) => ({ order: pool.order, given: split(pool.given), family: split(pool.family) }))
type Pool = (typeof pools)[number]
const mononyms = pools.filter((pool) => pool.order === 'mononym')

function nameFrom(pool: Pool, random: Random): string {
  const given = random.pick(pool.given)
  if (pool.order === 'mononym') return given
  const family = random.pick(pool.family)
  if (pool.order === 'given-family') return `${given} ${family}`
  return pool.order === 'family-given' ? `${family} ${given}` : `${family}${given}`
}

const patience = 20

/** Gives names nobody in the organisation bears yet, one field each, in whatever script they are written. */
export function nameGiver(random: Random, taken: readonly string[]): () => string {
  const borne = new Set(taken)
  return () => {
    for (let attempt = 0; ; attempt++) {
      const name = nameFrom(random.pick(pools), random)
      // Once most of a pool is borne, a second name is added rather than searching for ever.
      const full = attempt < patience ? name : `${name} ${nameFrom(random.pick(mononyms), random)}`
      if (borne.has(full)) continue
      borne.add(full)
      return full
    }
  }
}
