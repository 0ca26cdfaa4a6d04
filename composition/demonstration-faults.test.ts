/** A monitor in miniature, one line a rule, run over the demonstration: it must find what was planted and nothing else. */
import { beforeAll, expect, test } from 'vitest'

import { checkIssue, issueWorld } from '../kernel/authority/issue.ts'
import type { DelegationFact, Instant } from '../kernel/authority/model.ts'
import { runsAt } from '../kernel/authority/world.ts'
import type { Register } from '../kernel/authority/register.ts'
import type { FaultRule } from '../demo/faults.ts'
import { inventDemonstration, type Demonstration } from '../demo/generate.ts'
import { personas } from '../demo/personas.ts'
import { all, takeDemonstration } from './trial-demonstration.ts'

const on = '2026-11-24'
const now = Date.parse(`${on}T12:00:00Z`)
const day = 86_400_000
/** Whose list of inherited lines is there to be worked through. */
const newlyAppointed = personas.find((persona) => typeof persona.arrives === 'object')?.post

let demonstration: Demonstration
let register: Register
let running: readonly DelegationFact[] = []

beforeAll(async () => {
  demonstration = inventDemonstration(on)
  register = (await takeDemonstration(demonstration)).register
  running = all(register, 'delegation').filter((line) => runsAt(line, now) && (line.endedAt === null || line.endedAt > now))
})

const holdersOf = (post: string, at: Instant): readonly string[] => all(register, 'assignment')
  .filter((held) => held.post === post && held.assignment === 'substantive' && runsAt(held, at)).map((held) => held.person)

const vacant = (post: string): boolean => holdersOf(post, now).length === 0

const ids = (lines: readonly DelegationFact[]): readonly string[] => lines.map((line) => line.id)

/** Faults the line would have if it were given today as it stands. */
const faultsToday = (line: DelegationFact): readonly string[] =>
  checkIssue(issueWorld(register), { ...line, effectiveFrom: now }, now, 'import').map((reason) => reason.code)

function lapsed(line: DelegationFact): boolean {
  const people = line.holder.kind === 'post' ? holdersOf(line.holder.post, now) : 'person' in line.holder ? [line.holder.person] : []
  const needed = register.fact('matter', line.matter)?.prerequisites ?? []
  return line.mayExercise && people.some((person) => needed.some(({ credential, graceDays = 0 }) =>
    !all(register, 'credential').some((held) => held.person === person && held.credential === credential &&
      (held.effectiveTo ?? Infinity) + graceDays * day > now)))
}

const found: Record<FaultRule, () => readonly string[]> = {
  'active-leaver': () => ids(running.filter(({ holder }) => 'person' in holder &&
    !(holder.kind === 'person-in-post' && vacant(holder.post)) && (register.fact('person', holder.person)?.effectiveTo ?? Infinity) <= now)),
  'prerequisite-lapsed': () => ids(running.filter(lapsed)),
  'never-wider': () => ids(running.filter((line) => faultsToday(line).includes('never-wider'))),
  'recipient-scope': () => ids(running.filter((line) => line.holder.kind === 'person' &&
    register.fact('person', line.holder.person)?.effectiveTo === null &&
    faultsToday(line).includes('recipient-scope'))),
  'not-accepted': () => ids(running.filter((line) => line.acceptedAt === null && (line.signedAt ?? now) < now - 60 * day)),
  vacancy: () => [...new Set(running.flatMap(({ holder }) => (holder.kind === 'post' && vacant(holder.post) ? [holder.post] : [])))],
  'acting-unrecorded': () => all(register, 'assignment').filter((held) => held.assignment !== 'substantive' && held.instrument === null &&
    runsAt(held, now)).map((held) => held.id),
  'successor-unconfirmed': () => [...new Set(running.flatMap(({ signedAs, confirmedBy }) => {
    const [holder] = holdersOf(signedAs ?? '', now)
    return signedAs === null || holder === undefined || holder === confirmedBy || signedAs === newlyAppointed ? [] : [signedAs]
  }))],
  expiring: () => ids(running.filter(({ effectiveTo }) => effectiveTo !== null && effectiveTo < now + 30 * day)),
}

for (const [rule, find] of Object.entries(found)) {
  test(`${rule}: what was planted is found, and nothing else`, () => {
    const planted = demonstration.faults.filter((fault) => fault.rule === rule).flatMap((fault) => fault.subjects)
    expect(planted.length).toBeGreaterThan(0)
    expect(find().toSorted()).toEqual(planted.toSorted())
  })
}

test('nobody holds as person-in-post what their assignment no longer carries', () => {
  const loose = running.filter(({ holder }) => holder.kind === 'person-in-post' && !vacant(holder.post) &&
    !holdersOf(holder.post, now).includes(holder.person))
  expect(ids(loose)).toEqual([])
})

test('the newly appointed head has a list to work through', () => {
  const inherited = running.filter((line) => line.signedAs === newlyAppointed &&
    !holdersOf(newlyAppointed ?? '', now).includes(line.confirmedBy ?? ''))
  expect(inherited.length).toBeGreaterThan(10)
})
