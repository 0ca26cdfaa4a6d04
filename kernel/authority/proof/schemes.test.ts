/** Published schemes put to the engine and to the reference: every question of theirs, with the answer their text gives. */
import { describe, expect, test } from 'vitest'

import { checkIssue, issueWorld } from '../issue.ts'
import { may } from '../may.ts'
import type { Fact, Question } from '../model.ts'
import { nextUp } from '../next-up.ts'
import type { Register } from '../register.ts'
import { obligationsOfIssue } from '../rules/obligations.ts'
import { expectAnswersAlike } from './answers-alike.ts'
import { asked, day, on, record, recorded } from './example-facts.ts'
import { ByTheBook } from './reference.ts'
import type { Scheme } from './scheme.ts'
import { s1 } from './scheme-s1.cases.ts'
import { s2 } from './scheme-s2.cases.ts'
import { passedOn as copied, s3 } from './scheme-s3.cases.ts'
import { passedOn as assistant, s4 } from './scheme-s4.cases.ts'
import { s5 } from './scheme-s5.cases.ts'

function registerOf({ facts, later = [] }: Scheme): Register {
  const register = recorded(facts)
  for (const { on: date, facts: added } of later) record(register, added, on(date))
  return register
}

const entriesOf = ({ facts, later = [] }: Scheme) =>
  [['2020-01-01', facts] as const, ...later.map(({ on: date, facts: added }) => [date, added] as const)]
    .flatMap(([date, added]) => added.map((fact: Fact) => ({ fact, recordedAt: on(date) })))
    .map((entry, index) => ({ ...entry, number: index + 1 }))

/** Posts and bodies at the next limit up. */
function upFrom(register: Register, asks: Question, date: string): string[] {
  const times = asked(register, date, register.numberAt(on(date) + day - 1))
  const post = register.assignmentsOf(asks.person ?? '', times)[0]?.post
  const seat = (post === undefined ? null : register.fact('post', post)?.entity) ?? register.fact('body', asks.body ?? '')?.entity
  const [next] = nextUp(register, { ...asks, ...(seat == null || asks.entity !== undefined ? {} : { entity: seat }) }, times)
  return [...(next?.people ?? []).map(each => each.post ?? each.person), ...(next?.bodies ?? []).map(each => each.body)].sort()
}

describe.each([s1, s2, s3, s4, s5])('$name', scheme => {
  const register = registerOf(scheme)
  const entries = entriesOf(scheme)
  test.each(scheme.questions)('$says: $answer', ({ asks, on: date, answer, reasons = [], missing, obligations, notChecked, minute, nextUp: up }) => {
    const times = asked(register, date, register.numberAt(on(date) + day - 1))
    const verdict = may(register, asks, times)
    expect({ answer: verdict.answer, reasons: [...new Set(verdict.reasons.map(reason => reason.code))].sort() }).toEqual({ answer, reasons: [...reasons].sort() })
    expect(new ByTheBook(entries, times).may(asks)).toEqual({ answer, codes: new Set(reasons) })
    expectAnswersAlike(register, asks, times)
    expect(verdict.missing).toEqual(missing ?? (answer === 'not-yet' ? expect.anything() : []))
    if (obligations !== undefined) expect(verdict.obligations).toEqual(obligations)
    if (notChecked !== undefined) expect(verdict.notChecked).toEqual(notChecked)
    if (answer === 'permitted') expect(verdict.evidence).toEqual(minute === undefined ? null : { minute })
    if (up !== undefined) expect(upFrom(register, asks, date)).toEqual([...up].sort())
  })
})

describe('issuing under the schemes', () => {
  test('S3: a sub-delegation without end date cannot be issued, and the reason says so', () => {
    const register = recorded(s3.facts)
    const codes = (end: number | null) =>
      checkIssue(issueWorld(register), { ...copied, effectiveTo: end }, on('2020-05-01'), 'issue').map(reason => reason.code)
    expect(codes(null)).toEqual(['end-required'])
    expect(codes(on('2021-06-01'))).toEqual([])
  })

  test('S3: issued, the chair of the review committee is told', () => {
    const register = recorded(s3.facts)
    expect(obligationsOfIssue(register, copied, asked(register, '2020-06-01')).map(({ duty, tells }) => [duty, tells])).toEqual([
      ['copy-to-review-committee', ['chair-of-review-committee']],
    ])
  })

  test('S4: a dean passes on up to 25,000 and a year, within the department', () => {
    const register = recorded(s4.facts.filter(fact => fact.id !== 'assistant' || fact.kind !== 'delegation'))
    const codes = (given: Partial<typeof assistant>) =>
      checkIssue(issueWorld(register), { ...assistant, effectiveFrom: on('2020-06-01'), ...given }, on('2020-06-01'), 'issue').map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ limits: [{ amount: { currency: 'USD', upTo: '30000' }, term: 12 }] })).toEqual(['never-wider'])
    expect(codes({ limits: [{ amount: { currency: 'USD', upTo: '25000' }, term: 13 }] })).toEqual(['never-wider'])
    expect(codes({ holder: { kind: 'post', post: 'clerk-of-sciences' } })).toEqual(['recipient-scope'])
  })
})

test('S5: ratified or not, an act taken before the advice stays what it was when taken', () => {
  const register = registerOf(s5)
  const question: Question = { person: 'the-assistant-secretary-general', matter: 'award', contract: 'c-large', act: 'large', amount: { currency: 'USD', value: '1200000' } }
  const then = asked(register, '2020-03-02')
  const ratified: Fact = {
    kind: 'ratification', id: 'r1', exercise: 'large', ratifiedBy: 'the-assistant-secretary-general', delegation: 'higher',
    reason: 'advice since given', effectiveFrom: null, effectiveTo: null,
  }
  record(register, [ratified], on('2020-06-01'))
  expect(may(register, question, then).answer).toBe('not-yet')
  expect(may(register, question, { ...then, known: register.head }).answer).toBe('not-yet')
})
