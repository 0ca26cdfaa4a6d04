/**
 * Emergency authority (rule 12): dormant until its trigger is declared, by its delegator or somebody above; it lapses by itself, or is ended.
 * Ending takes the locks of the chain alone, as a suspension does.
 */
import { z } from 'zod'

import { declareTrigger, endTrigger } from '../../../kernel/authority/acts/emergency.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { route, type Request, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit } from '../commit.ts'
import { closedBy, type Step } from '../open-steps.ts'
import { presentHolder } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const body = z.strictObject({
  delegations: z.array(identity()).min(1, 'Name at least one.').max(500), reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')),
})
const changed = z.object({ delegations: z.array(z.string()), number: z.int() })

export const declareContract = contract({
  id: 'emergency.declare', method: 'POST', path: '/api/v1/emergency/declare', tag: 'register', summary: 'Declare the trigger: the authority may be used until it lapses or is ended.',
  body, answer: changed,
})

export const endEmergencyContract = contract({
  id: 'emergency.end', method: 'POST', path: '/api/v1/emergency/end', tag: 'register', summary: 'End the emergency: the authority lies dormant again.', body, answer: changed,
})

function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

type Asked = Pick<Request<typeof declareContract>, 'asker' | 'body' | 'services' | 'idempotencyKey'>

async function change(
  { asker, body: { delegations, reason }, services, idempotencyKey }: Asked, step: Extract<Step, 'declare-emergency' | 'end-emergency'>,
): Promise<{ delegations: string[]; number: number }> {
  const acting = actingPerson(asker)
  const { register } = services
  const ids = [...new Set(delegations)]
  const kind = step === 'declare-emergency' ? 'emergency-declared' : 'emergency-ended'
  const number = await commit(services, asker, async (tx) => {
    const known = register.head
    await lockExclusive(tx, ids)
    await assertCurrent(tx, ids.map((id) => ({ id })), known)
    const times = presentTimes(services)
    const facts = ids.map((id) => {
      const fact = register.fact('delegation', id)
      if (!fact) throw noSuchDelegation(id)
      return fact
    })
    refuseClosed(step, facts.map((fact) => ({ delegation: fact.id, reasons: closedBy(step, register, fact, acting, times) })))
    const next = (fact: DelegationFact) => (step === 'declare-emergency' ? declareTrigger(fact, times.now, acting.person) : endTrigger(fact, times.now))
    return {
      acts: facts.map((fact, index) => ({
        kind, subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: times.now, facts: [next(fact)],
        details: { reason, trigger: fact.emergency?.trigger ?? null },
        ...(idempotencyKey === null ? {} : { idempotencyKey: `${idempotencyKey}:${index}` }),
      })),
      notices: facts.flatMap((fact) => presentHolder(register, fact.holder, times).persons.map((person) => ({ person: person.id, kind, subject: fact.id }))),
    }
  })
  return { delegations: ids, number }
}

const declare = route(declareContract, (asked) => change(asked, 'declare-emergency'))
const end = route(endEmergencyContract, (asked) => change(asked, 'end-emergency'))

export const emergencyRoutes: readonly Route[] = [declare, end]
