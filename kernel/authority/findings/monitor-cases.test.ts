/** The law of the monitor (`monitor.test.ts`) on every case of the tables: kept current fact by fact, backwards too, and as the instant comes. */
import { expect, test } from 'vitest'

import { on, ordinary } from '../proof/example-facts.ts'
import type { Fact, Instant } from '../model.ts'
import { Register } from '../register.ts'
import { findingKey, type Finding } from './finding.ts'
import { findings } from './findings.ts'
import { findingCases, today } from './findings.cases.ts'
import { Monitor } from './monitor.ts'
import { told } from './told.cases.ts'
import { turnings } from './turning.cases.ts'

const sorted = (found: Iterable<Finding>): readonly string[] => Array.from(found, finding => `${findingKey(finding)} ${JSON.stringify(finding)}`).sort()

/** Some units are left with the time they were last looked at: what is kept must be what a whole scan finds. */
function expectCurrent(monitor: Monitor, register: Register, at: Instant): void {
  expect(sorted(monitor.all())).toEqual(sorted(findings(register, { on: at, known: register.head, now: at })))
}

const recordedAt = on('2020-01-01')
const cases: readonly { readonly what: string; readonly facts: readonly Fact[] }[] = [...findingCases, ...turnings, ...told]

test.each(cases.flatMap(({ what, facts }) => [
  { what, order: 'as written', facts: [...ordinary, ...facts] }, { what, order: 'the other way round', facts: [...ordinary, ...facts.toReversed()] },
]))('$what, recorded $order', ({ facts }) => {
  const register = new Register()
  const monitor = new Monitor(register)
  monitor.wholeNow(recordedAt)
  for (const fact of facts) {
    const number = register.head + 1
    register.apply(fact, number, recordedAt)
    monitor.changed([fact], number, today - 1)
    expectCurrent(monitor, register, today - 1)
  }
  expect(monitor.nextAt).toBeGreaterThan(today - 1)
  monitor.passed(today)
  expectCurrent(monitor, register, today)
})
