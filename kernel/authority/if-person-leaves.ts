/** What would stop, and be left uncovered, if somebody left, before it happens. Nothing falls: a vacancy breaks no chain (SEMANTICS). */
import { rowsLinkedTo } from './candidate.ts'
import { exercising, isManned } from './exercising.ts'
import { groundOf } from './ground.ts'
import type { Times } from './model.ts'
import type { Register } from './register.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { inForceByItsLaw, subtree, uncoveredBy, type Uncovered } from './uncovered.ts'

export interface Left {
  readonly delegation: string
  /** Nobody would be left who decides under it. */
  readonly vacant: boolean
  /** In force below it: they go on. */
  readonly below: number
}

export interface IfPersonLeaves {
  /** Every line in force under which the person decides or passes on. */
  readonly loses: readonly Left[]
  readonly uncovered: readonly Uncovered[]
}

/** Lines in force that the person holds at D, by themselves or with others. */
export function linesHeld(register: Register, person: string, times: Times): readonly DelegationRow[] {
  const world = register.world(times)
  if (world.get('person', person) === null) return []
  return [...rowsLinkedTo({ register, times, world }, person)].filter(row => {
    const ground = groundOf(register, row.matter, times)
    return exercising(ground, row, person).fault === null && inForceByItsLaw(ground, row)
  })
}

/** The effect of `person` leaving at D: their assignments end, and they are there no more. */
export function ifPersonLeaves(register: Register, person: string, times: Times): IfPersonLeaves {
  const held = linesHeld(register, person, times)
  const loses = held.map(row => {
    const ground = groundOf(register, row.matter, times)
    const below = [...subtree(ground, row)].filter(each => each.id !== row.id && inForceByItsLaw(ground, each))
    return { delegation: row.id, vacant: !isManned(ground, row, person), below: below.length }
  })
  const [first] = held
  return { loses, uncovered: first === undefined ? [] : uncoveredBy(groundOf(register, first.matter, times), held, person) }
}
