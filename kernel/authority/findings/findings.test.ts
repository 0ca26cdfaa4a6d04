/** Each rule of the monitor on the smallest register that shows it. */
import { expect, test } from 'vitest'

import { ordinary, post, recorded, record } from '../proof/example-facts.ts'
import { assignment, day, delegation, on, person } from '../proof/example-facts.ts'
import { decided, findingCases, today } from './findings.cases.ts'
import { findingKey, type Finding } from './finding.ts'
import { findings } from './findings.ts'
import { told as toldCases } from './told.cases.ts'
import { turnings } from './turning.cases.ts'
import type { Register } from '../register.ts'

const told = (register: Register): readonly string[] =>
  findings(register, { on: today, known: register.head, now: today }).map(({ rule, subject }) => `${rule} ${subject.kind}:${subject.id}`).sort()

test.each(findingCases)('$what ($source)', ({ facts, finds }) => {
  expect(told(recorded([...ordinary, ...facts]))).toEqual(finds)
})

test.each(toldCases)('tells: $what', ({ facts, tells }) => {
  const register = recorded([...ordinary, ...facts])
  const sorted = (found: readonly Finding[]): readonly Finding[] => [...found].sort((one, other) => (findingKey(one) < findingKey(other) ? -1 : 1))
  expect(sorted(findings(register, { on: today, known: register.head, now: today }))).toEqual(sorted(tells))
})

test.each(turnings)('from the instant on: $what ($source)', ({ facts, rule, gone }) => {
  const register = recorded([...ordinary, ...facts])
  const at = (on: number): boolean => findings(register, { on, known: register.head, now: on }).some(found => found.rule === rule)
  expect({ before: at(today - 1), then: at(today) }).toEqual(gone ? { before: true, then: false } : { before: false, then: true })
})

const toPost = delegation({ id: 'line', holder: { kind: 'post', post: 'a' }, acceptedAt: on('2020-01-01') })

test('a title that changed after the line was issued is found until somebody reviews the line', () => {
  const register = recorded([...ordinary, person({ id: 'ana' }), post({ id: 'a', title: 'Buyer' }), assignment({ person: 'ana', post: 'a' }), toPost])
  expect(told(register)).toEqual([])
  record(register, [post({ id: 'a', title: 'Chief buyer' })], today - 9 * day)
  expect(told(register)).toEqual(['stale-title delegation:line'])
  record(register, [{ ...toPost, reviewedAt: today - day }], today - day)
  expect(told(register)).toEqual([])
})

test('a decision keeps both verdicts: unauthorised as known then, though a correction makes it authorised as known now', () => {
  const register = recorded([...ordinary, person({ id: 'ana' })])
  record(register, [decided({ id: 'e', decidedAt: on('2026-05-01') })], on('2026-05-01'))
  record(register, [delegation({ id: 'line', holder: { kind: 'person', person: 'ana' }, acceptedAt: on('2020-01-01') })], on('2026-05-20'))
  const [found] = findings(register, { on: today, known: register.head, now: today })
  expect([found?.rule, found?.cause['then'], found?.ratification]).toEqual(['unauthorised-when-taken', 'refused', null])
  record(register, [{ kind: 'ratification', id: 'r', exercise: 'e', ratifiedBy: 'bo', delegation: 'line', reason: 'competent', effectiveFrom: null, effectiveTo: null }], today)
  expect(findings(register, { on: today, known: register.head, now: today })[0]?.ratification).toBe('r')
})

test('looked at as it stood and as it was known', () => {
  const register = recorded([...ordinary, person({ id: 'ana' }), delegation({ id: 'line', holder: { kind: 'person', person: 'ana' }, acceptedAt: on('2020-01-01') })])
  const before = register.head
  record(register, [person({ id: 'ana', effectiveTo: today - 5 * day })], today - 2 * day)
  expect(told(register)).toEqual(['active-leaver delegation:line'])
  expect(findings(register, { on: today, known: before, now: today })).toEqual([])
  expect(findings(register, { on: today - 6 * day, known: register.head, now: today })).toEqual([])
})
