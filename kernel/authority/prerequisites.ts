/** What a person must hold to receive or to use authority over a matter, and what a lapse does (rule 15). */
import type { Instant, MatterFact, Prerequisite } from './model.ts'
import type { Reason } from './reasons.ts'
import { runsAt, type World } from './world.ts'

const day = 86_400_000

type When = 'issue' | 'exercise'

/** Let go for a time, under authority: for this matter, or for every one that wants it. */
const isWaived = (world: World, matter: MatterFact, credential: string, person: string): boolean =>
  world.mentioning('waiver', person).some(
    waiver => waiver.credential === credential && (waiver.matter === null || waiver.matter === matter.id) && runsAt(waiver, world.at),
  )

function fault(world: World, matter: MatterFact, prerequisite: Prerequisite, person: string, when: When): Reason | null {
  if (when === 'exercise' && prerequisite.onLapse === 'blocks-issue') return null
  const { credential } = prerequisite
  const held = world.credentialsOf(person).filter(fact => fact.credential === credential)
  if (held.some(fact => runsAt(fact, world.at)) || isWaived(world, matter, credential, person)) return null
  const ends = held.flatMap(fact => (fact.effectiveTo !== null && fact.effectiveTo <= world.at ? fact.effectiveTo : []))
  if (ends.length === 0) return { code: 'prerequisite-missing', credential, person }
  const since: Instant = Math.max(...ends)
  const grace = when === 'exercise' && prerequisite.onLapse === 'grace' ? (prerequisite.graceDays ?? 0) * day : 0
  return world.at < since + grace ? null : { code: 'prerequisite-lapsed', credential, person, since }
}

/** Prerequisites of the matter the person lacks at the world's instant. */
export function prerequisiteFaults(world: World, matter: MatterFact, person: string, when: When): readonly Reason[] {
  if (matter.prerequisites.length === 0) return []
  return matter.prerequisites.flatMap(prerequisite => fault(world, matter, prerequisite, person, when) ?? [])
}
