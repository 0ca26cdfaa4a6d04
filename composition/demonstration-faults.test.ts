/** The monitor over the demonstration: it finds what was planted, each fault by its rule, and what follows from it, and nothing else. */
import { beforeAll, expect, test } from 'vitest'

import type { Finding } from '../kernel/authority/findings/finding.ts'
import { findings } from '../kernel/authority/findings/findings.ts'
import { Monitor } from '../kernel/authority/findings/monitor.ts'
import type { DelegationFact, Times } from '../kernel/authority/model.ts'
import type { Register } from '../kernel/authority/register.ts'
import { runsAt } from '../kernel/authority/world.ts'
import { inventDemonstration, type Demonstration } from '../demo/generate.ts'
import { personas } from '../demo/personas.ts'
import { all, takeDemonstration } from './trial-demonstration.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
/** Whose list of inherited lines is there to be worked through. */
const newlyAppointed = personas.find((persona) => typeof persona.arrives === 'object')?.post

let demonstration: Demonstration
let register: Register
let times: Times
let found: readonly Finding[] = []

beforeAll(async () => {
  demonstration = inventDemonstration('2026-11-24')
  register = (await takeDemonstration(demonstration)).register
  times = { on: now, known: register.head, now }
  found = findings(register, times)
})

const subjects = (rule: string): readonly string[] => found.filter((finding) => finding.rule === rule).map(({ subject }) => subject.id).toSorted()

const planted = (rule: string): readonly string[] =>
  demonstration.faults.filter((fault) => fault.rule === rule).flatMap((fault) => fault.subjects).toSorted()

const rules = ['active-leaver', 'prerequisite-lapsed', 'never-wider', 'not-accepted', 'vacancy', 'acting-unrecorded', 'successor-unconfirmed', 'expiring',
  'recipient-scope', 'split-decision', 'unauthorised-when-taken', 'delegation-without-role', 'role-without-delegation'] as const

test.each(rules)('%s: what was planted is found, and nothing else', (rule) => {
  expect(planted(rule).length).toBeGreaterThan(0)
  expect(subjects(rule)).toEqual(planted(rule))
})

test('every planted fault has its rule here', () => {
  expect([...new Set(demonstration.faults.map(({ rule }) => rule))].toSorted()).toEqual(rules.toSorted())
})

test('whatever else is found follows from the story: lines to somebody who left a post that stands empty, a stand-in without certificates', () => {
  const others = found.filter(({ rule }) => !rules.some((known) => known === rule))
  expect(new Set(others.map(({ rule }) => rule))).toEqual(new Set(['not-in-post', 'prerequisite-missing']))
  const empty = new Set(planted('vacancy'))
  for (const { rule, posts, persons } of others) {
    if (rule === 'not-in-post') expect(posts.every((post) => empty.has(post))).toBe(true)
    else {
      const held = persons.flatMap((person) => register.assignmentsOf(person, times))
      expect(held.some(({ assignment, post }) => assignment === 'officer-in-charge' && posts.includes(post))).toBe(true)
    }
  }
})

test('looking as of a day before anything was planted finds none of it', () => {
  const on = now - 130 * 86_400_000
  const before = findings(register, { on, known: register.numberAt(on), now })
  const all = new Set(demonstration.faults.flatMap((fault) => fault.subjects))
  expect(before.filter(({ rule, subject }) => rules.some((known) => known === rule) && all.has(subject.id))).toEqual([])
})

test('the monitor that is kept current holds the same', () => {
  const monitor = new Monitor(register)
  monitor.wholeNow(now)
  expect([...monitor.all()].length).toBe(found.length)
})

test('the newly appointed head has a list to work through', () => {
  const holders = all(register, 'assignment')
    .filter((held) => held.post === newlyAppointed && held.assignment === 'substantive' && runsAt(held, now)).map((held) => held.person)
  const running = all(register, 'delegation').filter((line: DelegationFact) => runsAt(line, now) && (line.endedAt === null || line.endedAt > now))
  expect(running.filter((line) => line.signedAs === newlyAppointed && !holders.includes(line.confirmedBy ?? '')).length).toBeGreaterThan(10)
})
