/** The engine and the reference asked the same, and what their answers reached. */
import { expect } from 'vitest'

import { termsAt } from '../changing.ts'
import { groundOf } from '../ground.ts'
import { may } from '../may.ts'
import { law } from './law.ts'
import { codesOf, registerOf } from './laws.ts'
import { worldsWithQuestions } from './random-questions.ts'
import { ByTheBook } from './reference.ts'

/** How often each answer and each reason came about. */
export const reached = new Map<string, number>()
const reach = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1)

const alike = 'the engine and the reference answer alike, for the same reasons'
export const answersAlike = law(alike, worldsWithQuestions, ([world, asked]) => {
  const register = registerOf(world)
  for (const [question, at] of asked) {
    const verdict = may(register, question, at)
    const opinion = new ByTheBook(world.entries, at).may(question)
    expect({ answer: verdict.answer, codes: codesOf(verdict.reasons), question, at }).toEqual({
      answer: opinion.answer,
      codes: [...opinion.codes].sort(),
      question,
      at,
    })
    reach('questions')
    const counted = verdict.chain.flatMap(({ id }) => register.fact('delegation', id, at.known) ?? [])
    const isLaw = groundOf(register, question.matter, at).matter !== null
    if (!isLaw && !['no-such-matter', 'before-register'].includes(verdict.answer)) reach('answered by the law a running case keeps')
    reach(verdict.answer)
    if (verdict.answer === 'permitted' && verdict.chain.at(-1)?.matter !== question.matter) reach('permitted by what was carried over')
    if (verdict.answer === 'permitted' && verdict.chain.length > 1) reach('permitted by a subdelegation')
    if (verdict.answer === 'permitted' && question.body !== undefined) reach(`permitted to a body${verdict.evidence === null ? '' : ' by minute'}`)
    if (counted.some(each => each.formerly !== undefined)) reach(`${verdict.answer} by terms that changed`)
    if (counted.some(each => termsAt(each, at.on) !== each)) reach(`${verdict.answer} by terms since changed`)
    for (const code of opinion.codes) reach(`because ${code}`)
  }
})
