/** What the other questions must say where `may` has answered: one of them alone could be wrong without anybody noticing. */
import { expect } from 'vitest'

import { holds } from '../holds.ts'
import { may } from '../may.ts'
import type { Question, Times } from '../model.ts'
import type { Register } from '../register.ts'
import { statusOf } from '../status.ts'
import { whoMay } from '../who-may.ts'

/** `whoMay` names the asker just as `may` answers them; under what permits, the holder holds what is in force, all the way up. */
export function expectAnswersAlike(register: Register, question: Question, times: Times): void {
  const verdict = may(register, question, times)
  const { person, body, capacity, ...anybody } = question
  const found = whoMay(register, anybody, times)
  if (person !== undefined && capacity === undefined && body === undefined) {
    const named = { permitted: found.people.some(each => each.person === person), notYet: found.notYet.some(each => each.person === person) }
    expect({ question, times, ...named }).toEqual({ question, times, permitted: verdict.answer === 'permitted', notYet: verdict.answer === 'not-yet' })
  }
  if (verdict.answer !== 'permitted') return
  if (body !== undefined) expect(found.bodies.map(each => each.body)).toContain(body)
  for (const { id } of verdict.chain) expect(['in-force', 'vacant']).toContain(statusOf(register, id, times).state)
  const line = verdict.chain.at(-1)?.id
  if (person === undefined || line === undefined || body !== undefined) return
  expect(holds(register, person, times)).toContainEqual(expect.objectContaining({ delegation: line, state: 'in-force', canExercise: true }))
}
