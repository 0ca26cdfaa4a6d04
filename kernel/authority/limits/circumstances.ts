/** Facts a limit or a precondition hangs on: of the unit, as the register knows it, or of the decision, as the question states it. */
import type { Question, UnitFact } from '../model.ts'
import { lastBegun } from '../rates.ts'
import type { World } from '../world.ts'

export interface Circumstances {
  /** A fact neither the register nor the question states counts as "false". */
  value(key: string, entity: string | null): string
  /** Whether all of `where` are so. */
  are(where: Readonly<Record<string, string>>, entity: string | null): boolean
}

export function circumstancesOf(question: Question, world: World): Circumstances {
  const ofUnit = (key: string, entity: string | null): UnitFact | null =>
    entity === null ? null : lastBegun(world.mentioning('unit-fact', entity).filter(fact => fact.key === key), world.at)
  // What the register knows of the unit, the question cannot deny.
  const value = (key: string, entity: string | null): string => ofUnit(key, entity)?.value ?? question.facts?.[key] ?? 'false'
  return { value, are: (where, entity) => Object.entries(where).every(([key, wanted]) => value(key, entity) === wanted) }
}
