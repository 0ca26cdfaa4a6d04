/** Change of head (rule 10): what the predecessor passed on stays valid; the successor confirms, changes or withdraws. */
import { z } from 'zod'

import { confirm } from '../../../kernel/authority/acts/confirm.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import { commit } from '../commit.ts'
import { closedBy } from '../open-steps.ts'
import { named, summary } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { delegationSummary, named as namedShape } from '../shapes.ts'
import { noSuchDelegation } from '../views/delegation.ts'

export const inheritedContract = contract({
  id: 'delegation.inherited', method: 'GET', path: '/api/v1/inherited', tag: 'register',
  summary: 'Delegations my predecessors passed on from posts I now hold, which I have neither confirmed nor withdrawn. They stay valid meanwhile.',
  answer: z.object({ items: z.array(delegationSummary.extend({ confirmedBy: namedShape.nullable(), signedBy: namedShape.nullable() })) }),
})

export const confirmContract = contract({
  id: 'delegation.confirm', method: 'POST', path: '/api/v1/inherited/confirm', tag: 'register', summary: 'Confirm inherited delegations: I answer for them from now on.',
  body: z.strictObject({ delegations: z.array(identity()).min(1, 'Name at least one.').max(2000) }), answer: z.object({ confirmed: z.array(z.string()), number: z.int() }),
})

type Person = Extract<Asker, { kind: 'person' }>

/** Everything still running that a successor has to look at. */
export function inheritedBy(register: Register, asker: Person, times: Times): DelegationFact[] {
  const found = new Map<string, DelegationFact>()
  for (const assignment of register.assignmentsOf(asker.person, times)) {
    if (assignment.assignment !== 'substantive') continue
    for (const held of register.linked('post', assignment.post, times)) {
      for (const child of register.children(held.id, times.known)) {
        const over = child.endedAt !== null || (child.effectiveTo !== null && child.effectiveTo <= times.on)
        if (!over && closedBy('confirm', register, child, asker, times).length === 0) found.set(child.id, child)
      }
    }
  }
  return [...found.values()]
}

const inherited = route(inheritedContract, async ({ asker, services }) => {
  const acting = actingPerson(asker)
  const { register } = services
  const now = services.clock.now()
  const times = { on: now, known: register.head, now }
  const person = (id: string | null) => (id === null ? null : named(register, 'person', id))
  return {
    items: inheritedBy(register, acting, times).map((fact) => ({ ...summary(register, fact, times), confirmedBy: person(fact.confirmedBy), signedBy: person(fact.signedBy) })),
  }
})

const confirmation = route(confirmContract, async ({ body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const number = await commit(services, asker, async (tx) => {
    const known = services.register.head
    await lockExclusive(tx, body.delegations)
    await assertCurrent(tx, body.delegations.map((id) => ({ id })), known)
    const now = services.clock.now()
    const times = { on: now, known: services.register.head, now }
    const facts = body.delegations.map((id) => {
      const fact = services.register.fact('delegation', id)
      if (!fact) throw noSuchDelegation(id)
      return fact
    })
    refuseClosed('confirm', facts.map((fact) => ({ delegation: fact.id, reasons: closedBy('confirm', services.register, fact, acting, times) })))
    return {
      acts: facts.map((fact, index) => ({
        kind: 'delegation-confirmed', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: now, facts: [confirm(fact, acting.person)], details: {},
        ...(idempotencyKey === null ? {} : { idempotencyKey: `${idempotencyKey}:${index}` }),
      })),
      notices: [],
    }
  })
  return { confirmed: body.delegations, number }
})

export const inheritedRoutes: readonly Route[] = [inherited, confirmation]
