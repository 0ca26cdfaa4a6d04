import { describe, expect, test } from 'vitest'

import { checkIssue, issueWorld } from '../issue.ts'
import { may } from '../may.ts'
import type { Fact } from '../model.ts'
import { expectAnswersAlike } from './answers-alike.ts'
import { boundaries, type Boundary } from './boundaries.cases.ts'
import { credential, day, delegation, entity, framework, matter, on, person, recorded } from './example-facts.ts'
import { ByTheBook } from './reference.ts'

const opened = on('2020-01-01')

const factsOf = ({ delegation: given = {}, matter: law = {}, credentials = [] }: Boundary): readonly Fact[] => [
  framework({ id: 'framework' }), matter({ id: 'award', ...law }), entity({ id: 'organisation' }), person({ id: 'amina' }), ...credentials,
  delegation({ id: 'd1', holder: { kind: 'person', person: 'amina' }, ...given }),
  // Somebody always holds the matter, so that it is never reserved.
  delegation({ id: 'd2', holder: { kind: 'person', person: 'bilal' }, acceptedAt: opened, acceptedBy: 'bilal' }),
]

describe.each(boundaries)('$name', boundary => {
  const facts = factsOf(boundary)
  const register = recorded(facts)
  const entries = facts.map((fact, index) => ({ fact, number: index + 1, recordedAt: opened }))

  test.each(boundary.asked.map(({ on: at, says }) => ({ at, says, when: new Date(at).toISOString() })))('on $when', ({ at, says }) => {
    const question = { person: 'amina', matter: 'award', entity: 'organisation' }
    const times = { on: at, known: register.head, now: at }
    const { answer, reasons } = may(register, question, times)
    expect(answer).toBe(says.length === 0 ? 'permitted' : 'refused')
    const shown = reasons.map(reason => ({ code: reason.code, ...('since' in reason ? { since: reason.since } : {}) }))
    expect(new Set(shown)).toEqual(new Set(says))
    expect(shown).toHaveLength(says.length)
    expect(new ByTheBook(entries, times).may(question).codes).toEqual(new Set(says.map(({ code }) => code)))
    expectAnswersAlike(register, question, times)
  })
})

test('at issue a lapse counts at once, whatever grace there is for use', () => {
  const lapses = on('2020-06-01')
  const grace = matter({ id: 'award', prerequisites: [{ credential: 'certificate', onLapse: 'grace', graceDays: 5 }] })
  const held = credential({ person: 'amina', credential: 'certificate', effectiveTo: lapses })
  const register = recorded([framework({ id: 'framework' }), grace, entity({ id: 'organisation' }), person({ id: 'amina' }), held])
  const draft = delegation({ id: 'd1', holder: { kind: 'person', person: 'amina' }, effectiveFrom: lapses })
  expect(checkIssue(issueWorld(register), draft, lapses, 'issue').map(({ code }) => code)).toEqual(['prerequisite-lapsed'])
  expect(checkIssue(issueWorld(register), { ...draft, effectiveFrom: lapses - day }, lapses - day, 'issue')).toEqual([])
})
