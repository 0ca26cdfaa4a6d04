/** What the monitor looks at, one at a time, and what it finds there. */
import type { AssignmentFact, ExerciseFact, FrameworkFact, MatterFact, RoleFact } from '../model.ts'
import type { DelegationRow } from '../store/delegation-row.ts'
import { findingRules, type Cause, type CauseFact, type Finding, type Found, type Ref, type SubjectKind } from './finding.ts'
import type { Look } from './look.ts'
import { LookedLine } from './looked-line.ts'
import { actingUnrecorded } from './rules/acting-unrecorded.ts'
import { activeLeaver } from './rules/active-leaver.ts'
import { expiring, reviewOverdue, unused } from './rules/ageing.ts'
import { chainBroken } from './rules/chain-broken.ts'
import { conflictInLine } from './rules/conflict-of-interest.ts'
import { conflictInDecision, emergencyUnreported, incompatibleOnCase, onLeave, providerDecides } from './rules/deciding.ts'
import { lineWithoutRole, roleDrift } from './rules/drift.ts'
import { incompatibleExercise } from './rules/incompatible-exercise.ts'
import { noLongerFits, tooDeep } from './rules/no-longer-fits.ts'
import { notAccepted } from './rules/not-accepted.ts'
import { notInPost } from './rules/not-in-post.ts'
import { prerequisites } from './rules/prerequisites.ts'
import { recipientScope } from './rules/recipient-scope.ts'
import { retroactive } from './rules/retroactive.ts'
import { splitDecision } from './rules/split-decision.ts'
import { staleTitle } from './rules/stale-title.ts'
import { successorUnconfirmed } from './rules/successor-unconfirmed.ts'
import { unauthorised } from './rules/unauthorised.ts'
import { vacancy } from './rules/vacancy.ts'

/** A unit of looking: its findings depend on the register and on nothing found elsewhere. */
export type Unit = Ref<SubjectKind>

export const unitKey = ({ kind, id }: Unit): string => `${kind}:${id}`

/** Rules of a line that runs by its own record. */
const ofRunningLines: readonly ((line: LookedLine) => readonly Found[])[] = [
  activeLeaver, notInPost, recipientScope, chainBroken, noLongerFits, tooDeep, prerequisites, notAccepted, expiring, unused, reviewOverdue,
  staleTitle, retroactive, conflictInLine, incompatibleExercise, lineWithoutRole,
]

const refsOf = (cause: Cause, kind: Ref['kind']): readonly string[] => {
  const ids: string[] = []
  const take = (value: CauseFact): void => {
    if (typeof value !== 'object') return
    if (Array.isArray(value)) for (const each of value as readonly Ref[]) take(each)
    else if ('kind' in value && value.kind === kind) ids.push(value.id)
  }
  for (const value of Object.values(cause)) take(value)
  return ids
}

const once = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort()

function lineFindings(look: Look, row: DelegationRow): Finding[] {
  const line = new LookedLine(look, row)
  const findings: Finding[] = []
  const add = (found: readonly Found[]): void => {
    if (found.length > 0) findings.push(...found.map(each => ofLine(look, row, each)))
  }
  if (line.stop === 'not-accepted') add(notAccepted(line))
  if (line.stop === null) for (const rule of ofRunningLines) add(rule(line))
  return findings
}

function ofLine(look: Look, row: DelegationRow, found: Found): Finding {
  const { holder } = row
  const posts = 'post' in holder ? [holder.post] : holder.kind === 'joint' ? holder.posts : []
  const seat = posts[0] === undefined ? null : (look.register.fact('post', posts[0], look.times.known)?.entity ?? null)
  return {
    ...found, subject: { kind: 'delegation', id: row.id }, entity: seat ?? row.entities[0] ?? null, matter: row.matter,
    persons: once(['person' in holder ? holder.person : [], refsOf(found.cause, 'person')].flat()), posts, ratification: null,
  }
}

/** The entity somebody sits in: of the capacity, or of the first post held substantively. */
function seatOf({ register, times }: Look, person: string | null, capacity: string | null, at: number): string | null {
  const world = register.world({ ...times, on: at })
  const held = person === null ? [] : world.assignmentsOf(person)
  const seat = held.find(({ post }) => post === capacity) ?? held.find(({ assignment }) => assignment === 'substantive')
  return seat === undefined ? null : (world.get('post', seat.post)?.entity ?? null)
}

