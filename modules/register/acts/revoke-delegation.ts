/**
 * Revoking (rules 7, 11): effective on notice, which is given in the same transaction. The effect is shown first; the act carries one choice
 * for each direct child (falls, stands under the grandparent, falls on a date) and names the version it saw.
 */
import { z } from 'zod'

import { revoke, type ChildChoice } from '../../../kernel/authority/acts/revoke.ts'
import { ifRevoked } from '../../../kernel/authority/if-revoked.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { endOfDay } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { calendarDate, identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit, type Told } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { namesIn } from '../names-in.ts'
import { closedBy } from '../open-steps.ts'
import { presentHolder, summary } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { delegationSummary, named as namedShape, reason } from '../shapes.ts'
import { zoneOf } from '../times.ts'
import { presentUncovered, uncoveredShape } from '../uncovered.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const byId = z.strictObject({ id: identity() })

const choice = z.strictObject({
  child: identity(), choice: z.enum(['falls', 'stands', 'falls-on']), on: calendarDate().nullable().optional().describe('Last day, for falls-on.'),
})
const choices = z.array(choice).max(2000)

export const effectContract = contract({
  id: 'delegation.effect-of-revocation', method: 'POST', path: '/api/v1/delegations/{id}/effect-of-revocation', tag: 'register',
  summary: 'What would fall, stand and be left uncovered if I revoked this now, with these choices. Writes nothing.',
  params: byId, body: z.strictObject({ choices }),
  answer: z.object({
    version: z.int(),
    direct: z.array(z.object({ delegation: delegationSummary, choice: z.enum(['falls', 'stands', 'falls-on']), standsProblem: z.array(reason), below: z.int() })),
    names: z.record(z.string(), namedShape),
    falls: z.int(), stands: z.int(),
    fallsFirst: z.array(delegationSummary),
    uncovered: uncoveredShape,
  }),
})

export const revokeContract = contract({
  id: 'delegation.revoke', method: 'POST', path: '/api/v1/delegations/{id}/revoke', tag: 'register', summary: 'Revoke a delegation, with a choice for each one passed on from it.',
  params: byId,
  body: z.strictObject({
    version: z.int().describe('The version seen with the effect.'), choices,
    reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')),
  }),
  answer: z.object({ revoked: z.string(), fallen: z.array(z.string()), number: z.int() }),
})

type Choices = z.infer<typeof choices>

function readChoices(services: Services, delegation: string, given: Choices, now: number): Record<string, ChildChoice> {
  const children = new Set(services.register.children(delegation).map(({ id }) => id))
  const zone = zoneOf(services, now)
  const wrong = (child: string, code: string, message: string, remedy: string) =>
    new Problem(422, code, 'A choice cannot be taken', 'Nothing was changed. Correct the choice named.', [{ field: `choices.${child}`, code, message, remedy }])
  return Object.fromEntries(given.map(({ child, choice, on }) => {
    if (!children.has(child)) throw wrong(child, 'not-a-child', `${child} was not passed on from it.`, 'Give a choice only for delegations passed on from it.')
    if (choice !== 'falls-on') return [child, { kind: choice }]
    if (!on) throw wrong(child, 'date-missing', 'Falls on which date?', 'Give the last day, or choose falls or stands.')
    const at = endOfDay(on, zone)
    if (at <= now) throw wrong(child, 'date-past', 'The date lies in the past.', 'Give a day to come, or choose falls.')
    return [child, { kind: 'falls-on', at }]
  }))
}

const presentTimes = (services: Services): Times => {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

function find({ register }: Services, id: string): DelegationFact {
  const fact = register.fact('delegation', id)
  if (!fact) throw noSuchDelegation(id)
  return fact
}

const versionOf = ({ register }: Services, id: string): number => register.versions(id).at(-1)!.number

const effect = route(effectContract, async ({ params, body, services }) => {
  const { register } = services
  const fact = find(services, params.id)
  const times = presentTimes(services)
  const found = ifRevoked(register, fact.id, readChoices(services, fact.id, body.choices, times.now), times)
  const show = (id: string) => summary(register, register.fact('delegation', id)!, times)
  return {
    version: versionOf(services, fact.id),
    direct: found.direct.map(({ delegation, choice: made, standsProblem }) => ({
      delegation: show(delegation), choice: made.kind, standsProblem: standsProblem as z.infer<typeof reason>[], below: register.children(delegation).length,
    })),
    names: namesIn(register, found.direct.flatMap(({ standsProblem }) => standsProblem)),
    falls: found.falls.length, stands: found.stands.length, fallsFirst: found.falls.slice(0, 100).map(show),
    uncovered: presentUncovered(register, found.uncovered),
  }
})

/** A choice to let stand what does not fit above is refused; what the framework's default cannot let stand falls. */
function settleChoices(services: Services, fact: DelegationFact, made: Record<string, ChildChoice>, times: Times): Record<string, ChildChoice> {
  const settled: Record<string, ChildChoice> = {}
  for (const { delegation, choice: taken, standsProblem } of ifRevoked(services.register, fact.id, made, times).direct) {
    if (standsProblem.length > 0 && made[delegation] !== undefined) {
      throw new Problem(422, 'cannot-stand', 'A delegation cannot stand under the one above', 'Nothing was changed. Let it fall, or reissue it.', standsProblem.map(({ code }) => ({
        field: `choices.${delegation}`, code, message: `It would not fit: ${code}.`, remedy: 'Choose falls, and issue it anew within what the one above gives.',
      })))
    }
    settled[delegation] = standsProblem.length > 0 ? { kind: 'falls' } : taken
  }
  return settled
}

function noticesOf({ register }: Services, versions: readonly DelegationFact[], times: Times): Told[] {
  return versions.flatMap((fact) => {
    const before = register.fact('delegation', fact.id)!
    const kind = fact.endReason === 'revoked' ? 'delegation-revoked' : fact.endedAt !== null ? 'delegation-fallen' : 'delegation-stands'
    return presentHolder(register, before.holder, times).persons.map(({ id }) => ({ person: id, kind, subject: fact.id }))
  })
}

const revocation = route(revokeContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const fallen: string[] = []
  const number = await commit(services, asker, async (tx) => {
    const fact = find(services, params.id)
    const known = services.register.head
    const touched = [fact, ...services.register.children(fact.id)]
    await lockExclusive(tx, touched.map(({ id }) => id))
    await assertCurrent(tx, touched, known)
    if (versionOf(services, fact.id) !== body.version) throw movedOn('delegation')
    const times = presentTimes(services)
    refuseClosed('revoke', [{ delegation: fact.id, reasons: closedBy('revoke', services.register, fact, acting, times) }])
    const settled = settleChoices(services, fact, readChoices(services, fact.id, body.choices, times.now), times)
    const fallback = services.register.framework(times)?.fallDefault ?? 'falls'
    const versions = revoke(fact, times.now, 'revoked', services.register.children(fact.id), settled, fallback)
    fallen.push(...versions.filter(({ endReason }) => endReason === 'fallen').map(({ id }) => id))
    return {
      acts: [{
        kind: 'delegation-revoked', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: times.now, facts: versions,
        details: { reason: body.reason, choices: body.choices.map(({ child, choice: made, on }) => ({ child, choice: made, on: on ?? null })) },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: noticesOf(services, versions, times),
    }
  })
  return { revoked: params.id, fallen, number }
})

export const revocationRoutes: readonly Route[] = [effect, revocation]
