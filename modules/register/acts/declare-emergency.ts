/**
 * Emergency authority (rule 12): dormant until its trigger is declared, by its delegator or somebody above; it lapses by itself, or is ended.
 * Every use of it is listed. Ending takes the locks of the chain alone, as a suspension does.
 */
import { z } from 'zod'

import { declareTrigger, endTrigger } from '../../../kernel/authority/acts/emergency.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { route, type Request, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit } from '../commit.ts'
import { declarationOf, endOfDeclaration } from '../declaration-of.ts'
import { closedBy, type Step } from '../open-steps.ts'
import { iso, isoOrNull, named, presentHolder, summary } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { delegationSummary, named as namedShape } from '../shapes.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const use = z.object({ at: z.string(), by: namedShape.nullable(), what: z.string(), exercise: z.string() })
const declaration = z.object({ from: z.string(), until: z.string().nullable(), by: namedShape })

export const emergencyContract = contract({
  id: 'emergency.list', method: 'GET', path: '/api/v1/emergency', tag: 'register',
  summary: 'Every delegation that lies dormant until an emergency is declared, with its declarations and every use reported.',
  query: z.strictObject({ trigger: identity().optional() }),
  answer: z.object({
    items: z.array(z.object({
      delegation: delegationSummary, trigger: z.string(), lapsesAfterDays: z.int().nullable(),
      running: declaration.nullable(), declared: z.array(declaration), uses: z.array(use), canDeclare: z.boolean(), canEnd: z.boolean(),
    })),
  }),
})

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

type Use = z.infer<typeof use>

/** Decisions taken under a delegation, here or as other systems reported them, the latest first. */
const usesOf = (register: Register, delegation: string): Use[] =>
  register.mentioning('exercise', `delegation:${delegation}`)
    .map((act) => ({ at: iso(act.decidedAt), by: act.person === null ? null : named(register, 'person', act.person), what: act.what, exercise: act.id }))
    .sort((one, other) => other.at.localeCompare(one.at))

const list = route(emergencyContract, async ({ query, asker, services }) => {
  const { register } = services
  const times = presentTimes(services)
  const lying: DelegationFact[] = []
  for (const row of register.delegations()) if (row.emergency !== null && (query.trigger ?? row.emergency.trigger) === row.emergency.trigger) lying.push(row.fact())
  const open = (step: Step, fact: DelegationFact) => asker.kind === 'person' && closedBy(step, register, fact, asker, times).length === 0
  return {
    items: lying.flatMap((fact) => {
      const { emergency } = fact
      if (emergency === null) return []
      const running = declarationOf(emergency, times.on)
      const by = (person: string) => named(register, 'person', person)
      return [{
        delegation: summary(register, fact, times), trigger: emergency.trigger, lapsesAfterDays: emergency.lapsesAfterDays,
        running: running === null ? null : { from: iso(running.from), until: isoOrNull(running.until), by: by(running.by) },
        declared: emergency.declared.map((span) => ({ from: iso(span.from), until: isoOrNull(endOfDeclaration(emergency, span)), by: by(span.by) })),
        uses: usesOf(register, fact.id), canDeclare: open('declare-emergency', fact), canEnd: open('end-emergency', fact),
      }]
    }),
  }
})

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

export const emergencyRoutes: readonly Route[] = [list, declare, end]
