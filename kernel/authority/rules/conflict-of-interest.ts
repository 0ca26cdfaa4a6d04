/** Nobody decides for themselves, or for somebody they have declared a relation to (rule 18). */
import type { Inquiry } from '../inquiry.ts'
import type { Check } from '../check.ts'
import type { Reason } from '../reasons.ts'
import { failsAll } from '../told.ts'
import { runsAt, type World } from '../world.ts'

/** A declaration binds both ways, while it runs. */
const related = (world: World, person: string, other: string): boolean =>
  world
    .mentioning('relation', person)
    .some(fact => (fact.person === other || fact.other === other) && person !== other && runsAt(fact, world.at))

/** What stands between the person and the decision: they gain or supply it, or somebody they are related to does. */
export function conflictOf({ question, world }: Inquiry, person: string): Extract<Reason, { code: 'conflict-of-interest' }> | null {
  const { beneficiary, supplier } = question
  if (beneficiary === undefined && supplier === undefined) return null
  if (beneficiary === person || supplier === person) return { code: 'conflict-of-interest', person, because: 'own-benefit', other: person }
  const other = [beneficiary, supplier].find(each => each !== undefined && related(world, person, each))
  return other === undefined ? null : { code: 'conflict-of-interest', person, because: 'relation', other }
}

export const noConflict: Check = (inquiry, { person }, told) => {
  const conflict = person === null ? null : conflictOf(inquiry, person)
  if (conflict === null) return true
  return failsAll(told, () => {
    const { because } = conflict
    const buys = because === 'own-benefit' && inquiry.matter?.area === 'procurement'
    return buys ? [conflict, { code: 'own-purchase', person: conflict.person }] : [conflict]
  })
}