function exerciseFindings(look: Look, act: ExerciseFact): Finding[] {
  if (act.decidedAt > look.at) {
    look.note(act.decidedAt)
    return []
  }
  const { register, times: { known } } = look
  const matter: MatterFact | null = register.fact('matter', act.matter, known)
  const found = [
    ...unauthorised(look, act), ...splitDecision(look, act, matter), ...onLeave(look, act), ...conflictInDecision(look, act),
    ...incompatibleOnCase(look, act, matter), ...providerDecides(look, act), ...emergencyUnreported(look, act),
  ]
  if (found.length === 0) return []
  const line = act.delegation === null ? null : register.delegation(act.delegation, { on: act.decidedAt, known })
  const entity = act.entity ?? seatOf(look, act.person, act.capacity, act.decidedAt) ?? line?.entities[0] ?? null
  const ratified = register.mentioning('ratification', act.id, known).find(fact => look.runs(fact))?.id ?? null
  return found.map(each => ({
    ...each, subject: { kind: 'exercise', id: act.id }, entity, matter: act.matter, persons: once(refsOf(each.cause, 'person')), posts: [],
    ratification: findingRules[each.rule].remedy === 'ratify' ? ratified : null,
  }))
}

function postFindings(look: Look, post: string): Finding[] {
  const found = [...vacancy(look, post), ...successorUnconfirmed(look, post)]
  const entity = found.length === 0 ? null : (look.register.fact('post', post, look.times.known)?.entity ?? null)
  return found.map(each => ({
    ...each, subject: { kind: 'post', id: post }, entity, matter: null, persons: once(refsOf(each.cause, 'person')), posts: [post], ratification: null,
  }))
}

function assignmentFindings(look: Look, held: AssignmentFact, framework: FrameworkFact | null): Finding[] {
  return actingUnrecorded(look, held, framework).map(each => ({
    ...each, subject: { kind: 'assignment', id: held.id }, entity: look.register.fact('post', held.post, look.times.known)?.entity ?? null,
    matter: null, persons: [held.person], posts: [held.post], ratification: null,
  }))
}

function roleFindings(look: Look, role: RoleFact): Finding[] {
  return roleDrift(look, role).map(each => ({
    ...each, subject: { kind: 'role', id: role.id }, entity: role.entity ?? lastSeatOf(look, role.person), matter: null, persons: [role.person], posts: [],
    ratification: null,
  }))
}

/** Where somebody sits, or sat last. */
function lastSeatOf({ register, times: { known } }: Look, person: string): string | null {
  const held = register.mentioning('assignment', `person:${person}`, known).filter(({ assignment }) => assignment === 'substantive')
  const last = held.reduce<AssignmentFact | null>((best, next) =>
    best === null || (next.effectiveTo ?? Infinity) > (best.effectiveTo ?? Infinity) ? next : best, null)
  return last === null ? null : (register.fact('post', last.post, known)?.entity ?? null)
}

/** Everything found at one unit now. */
export function findingsAt(look: Look, unit: Unit): Finding[] {
  const { register, times: { known } } = look
  switch (unit.kind) {
    case 'delegation': {
      const row = register.delegation(unit.id, look.times)
      return row === null ? [] : lineFindings(look, row)
    }
    case 'post':
      return postFindings(look, unit.id)
    case 'assignment': {
      const held = register.fact('assignment', unit.id, known)
      return held === null ? [] : assignmentFindings(look, held, register.framework(look.times))
    }
    case 'exercise': {
      const act = register.fact('exercise', unit.id, known)
      return act === null ? [] : exerciseFindings(look, act)
    }
    case 'role': {
      const role = register.fact('role', unit.id, known)
      return role === null ? [] : roleFindings(look, role)
    }
  }
}

/** Every unit there is to look at, with what is found there. Units where nothing can be found may be left out. */
export function* everywhere(look: Look): Iterable<{ readonly unit: () => Unit; readonly findings: Finding[] }> {
  const { register, times } = look
  const { delegations, assignments, names } = register.store
  const holding = new Set<number>()
  for (const row of register.delegations(times)) {
    if (row.holderKind === 'post') holding.add(delegations.seat.get(row.row))
    yield { unit: () => ({ kind: 'delegation', id: row.id }), findings: lineFindings(look, row) }
  }
  for (const seat of holding) {
    const id = names.posts.text(seat)
    yield { unit: () => ({ kind: 'post', id }), findings: postFindings(look, id) }
  }
  const framework = register.framework(times)
  for (const row of assignments.actingRows(times.known)) {
    const held = assignments.fact(row)
    yield { unit: () => ({ kind: 'assignment', id: held.id }), findings: assignmentFindings(look, held, framework) }
  }
  for (const act of register.facts('exercise', times.known)) yield { unit: () => ({ kind: 'exercise', id: act.id }), findings: exerciseFindings(look, act) }
  for (const role of register.facts('role', times.known)) yield { unit: () => ({ kind: 'role', id: role.id }), findings: roleFindings(look, role) }
}
