/** Roles of other systems held against the register, and what would bring them together (issue A3, ¶14). */
import type { Times } from '../model.ts'
import type { Register } from '../register.ts'
import type { FindingRule } from './finding.ts'
import { Look, usualTerms } from './look.ts'
import { LookedLine } from './looked-line.ts'
import { lackingRoles, roleDrift } from './rules/drift.ts'

export interface DriftStep {
  readonly system: string
  readonly person: string
  readonly role: string
  /** Where the role applies; null = everywhere. */
  readonly entity: string | null
  readonly action: 'add' | 'remove'
  readonly reason: Extract<FindingRule, 'role-without-delegation' | 'delegation-without-role' | 'active-leaver'>
  /** The role that goes, or the line that has none. */
  readonly subject: string
}

export interface Drift {
  readonly steps: readonly DriftStep[]
  /** Roles that no map says anything about: they cannot be judged. */
  readonly unmapped: readonly { readonly system: string; readonly role: string; readonly persons: number }[]
}

/** What each system would have to add and take away for its roles to be what the register says, at two times. */
export function drift(register: Register, times: Times): Drift {
  const look = new Look(register, times, usualTerms)
  const steps: DriftStep[] = []
  const unmapped = new Map<string, { system: string; role: string; persons: number }>()
  for (const fact of register.facts('role', times.known)) {
    if (!look.runs(fact)) continue
    const { system, person, role, entity } = fact
    for (const { rule } of roleDrift(look, fact)) {
      steps.push({ system, person, role, entity, action: 'remove', reason: rule as DriftStep['reason'], subject: fact.id })
    }
    if (register.mentioning('role-map', `role:${system}/${role}`, times.known).some(map => look.runs(map))) continue
    const key = `${system}/${role}`
    unmapped.set(key, { system, role, persons: (unmapped.get(key)?.persons ?? 0) + 1 })
  }
  const matters = new Set(Array.from(register.facts('role-map', times.known), map => map.matter))
  for (const matter of matters) {
    for (const row of register.linked('matter', matter, times)) {
      const line = new LookedLine(look, row)
      if (line.stop !== null) continue
      for (const { person, system, roles } of lackingRoles(line)) {
        for (const entity of row.entities) {
          steps.push({ system, person, role: [...roles].sort()[0] ?? '', entity, action: 'add', reason: 'delegation-without-role', subject: row.id })
        }
      }
    }
  }
  const key = (step: DriftStep): string => [step.system, step.person, step.action, step.role, step.entity ?? '', step.subject].join('\n')
  return {
    steps: steps.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    unmapped: [...unmapped.values()].sort((a, b) => (`${a.system}/${a.role}` < `${b.system}/${b.role}` ? -1 : 1)),
  }
}
