/**
 * An exercise: a decision taken under a delegation. It is decided inside its own transaction, at now, holding shared locks on its chain; a
 * revocation takes them exclusively, so both cannot win (SEMANTICS, Time). The verdict is kept as it stood.
 */
import { z } from 'zod'

import { may } from '../../../kernel/authority/may.ts'
import type { Question } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, lines, money } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import { assertCurrent, lockChainShared } from '../../../platform/ledger/chain-locks.ts'
import type { Json } from '../../../platform/ledger/ledger.ts'
import { commit } from '../commit.ts'
import { mustBeFresh } from '../views/ask.ts'

export const exerciseContract = contract({
  id: 'exercise.record', method: 'POST', path: '/api/v1/exercises', tag: 'register', summary: 'Record a decision I take now. Refused unless I may take it; kept with the chain it was taken under.',
  body: z.strictObject({
    matter: identity(), amount: money().optional(), method: identity().optional(), category: identity().optional(), fund: identity().optional(),
    grade: line(40).optional(), term: z.int().min(1).max(1200).optional(), entity: identity().optional(), beneficiary: identity().optional(),
    facts: z.record(line(100), line(500)).optional(), what: lines(2000).pipe(z.string().min(1, 'Say what was decided.')),
  }),
  answer: z.object({ number: z.int(), delegation: z.string(), notChecked: z.array(z.string()), obligations: z.array(z.string()) }),
})

export const recordExercise = route(exerciseContract, async ({ body: { what, ...decision }, asker, services, idempotencyKey }) => {
  const { person } = actingPerson(asker)
  mustBeFresh(services)
  const question: Question = { ...decision, person }
  let taken = { delegation: '', notChecked: [] as string[], obligations: [] as string[] }
  const number = await commit(services, asker, async (tx) => {
    const before = services.clock.now()
    const known = services.register.head
    const { chain } = may(services.register, question, { on: before, known, now: before })
    await lockChainShared(tx, chain.map(({ id }) => id))
    await assertCurrent(tx, chain, known)
    const now = services.clock.now()
    const verdict = may(services.register, question, { on: now, known, now })
    if (verdict.answer !== 'permitted') {
      throw new Problem(422, verdict.answer, 'You may not take this decision', 'Nothing was recorded. Ask "may I?" to see why, and who could.', verdict.reasons.map(({ code }) => ({
        field: 'matter', code, message: `It is not permitted: ${code}.`, remedy: 'Refer it to somebody who may; GET /api/v1/who-may names them.',
      })))
    }
    const { id } = verdict.chain.at(-1)!
    taken = { delegation: id, notChecked: [...verdict.notChecked], obligations: [...verdict.obligations] }
    return {
      acts: [{
        kind: 'authority-exercised', subject: `delegation:${id}`, actor: person, capacity: verdict.capacity, effectiveAt: now, facts: [],
        details: { what, question: question as unknown as Json, chain: verdict.chain.map((link) => link.id), notChecked: taken.notChecked, obligations: taken.obligations },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: [],
    }
  })
  return { number, ...taken }
})
