/** Acceptance (rule 8): a second signed act, line by line if wished, over the digest of the instrument read. Declining ends the line. */
import { z } from 'zod'

import { accept as acceptFact } from '../../../kernel/authority/acts/accept.ts'
import { decline as declineFact } from '../../../kernel/authority/acts/decline.ts'
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import { commit } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { findInstrument } from '../instruments.ts'
import { closedBy, type Step } from '../open-steps.ts'
import { refuseClosed } from '../refuse-closed.ts'

const byNumber = z.strictObject({ number: identity() })
const which = z.array(identity()).min(1, 'Name at least one line.').max(200)
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'Give the digest shown with the instrument.')

export const acceptContract = contract({
  id: 'delegation.accept', method: 'POST', path: '/api/v1/instruments/{number}/accept', tag: 'register',
  summary: 'Accept lines of an instrument, over the digest of what was read. In force from then, or from their first day.',
  params: byNumber, body: z.strictObject({ lines: which, digest }), answer: z.object({ accepted: z.array(z.string()), number: z.int() }),
})

export const declineContract = contract({
  id: 'delegation.decline', method: 'POST', path: '/api/v1/instruments/{number}/decline', tag: 'register', summary: 'Decline lines of an instrument, with the reason; the delegator is told.',
  params: byNumber, body: z.strictObject({ lines: which, reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')) }), answer: z.object({ declined: z.array(z.string()), number: z.int() }),
})

function linesOf({ register }: Services, instrument: string, ids: readonly string[]): DelegationFact[] {
  return [...new Set(ids)].map((id) => {
    const fact = register.fact('delegation', id)
    if (!fact || fact.instrument !== instrument) {
      throw new Problem(422, 'not-in-instrument', 'A line does not stand in this instrument', 'Nothing was changed. Give ids of lines of this instrument.', [
        { field: 'lines', code: 'not-in-instrument', message: `${id} is no line of ${instrument}.`, remedy: 'Read the instrument again and choose among its lines.' },
      ])
    }
    return fact
  })
}

function mustBeOpen(services: Services, step: Step, facts: readonly DelegationFact[], asker: ReturnType<typeof actingPerson>): void {
  const now = services.clock.now()
  const times = { on: now, known: services.register.head, now }
  refuseClosed(step, facts.map((fact) => ({ delegation: fact.id, reasons: closedBy(step, services.register, fact, asker, times) })))
}

const accept = route(acceptContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const known = services.register.head
  const facts = linesOf(services, params.number, body.lines)
  mustBeOpen(services, 'accept', facts, acting)
  const number = await commit(services, asker, async (tx) => {
    const instrument = await findInstrument(tx, services, params.number)
    if (instrument.digest !== body.digest) throw movedOn('instrument')
    await lockExclusive(tx, facts.map(({ id }) => id))
    await assertCurrent(tx, facts, known)
    const now = services.clock.now()
    return {
      acts: facts.map((fact, index) => ({
        kind: 'delegation-accepted', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: Math.max(now, fact.effectiveFrom),
        facts: [acceptFact(fact, acting.person, now)], details: { digest: body.digest },
        ...(idempotencyKey === null ? {} : { idempotencyKey: `${idempotencyKey}:${index}` }),
      })),
      notices: facts.flatMap((fact) => (fact.signedBy === null || fact.signedBy === acting.person ? [] : [{ person: fact.signedBy, kind: 'delegation-accepted', subject: fact.id }])),
    }
  })
  return { accepted: facts.map(({ id }) => id), number }
})

const decline = route(declineContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const known = services.register.head
  const facts = linesOf(services, params.number, body.lines)
  mustBeOpen(services, 'decline', facts, acting)
  const number = await commit(services, asker, async (tx) => {
    await lockExclusive(tx, facts.map(({ id }) => id))
    await assertCurrent(tx, facts, known)
    const now = services.clock.now()
    return {
      acts: facts.map((fact, index) => ({
        kind: 'delegation-declined', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: now,
        facts: [declineFact(fact, now)], details: { reason: body.reason },
        ...(idempotencyKey === null ? {} : { idempotencyKey: `${idempotencyKey}:${index}` }),
      })),
      notices: facts.flatMap((fact) => (fact.signedBy === null || fact.signedBy === acting.person ? [] : [{ person: fact.signedBy, kind: 'delegation-declined', subject: fact.id }])),
    }
  })
  return { declined: facts.map(({ id }) => id), number }
})

export const acceptanceRoutes: readonly Route[] = [accept, decline]
