/** What was wrong with who decided: on leave, related to the beneficiary, a mere provider, twice on one case, in an emergency without a report. */
import type { ExerciseFact, MatterFact } from '../../model.ts'
import { inSubtree, runsAt } from '../../world.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'
import { relationBetween } from './conflict-of-interest.ts'

/** Rule 14: deciding while on recorded leave. */
export function onLeave({ register, times: { known } }: Look, act: ExerciseFact): readonly Found[] {
  if (act.person === null) return nothing
  const absence = register.mentioning('absence', act.person, known).find(fact => runsAt(fact, act.decidedAt))
  if (absence === undefined) return nothing
  const cause = { person: ref('person', act.person), absence: absence.absence, at: { at: act.decidedAt } }
  return [{ rule: 'on-leave', since: act.decidedAt, cause }]
}

/** Rule 18: the beneficiary or supplier is oneself or a declared relation. */
export function conflictInDecision(look: Look, { person, beneficiary, supplier, decidedAt }: ExerciseFact): readonly Found[] {
  if (person === null) return nothing
  for (const [kind, other] of [['person', beneficiary], ['supplier', supplier]] as const) {
    if (other === null) continue
    const relation = other === person ? 'self' : relationBetween(look, person, other, fact => runsAt(fact, decidedAt))?.relation
    if (relation !== undefined) {
      return [{ rule: 'conflict-of-interest', since: decidedAt, cause: { person: ref('person', person), other: ref(kind, other), relation } }]
    }
  }
  return nothing
}

/** Rule 17: the same person used two matters to be kept apart on one case. */
export function incompatibleOnCase({ register, times: { known } }: Look, act: ExerciseFact, matter: MatterFact | null): readonly Found[] {
  const pairs = matter?.incompatible.filter(({ scope }) => scope === 'case') ?? []
  if (pairs.length === 0 || act.case === null || act.person === null) return nothing
  const other = register.mentioning('exercise', `case:${act.case}`, known).find(earlier =>
    earlier.person === act.person && earlier.id !== act.id && pairs.some(pair => pair.matter === earlier.matter))
  if (other === undefined) return nothing
  return [{
    rule: 'incompatible-exercise', since: Math.max(act.decidedAt, other.decidedAt),
    cause: { person: ref('person', act.person), other: ref('exercise', other.id), matter: ref('matter', other.matter), case: act.case },
  }]
}

/** Rule 20, ¶14 and ¶54: a provider that only executes took the decision for its client. */
export function providerDecides(look: Look, act: ExerciseFact): readonly Found[] {
  const { register, times: { known } } = look
  if (act.person === null || act.entity === null) return nothing
  const world = register.world({ ...look.times, on: act.decidedAt })
  const seats = world.assignmentsOf(act.person)
    .filter(({ post }) => act.capacity === null || act.capacity === post).flatMap(({ post }) => world.get('post', post)?.entity ?? [])
  for (let client: string | null = act.entity, depth = 0; client !== null && depth < 100; depth++) {
    for (const arrangement of register.mentioning('arrangement', `client:${client}`, known)) {
      const only = !arrangement.decides && arrangement.matters.includes(act.matter) && runsAt(arrangement, act.decidedAt)
      if (only && seats.some(seat => inSubtree(world, seat, arrangement.provider)) && !inSubtree(world, act.entity, arrangement.provider)) {
        return [{
          rule: 'provider-decides', since: act.decidedAt,
          cause: { person: ref('person', act.person), provider: ref('entity', arrangement.provider), client: ref('entity', arrangement.client) },
        }]
      }
    }
    client = world.get('entity', client)?.parent ?? null
  }
  return nothing
}

/** Rule 12: each use of emergency authority is reported. The decision says so itself: its fact "reported". */
export function emergencyUnreported({ register, times: { known } }: Look, act: ExerciseFact): readonly Found[] {
  const row = act.delegation === null ? null : register.delegation(act.delegation, { on: act.decidedAt, known })
  if (row === null || row.emergency === null || act.facts['reported'] === 'true') return nothing
  return [{
    rule: 'emergency-unreported', since: act.decidedAt,
    cause: { line: ref('delegation', row.id), trigger: row.emergency.trigger, at: { at: act.decidedAt } },
  }]
}
