/** What a draft ends: the delegations its lines take the place of and those it withdraws, and what becomes of all passed on from them. */
import { revoke, type ChildChoice } from '../../../kernel/authority/acts/revoke.ts'
import { ifRevoked } from '../../../kernel/authority/if-revoked.ts'
import type { Uncovered } from '../../../kernel/authority/uncovered.ts'
import type { DelegationFact, FallChoice, Instant, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Services } from '../../../platform/services.ts'
import type { SigningContext } from '../line-to-delegation.ts'
import { closedBy, type StepReason } from '../open-steps.ts'
import type { DraftBody, DraftLine } from '../shapes.ts'
import type { Change } from './compare-lines.ts'

export interface Ending {
  readonly fact: DelegationFact
  /** Key of the first line in its place; null = withdrawn. */
  readonly line: string | null
  readonly at: Instant
  readonly below: FallChoice
  readonly choices: Readonly<Record<string, ChildChoice>>
  readonly problems: readonly StepReason[]
  /** In force now and stopping with it. */
  readonly falls: readonly string[]
  readonly stands: readonly string[]
  readonly uncovered: readonly Uncovered[]
}

interface DrawnLine {
  readonly line: DraftLine
  readonly replaced: DelegationFact | null
  readonly delegation: DelegationFact | null
  readonly change: Change | 'added'
}

interface Wanted {
  readonly fact: DelegationFact
  readonly line: string | null
  readonly at: Instant
  readonly below: FallChoice | null
}

const unknownWithdrawn = (delegation: string) =>
  new Problem(422, 'no-such-delegation', 'The sheet withdraws what the register does not hold', 'Nothing was changed. Take the withdrawal named off the sheet.', [
    { field: 'withdraws', code: 'no-such-delegation', message: `There is no delegation ${delegation}.`, remedy: 'Give the id of a delegation of the register.' },
  ])

/** Each once: a delegation split into two lines ends with the earlier. */
function wantedEndings({ register }: Services, body: DraftBody, drawn: readonly DrawnLine[], now: Instant): Wanted[] {
  const wanted = new Map<string, Wanted>()
  const want = (next: Wanted): void => {
    const before = wanted.get(next.fact.id)
    if (!before || next.at < before.at) wanted.set(next.fact.id, next)
  }
  for (const { line, replaced, delegation, change } of drawn) {
    if (replaced && change !== 'unchanged') want({ fact: replaced, line: line.key, at: Math.max(now, delegation?.effectiveFrom ?? now), below: line.below })
  }
  for (const { delegation, below } of body.withdraws) {
    const fact = register.fact('delegation', delegation)
    if (!fact) throw unknownWithdrawn(delegation)
    want({ fact, line: null, at: now, below })
  }
  return [...wanted.values()]
}

export function endingsOf(services: Services, body: DraftBody, drawn: readonly DrawnLine[], { now, signatory, capacity }: SigningContext): Ending[] {
  const { register } = services
  const times: Times = { on: now, known: register.head, now }
  const fallback = register.framework(times)?.fallDefault ?? 'falls'
  const wanted = wantedEndings(services, body, drawn, now)
  const ending = new Set(wanted.map(({ fact }) => fact.id))
  return wanted.map(({ fact, line, at, below: chosen }) => {
    // The one above ends with it, so that there is nothing to stand under.
    const below = fact.parent !== null && ending.has(fact.parent) ? 'falls' : chosen ?? fallback
    const settled = settle(services, fact, below, times, ending)
    return {
      fact, line, at, below, ...settled,
      problems: closedBy('revoke', register, fact, { kind: 'person', person: signatory, capacity, roles: [] }, times),
    }
  })
}

/** What cannot stand under the one above falls; what the same draft ends by itself has no choice to be made for it. */
function settle({ register }: Services, fact: DelegationFact, below: FallChoice, times: Times, ending: ReadonlySet<string>) {
  const children = register.children(fact.id).filter(({ id }) => !ending.has(id))
  const made = Object.fromEntries(children.map(({ id }): [string, ChildChoice] => [id, { kind: below }]))
  const choices = Object.fromEntries(ifRevoked(register, fact.id, made, times).direct.flatMap(({ delegation, choice, standsProblem }) =>
    ending.has(delegation) ? [] : [[delegation, standsProblem.length > 0 ? { kind: 'falls' as const } : choice]]))
  const { falls, stands, uncovered } = ifRevoked(register, fact.id, choices, times)
  const own = (ids: readonly string[]) => ids.filter((id) => firstEnding(register, id, ending) === fact.id)
  return { choices, falls: own(falls), stands: own(stands), uncovered }
}

/** With which of the endings a delegation goes: the nearest above it. */
function firstEnding(register: Register, id: string, ending: ReadonlySet<string>): string | null {
  for (let at: string | null = id, steps = 0; at !== null && steps < 100; steps++) {
    if (ending.has(at)) return at
    at = register.fact('delegation', at)?.parent ?? null
  }
  return null
}

/** The versions the endings write, each delegation once, in the order in which they come about. */
export function endedVersions({ register }: Services, endings: readonly Ending[]): DelegationFact[] {
  const versions = new Map<string, DelegationFact>()
  const ended = new Set(endings.map(({ fact }) => fact.id))
  for (const { fact, at, choices, below } of endings) {
    const children = register.children(fact.id).filter(({ id }) => !ended.has(id))
    for (const version of revoke(fact, at, 'revoked', children, choices, below)) versions.set(version.id, version)
  }
  return [...versions.values()]
}
