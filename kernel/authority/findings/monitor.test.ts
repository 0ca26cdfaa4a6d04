/** The law of the monitor: what it keeps current is what a whole scan finds, after every change and as time passes. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

import { day } from '../proof/example-facts.ts'
import { start } from '../proof/random-limits.ts'
import { runs } from '../proof/runs.ts'
import { Register } from '../register.ts'
import { findingKey, findingRuleNames, type Finding } from './finding.ts'
import { findings } from './findings.ts'
import { Monitor } from './monitor.ts'
import { eventful } from '../proof/random-circumstances.ts'

const terms = { expiringDays: 6, vacancyDays: 5, confirmDays: 8 }
const reached = new Set<string>()

/** Sorted, as text: order means nothing. */
const told = (found: Iterable<Finding>): readonly string[] => Array.from(found, finding => `${findingKey(finding)} ${JSON.stringify(finding)}`).sort()

function whole(register: Register, on: number): readonly string[] {
  const found = findings(register, { on, known: register.head, now: on }, terms)
  for (const { rule, subject } of found) reached.add(`${rule} ${subject.kind}`)
  return told(found)
}

test('what the monitor keeps is what a whole scan finds, after every change and as time passes', () => {
  fc.assert(
    fc.property(eventful, fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }), (happened, waits) => {
      const register = new Register()
      const monitor = new Monitor(register, terms)
      monitor.wholeNow(start)
      let now = start
      for (const [index, { fact, at }] of happened.entries()) {
        register.apply(fact, index + 1, at)
        now = at + (index % 3)
        monitor.changed([fact], index + 1, now)
        expect(told(monitor.all())).toEqual(whole(register, now))
      }
      for (const wait of waits) {
        now += (wait * day) / 2
        monitor.passed(now)
        expect(told(monitor.all())).toEqual(whole(register, now))
      }
      // At the very instant it announces, not a millisecond before.
      const next = monitor.nextAt
      if (next > now && next < now + 50 * day) {
        expect(whole(register, next - 1)).toEqual(told(monitor.all()))
        monitor.passed(next)
        expect(told(monitor.all())).toEqual(whole(register, next))
      }
    }),
    { numRuns: Math.ceil(runs / 8) },
  )
}, 600_000)

afterAll(() => {
  const missed = findingRuleNames.filter(rule => ![...reached].some(each => each.startsWith(`${rule} `)))
  // What random worlds do not bring about has its table of cases.
  expect(missed.filter(rule => !['emergency-unreported', 'active-leaver'].includes(rule))).toEqual([])
})
