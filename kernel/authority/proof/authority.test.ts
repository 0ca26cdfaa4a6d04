import { describe, expect, test } from 'vitest'

import { expectAnswersAlike } from './answers-alike.ts'
import { cases, endOf, setting, type Case } from './authority.cases.ts'
import { on, record, recorded } from './example-facts.ts'
import { decisionCases } from './decisions.cases.ts'
import { circumstanceCases } from './circumstances.cases.ts'
import { holderCases } from './holders.cases.ts'
import { pairCases } from './pairs.cases.ts'
import { preconditionCases } from './preconditions.cases.ts'
import { transitionCases } from './transition.cases.ts'
import { may } from '../may.ts'
import type { Register } from '../register.ts'
import type { Fact } from '../model.ts'
import { ByTheBook, type Entry } from './reference.ts'

function history({ facts, later = [] }: Case): { register: Register; entries: readonly Entry[] } {
  const register = recorded([...setting, ...facts])
  for (const { on: date, facts: added } of later) record(register, added, on(date))
  const dated = [
    ...[...setting, ...facts].map(fact => [fact, '2020-01-01'] as const),
    ...later.flatMap(({ on: date, facts: added }) => added.map(fact => [fact, date] as const)),
  ]
  return {
    register,
    entries: dated.map(([fact, date]: readonly [Fact, string], index) => ({ fact, number: index + 1, recordedAt: on(date) })),
  }
}

describe.each([...cases, ...holderCases, ...circumstanceCases, ...decisionCases, ...pairCases, ...preconditionCases, ...transitionCases])('$rule ($source): $says', each => {
  const { register, entries } = history(each)
  test.each(each.questions.map((question, index) => ({ ...question, index })))('question $index on $on: $answer', question => {
    const known = question.known === undefined ? register.head : register.numberAt(endOf(question.known))
    const times = { on: on(question.on), known, now: on(question.on) }
    const verdict = may(register, question.asks, times)
    const codes = new Set(verdict.reasons.map(reason => reason.code))
    expect({ answer: verdict.answer, codes }).toEqual({ answer: question.answer, codes: new Set(question.reasons) })
    expect(new ByTheBook(entries, times).may(question.asks)).toEqual({ answer: question.answer, codes: new Set(question.reasons) })
    expectAnswersAlike(register, question.asks, times)
  })
})
