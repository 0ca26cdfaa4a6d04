/**
 * Suspending and lifting (rule 12): use stops, and that of all that hangs below, without anything ending. By the delegator or anybody above.
 * The effect is shown first. It takes the locks of the chain alone, so that no decision under it can win against it (SEMANTICS, Time).
 */
import { z } from 'zod'

import { lift, suspend } from '../../../kernel/authority/acts/suspend.ts'
import { ifSuspended } from '../../../kernel/authority/if-suspended.ts'
import type { DelegationFact, Instant, Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { calendarDate, identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Request, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Act } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { commit, type Told } from '../commit.ts'
import { readDays } from '../days.ts'
import { movedOn } from '../drafts.ts'
import { closedBy, type Step } from '../open-steps.ts'
import { presentHolder, summary } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { delegationSummary } from '../shapes.ts'
import { presentUncovered, uncoveredShape } from '../uncovered.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const byId = z.strictObject({ id: identity() })

const span = {
  from: calendarDate().nullable().describe('First day; null or today = at once.'),
  until: calendarDate().nullable().describe('Last day, inclusive; null = until it is lifted.'),
}
const why = lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.'))
const version = z.int().describe('The version seen with the effect.')

export const effectOfSuspensionContract = contract({
  id: 'delegation.effect-of-suspension', method: 'POST', path: '/api/v1/delegations/{id}/effect-of-suspension', tag: 'register', question: true,
  summary: 'What could not be used, and what would be left uncovered, while this is suspended. Writes nothing.',
  params: byId, body: z.strictObject(span),
  answer: z.object({ version: z.int(), stops: z.int(), stopsFirst: z.array(delegationSummary), uncovered: uncoveredShape, uncoveredTotal: z.int() }),
})

export const suspendContract = contract({
  id: 'delegation.suspend', method: 'POST', path: '/api/v1/delegations/{id}/suspend', tag: 'register',
  summary: 'Suspend a delegation: its use, and that of all below it, stops; nothing ends.',
  params: byId, body: z.strictObject({ ...span, version, reason: why }),
  answer: z.object({ suspended: z.string(), from: z.string(), until: z.string().nullable(), number: z.int() }),
})

export const liftContract = contract({
  id: 'delegation.lift', method: 'POST', path: '/api/v1/delegations/{id}/lift', tag: 'register', summary: 'Lift a suspension: use goes on from now.',
  params: byId, body: z.strictObject({ version, reason: why }), answer: z.object({ lifted: z.string(), number: z.int() }),
})

function find({ register }: Services, id: string): DelegationFact {
  const fact = register.fact('delegation', id)
  if (!fact) throw noSuchDelegation(id)
  return fact
}

const versionOf = ({ register }: Services, id: string): number => register.versions(id).at(-1)!.number

function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

function readSpan(services: Services, given: { from: string | null; until: string | null }, now: Instant): { from: Instant; to: Instant | null } {
  const { from, to, problems } = readDays(services, given, now)
  if (problems.length > 0) throw new Problem(422, 'cannot-be-suspended', 'It cannot be suspended between these days', 'Nothing was changed. Correct the fields named.', problems)
  return { from, to }
}

const effect = route(effectOfSuspensionContract, async ({ params, body, services }) => {
  const { register } = services
  const fact = find(services, params.id)
  const times = presentTimes(services)
  const { from } = readSpan(services, body, times.now)
  const { stops, uncovered } = ifSuspended(register, fact.id, { ...times, on: from })
  return {
    version: versionOf(services, fact.id), stops: stops.length,
    stopsFirst: stops.slice(0, 100).map((id) => summary(register, register.fact('delegation', id)!, times)),
    uncovered: presentUncovered(register, uncovered), uncoveredTotal: uncovered.length,
  }
})

/** Whoever exercises it, and whoever exercises what hangs below it, is told in the same transaction. */
function noticesOf({ register }: Services, fact: DelegationFact, times: Times, kind: string): Told[] {
  const told = [fact.id, ...ifSuspended(register, fact.id, times).stops]
  return told.flatMap((id) => presentHolder(register, register.fact('delegation', id)!.holder, times).persons.map((person) => ({ person: person.id, kind, subject: id })))
}

interface Changed {
  readonly fact: DelegationFact
  readonly effectiveAt: Instant
  readonly details: Act['details']
}

type Asked = Pick<Request<unknown>, 'asker' | 'services' | 'idempotencyKey'>

/** Locks, looks again, and writes one version. */
async function change(
  { asker, services, idempotencyKey }: Asked, id: string, seen: number, step: Extract<Step, 'suspend' | 'lift'>,
  how: (fact: DelegationFact, now: Instant) => Changed,
): Promise<number> {
  const acting = actingPerson(asker)
  return commit(services, asker, async (tx) => {
    find(services, id)
    const known = services.register.head
    await lockExclusive(tx, [id])
    await assertCurrent(tx, [{ id }], known)
    const fact = find(services, id)
    if (versionOf(services, id) !== seen) throw movedOn('delegation')
    const times = presentTimes(services)
    refuseClosed(step, [{ delegation: id, reasons: closedBy(step, services.register, fact, acting, times) }])
    const { fact: next, effectiveAt, details } = how(fact, times.now)
    const kind = step === 'suspend' ? 'delegation-suspended' : 'delegation-lifted'
    return {
      acts: [{
        kind, subject: `delegation:${id}`, actor: acting.person, capacity: acting.capacity, effectiveAt, facts: [next], details,
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: noticesOf(services, fact, times, kind),
    }
  })
}

const suspension = route(suspendContract, async ({ params, body, ...asked }) => {
  let taken: { from: Instant; to: Instant | null } = { from: 0, to: null }
  const number = await change(asked, params.id, body.version, 'suspend', (fact, now) => {
    taken = readSpan(asked.services, body, now)
    return { fact: suspend(fact, taken.from, taken.to), effectiveAt: taken.from, details: { reason: body.reason, until: body.until } }
  })
  return { suspended: params.id, from: new Date(taken.from).toISOString(), until: taken.to === null ? null : new Date(taken.to).toISOString(), number }
})

const lifting = route(liftContract, async ({ params, body, ...asked }) => {
  const number = await change(asked, params.id, body.version, 'lift', (fact, now) => ({ fact: lift(fact, now), effectiveAt: now, details: { reason: body.reason } }))
  return { lifted: params.id, number }
})

export const suspensionRoutes: readonly Route[] = [effect, suspension, lifting]
