/** Roles of other systems against the register (A/75/201 ¶14; issue A3): a role no line covers, a line without its role, a leaver's role. */
import { climb, inForce } from '../../chain.ts'
import { exercising } from '../../exercising.ts'
import type { RoleFact } from '../../model.ts'
import type { DelegationRow } from '../../store/delegation-row.ts'
import { inAnySubtree, inSubtree } from '../../world.ts'
import { nothing, ref, type Cause, type Found } from '../finding.ts'
import type { Look } from '../look.ts'
import type { LookedLine } from '../looked-line.ts'

/** Whether a line is in force, noting when its chain changes by time alone. */
function runs(look: Look, row: DelegationRow): boolean {
  const ground = look.ground(row.matter)
  for (const each of climb(ground, row).rows) look.watchLine(each)
  return inForce(ground, row)
}

function* linesOf({ register, times }: Look, person: string, matter: string): Iterable<DelegationRow> {
  for (const row of register.linked('person', person, times)) if (row.matter === matter) yield row
  for (const post of register.postsEverHeld(person, times.known)) {
    for (const row of register.linked('post', post, times)) if (row.holderKind === 'post' && row.matter === matter) yield row
  }
}

/** A role that applies everywhere is covered by a line for any unit; one of a unit, by a line that covers the unit. */
const covers = (look: Look, row: DelegationRow, entity: string | null): boolean =>
  entity === null || inAnySubtree(look.world, entity, row.entities)

/** Matters a role exercises, by the maps that run. */
const mattersOf = (look: Look, { system, role }: Pick<RoleFact, 'system' | 'role'>): readonly string[] =>
  look.register.mentioning('role-map', `role:${system}/${role}`, look.times.known).filter(map => look.runs(map)).map(({ matter }) => matter)

export function roleDrift(look: Look, fact: RoleFact): readonly Found[] {
  if (!look.runs(fact)) return nothing
  const { person, system, role, entity } = fact
  const cause: Cause = { person: ref('person', person), system, role, ...(entity === null ? {} : { entity: ref('entity', entity) }) }
  const known = look.register.fact('person', person, look.times.known)
  if (known !== null && look.reached(known.effectiveTo)) {
    return [{ rule: 'active-leaver', since: known.effectiveTo, cause: { ...cause, at: { at: known.effectiveTo ?? 0 } } }]
  }
  const uncovered = mattersOf(look, fact).filter(matter => {
    for (const row of linesOf(look, person, matter)) {
      if (row.post !== null) look.watchPost(row.post, look.ground(matter).longestActingDays)
      if (row.mayExercise && runs(look, row) && covers(look, row, entity) && exercising(look.ground(matter), row, person).fault === null) return false
    }
    return true
  })
  if (uncovered.length === 0) return nothing
  return [{ rule: 'role-without-delegation', since: null, cause: { ...cause, matters: [...uncovered].sort().map(id => ref('matter', id)) } }]
}

export interface Lacking {
  readonly person: string
  readonly system: string
  /** Any of which would do. */
  readonly roles: readonly string[]
}

/** Who may exercise a line and has no role for it, by system. */
export function lackingRoles(line: LookedLine): readonly Lacking[] {
  const { look, row } = line
  if (!row.mayExercise || !look.has('role-map')) return []
  const { register, times: { known } } = look
  const maps = register.mentioning('role-map', `matter:${row.matter}`, known).filter(map => look.runs(map))
  if (maps.length === 0 || !runs(look, row)) return []
  const lacking: Lacking[] = []
  for (const person of line.persons) {
    const roles = register.mentioning('role', person, known).filter(role => look.runs(role))
    for (const system of new Set(maps.map(map => map.system))) {
      const wanted = maps.filter(map => map.system === system).map(({ role }) => role)
      const has = roles.some(role => role.system === system && wanted.includes(role.role) &&
        (role.entity === null || row.entities.some(entity => inSubtree(look.world, entity, role.entity ?? '') || inSubtree(look.world, role.entity ?? '', entity))))
      if (!has) lacking.push({ person, system, roles: wanted })
    }
  }
  return lacking
}

/** Somebody may exercise a matter that a system has roles for, and has none of them there. */
export function lineWithoutRole(line: LookedLine): readonly Found[] {
  const { row } = line
  const lacking = lackingRoles(line)
  if (lacking.length === 0) return nothing
  const once = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()
  return [{
    rule: 'delegation-without-role', since: null,
    cause: {
      people: once(lacking.map(({ person }) => person)).map(id => ref('person', id)),
      system: once(lacking.map(({ system }) => system)).join(', '), role: once(lacking.flatMap(({ roles }) => roles)).join(', '),
      matter: ref('matter', row.matter),
    },
  }]
}
