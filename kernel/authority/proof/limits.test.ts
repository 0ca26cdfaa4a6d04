import { describe, expect, test } from 'vitest'

import { may } from '../may.ts'
import type { Question } from '../model.ts'
import { expectAnswersAlike } from './answers-alike.ts'
import { asked as askedOn, delegation, ordinary, passable, person, recorded } from './example-facts.ts'
import { asked, within } from './limits.cases.ts'
import { ByTheBook } from './reference.ts'

const staff = [person({ id: 'amina' }), person({ id: 'bilal' })]
/** A name of its own for each case, which the shortened printing of objects would not give. */
const words = (each: object): string => JSON.stringify(each).replaceAll('"', '')
const head = { kind: 'person', person: 'amina' } as const

describe('what a limit admits', () => {
  test.each(asked.map(each => ({ ...each, name: words(each) })))('$name', ({ limits, asks, says, malformed }) => {
    const facts = [...ordinary, ...staff, delegation({ id: 'root', holder: head, limits })]
    const register = recorded(facts)
    const times = askedOn(register, '2020-06-01')
    const question: Question = { person: 'amina', matter: 'award', entity: 'organisation', ...asks }
    const verdict = may(register, question, times)
    expect(verdict.answer).toBe(says.length === 0 ? 'permitted' : 'refused')
    expect(verdict.reasons).toEqual(says.map(said => expect.objectContaining(said)))
    expectAnswersAlike(register, question, times)
    if (malformed) return
    const entries = facts.map((fact, index) => ({ fact, number: index + 1, recordedAt: times.on }))
    expect(new ByTheBook(entries, times).may(question).codes).toEqual(new Set(says.map(({ code }) => code)))
  })
})

describe('which limit lies in which', () => {
  test.each(within.map(each => ({ ...each, name: words(each) })))('$name', ({ child, parent, wider }) => {
    const register = recorded([
      ...ordinary, ...staff,
      delegation({ id: 'root', holder: head, limits: parent, subdelegation: passable() }),
      delegation({ id: 'child', parent: 'root', holder: { kind: 'person', person: 'bilal' }, limits: child }),
    ])
    const question: Question = { person: 'bilal', matter: 'award', entity: 'organisation' }
    const { reasons } = may(register, question, askedOn(register, '2020-06-01'))
    const found = reasons.flatMap(reason => (reason.code === 'never-wider' ? [reason.dimension] : []))
    expect(found.sort()).toEqual([...wider].sort())
    expectAnswersAlike(register, question, askedOn(register, '2020-06-01'))
  })
})
