/**
 * A decision referred to somebody who may take it: asked by whoever may not, closed by the decision itself, by declining or by taking it back.
 * What is asked is between the two; to the ledger goes its salted digest.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { may } from '../../../kernel/authority/may.ts'
import type { Question, Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { json } from '../../../platform/database/values.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Act } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { commit } from '../commit.ts'
import { closeReferral, findReferral, lockOpen, newSalt, referralDigest, type Referral } from '../referral-store.ts'
import { mustBeFresh, whereAsked } from '../views/ask.ts'
import { decisionFields, exerciseContract, takeDecision, whatWasDecided } from './record-exercise.ts'

const { cosigners: _cosigners, ...referred } = decisionFields
const byId = z.strictObject({ id: identity() })

export const referContract = contract({
  id: 'referral.ask', method: 'POST', path: '/api/v1/referrals', tag: 'register',
  summary: 'Refer a decision I may not take to somebody who may. They find it among what waits for them.',
  body: z.strictObject({ ...referred, to: identity().describe('A person whom GET /api/v1/who-may names.'), what: whatWasDecided() }),
  answer: z.object({ referral: z.string(), number: z.int() }),
})

export const decideReferralContract = contract({
  id: 'referral.decide', method: 'POST', path: '/api/v1/referrals/{id}/decide', tag: 'register',
  summary: 'Take the decision referred to me, now and in my own right; refused unless I may. Whoever referred it is told.',
  params: byId, body: z.strictObject({ what: whatWasDecided().optional().describe('What was decided, if in other words than asked.') }),
  answer: exerciseContract.answer,
})

export const declineReferralContract = contract({
  id: 'referral.decline', method: 'POST', path: '/api/v1/referrals/{id}/decline', tag: 'register', summary: 'Decline a decision referred to me, with the reason; whoever referred it is told.',
  params: byId, body: z.strictObject({ reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')) }), answer: z.object({ number: z.int() }),
})

export const withdrawReferralContract = contract({
  id: 'referral.withdraw', method: 'POST', path: '/api/v1/referrals/{id}/withdraw', tag: 'register', summary: 'Take back a decision I referred.',
  params: byId, body: z.strictObject({}), answer: z.object({ number: z.int() }),
})

function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

const actOf = (kind: string, { id, digest }: Pick<Referral, 'id' | 'digest'>, actor: string, capacity: string | null): Act =>
  ({ kind, subject: `referral:${id}`, actor, capacity, effectiveAt: null, facts: [], details: { digest } })

const cannot = (field: string, code: string, message: string, remedy: string) =>
  new Problem(422, 'cannot-be-referred', 'The decision cannot be referred', 'Nothing was sent. Correct the field named.', [{ field, code, message, remedy }])

const refer = route(referContract, async ({ body: { to, what, ...decided }, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  mustBeFresh(services)
  const { register } = services
  const times = presentTimes(services)
  const own = may(register, { ...decided, person, ...(capacity === null ? {} : { capacity }) }, times)
  if (own.answer === 'permitted') throw cannot('matter', 'nothing-to-refer', 'You may take this decision yourself.', 'Take it, or pass the authority on.')
  if (to === person) throw cannot('to', 'own-act', 'It cannot be referred to yourself.', 'Choose somebody who may.')
  // They decide where the asker would have: not each in their own entity.
  const question: Referral['question'] = { ...decided, ...whereAsked(services, own, times) }
  const theirs = may(register, { ...question, person: to }, times)
  if (theirs.answer !== 'permitted' && theirs.answer !== 'not-yet') {
    throw cannot('to', 'not-competent', 'This person may not take it either.', 'Choose one of those GET /api/v1/who-may names.')
  }
  const id = randomUUID()
  const asked = { asked_by: person, asked_of: to, question, what, salt: newSalt() }
  const digest = referralDigest(asked)
  const number = await commit(services, asker, async (tx) => {
    await tx.insertInto('referral').values({ id, ...asked, question: json(question), digest, state: 'open', asked_at: times.now, closed_at: null, reason: null, exercise: null }).execute()
    return {
      acts: [{ ...actOf('decision-referred', { id, digest }, person, capacity), ...(idempotencyKey === null ? {} : { idempotencyKey }) }],
      notices: [{ person: to, kind: 'decision-referred', subject: `referral:${id}` }],
    }
  })
  return { referral: id, number }
})

const mustBe = (who: 'asked_by' | 'asked_of', referral: Referral, person: string): void => {
  if (referral[who] === person) return
  throw new Problem(403, 'not-yours', 'This is the other’s to do', 'Nothing was changed. Whoever was asked decides or declines; whoever asked takes it back.')
}

const decide = route(decideReferralContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const { person } = actingPerson(asker)
  const referral = await services.db.transaction({ role: 'app', person }, (tx) => findReferral(tx, params.id))
  mustBe('asked_of', referral, person)
  const decision: Omit<Question, 'person' | 'body'> = referral.question
  return takeDecision({
    services, asker, decision, what: body.what ?? referral.what, idempotencyKey,
    beside: {
      before: async (tx) => { await lockOpen(tx, referral.id) },
      after: (tx, exercise) => closeReferral(tx, referral.id, { state: 'decided', exercise }, services.clock.now()),
      notices: [{ person: referral.asked_by, kind: 'referral-decided', subject: `referral:${referral.id}` }],
      details: { referral: referral.id },
    },
  })
})

const decline = route(declineReferralContract, async ({ params, body: { reason }, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const number = await commit(services, asker, async (tx) => {
    const referral = await lockOpen(tx, params.id)
    mustBe('asked_of', referral, person)
    await closeReferral(tx, referral.id, { state: 'declined', reason }, services.clock.now())
    return {
      acts: [{ ...actOf('referral-declined', referral, person, capacity), ...(idempotencyKey === null ? {} : { idempotencyKey }) }],
      notices: [{ person: referral.asked_by, kind: 'referral-declined', subject: `referral:${referral.id}` }],
    }
  })
  return { number }
})

const withdraw = route(withdrawReferralContract, async ({ params, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const number = await commit(services, asker, async (tx) => {
    const referral = await lockOpen(tx, params.id)
    mustBe('asked_by', referral, person)
    await closeReferral(tx, referral.id, { state: 'withdrawn' }, services.clock.now())
    return {
      acts: [{ ...actOf('referral-withdrawn', referral, person, capacity), ...(idempotencyKey === null ? {} : { idempotencyKey }) }],
      notices: [{ person: referral.asked_of, kind: 'referral-withdrawn', subject: `referral:${referral.id}` }],
    }
  })
  return { number }
})

export const referralActs: readonly Route[] = [refer, decide, decline, withdraw]
