/** All that one person may do: the delegations under which they act or will act. */
import { rowsLinkedTo } from './candidate.ts'
import { exercising, postsExercised } from './exercising.ts'
import { groundOf } from './ground.ts'
import type { Box, DelegationFact, Instant, Times } from './model.ts'
import type { Register } from './register.ts'
import { statusOfRow, type DelegationState } from './status.ts'

export interface Holding {
  readonly delegation: string
  readonly matter: string
  readonly entities: readonly string[]
  readonly limits: readonly Box[]
  readonly from: Instant
  /** Exclusive: its own end, or the date on which it falls. */
  readonly until: Instant | null
  /** Post in which it is held; null for authority held in person. */
  readonly capacity: string | null
  readonly state: DelegationState
  /** Delegations passed on from it, in any state. */
  readonly children: number
  /** The matter wants it accepted, and it is not. */
  readonly acceptanceWanted: boolean
  readonly canExercise: boolean
  /** Acting holders exercise; only substantive ones pass on. */
  readonly canPassOn: boolean
}

/** States in which a holder has something to do, or to wait for. */
const alive: readonly DelegationState[] = [
  'in-force',
  'awaiting-acceptance',
  'not-started',
  'not-published',
  'suspended',
  'dormant',
  'chain-broken',
  'invalid',
]

const earlier = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null ? a : Math.min(a, b))

/** Delegations to the person, or to any post the person ever held, in any state. */
export const delegationsOfPerson = (register: Register, person: string, times: Times): readonly DelegationFact[] =>
  Array.from(rowsLinkedTo({ register, times, world: register.world(times) }, person), row => row.fact())

/** Delegations in force for a person, or waiting to be, at (D, R). */
export function holds(register: Register, person: string, times: Times): Holding[] {
  const holdings: Holding[] = []
  for (const row of rowsLinkedTo({ register, times, world: register.world(times) }, person)) {
    const fact = row.fact()
    const ground = groundOf(register, fact.matter, times)
    const { assignment, fault } = exercising(ground, row, person)
    const { state } = statusOfRow(register, row, times)
    if (fault !== null || !alive.includes(state)) continue
    const inForce = state === 'in-force'
    holdings.push({
      delegation: fact.id,
      matter: fact.matter,
      entities: row.entities,
      limits: row.limits,
      from: fact.effectiveFrom,
      until: earlier(earlier(fact.effectiveTo, fact.fallsAt), fact.endedAt),
      capacity: row.post ?? postsExercised(ground, row, person)[0] ?? null,
      state,
      children: register.children(fact.id, times.known, times.on).length,
      acceptanceWanted: fact.acceptedAt === null && fact.endedAt === null,
      canExercise: inForce && fact.mayExercise,
      canPassOn:
        inForce &&
        (row.subdelegation?.depth ?? 0) > 0 &&
        row.holderKind !== 'class' &&
        ground.matter?.delegable === 'yes' &&
        (assignment === null || assignment === 'substantive'),
    })
  }
  return holdings
}
