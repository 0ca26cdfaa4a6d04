/**
 * Ratification (rule 23): somebody competent for the whole of a decision stands behind it. It stays unauthorised when taken; both stand on
 * record. The ratifier's own chain is held as for a decision, so that its revocation cannot win beside it.
 */
import { z } from 'zod'

import type { RatificationFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import { assertCurrent, lockChainShared } from '../../../platform/ledger/chain-locks.ts'
import { commit } from '../commit.ts'
import { closedToRatify, verdictOfRatifier } from '../ratifying.ts'
import { mustBeFresh } from '../views/ask.ts'
import { noSuchExercise } from '../views/exercises.ts'

export const ratifyContract = contract({
  id: 'exercise.ratify', method: 'POST', path: '/api/v1/exercises/{id}/ratify', tag: 'register',
  summary: 'Stand behind a decision that was unauthorised when taken. It erases nothing.',
  params: z.strictObject({ id: identity() }), body: z.strictObject({ reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')) }),
  answer: z.object({ ratification: z.string(), delegation: z.string(), number: z.int() }),
})

const remedies: Record<string, string> = {
  'nothing-to-ratify': 'The register authorised it; nothing has to be ratified.',
  'own-act': 'Nobody ratifies what they decided themselves; ask somebody competent for the whole.',
  'already-ratified': 'It was ratified before; read its record.',
}

export const ratify = route(ratifyContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  mustBeFresh(services)
  const { register } = services
  let taken = { ratification: '', delegation: '' }
  const number = await commit(services, asker, async (tx) => {
    const act = register.fact('exercise', params.id)
    if (!act) throw noSuchExercise(params.id)
    const known = register.head
    const timesAt = (now: number) => ({ on: now, known, now })
    const { chain } = verdictOfRatifier(register, act, acting, timesAt(services.clock.now()))
    await lockChainShared(tx, chain.map(({ id }) => id))
    await assertCurrent(tx, chain, known)
    const now = services.clock.now()
    const { reasons, verdict } = closedToRatify(register, act, acting, timesAt(now))
    if (reasons.length > 0) {
      throw new Problem(422, 'cannot-be-ratified', 'You cannot ratify this decision', 'Nothing was recorded. See what stands against it.', reasons.map(({ code }) => ({
        field: 'id', code, message: `It cannot be ratified: ${code}.`, remedy: remedies[code] ?? 'Ask somebody who may take the whole decision now; GET /api/v1/who-may names them.',
      })))
    }
    const delegation = verdict.chain.at(-1)!.id
    const fact: RatificationFact = {
      kind: 'ratification', id: `ratification:${act.id}`, exercise: act.id, ratifiedBy: acting.person, delegation, reason: body.reason, effectiveFrom: now, effectiveTo: null,
    }
    taken = { ratification: fact.id, delegation }
    return {
      acts: [{
        kind: 'exercise-ratified', subject: `exercise:${act.id}`, actor: acting.person, capacity: verdict.capacity, effectiveAt: now, facts: [fact],
        details: { reason: body.reason, chain: verdict.chain.map(({ id }) => id) },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: act.person === null ? [] : [{ person: act.person, kind: 'exercise-ratified', subject: act.id }],
    }
  })
  return { ...taken, number }
})
