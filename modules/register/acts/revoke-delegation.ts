/**
 * Revoking (rules 7, 11): effective on notice, which is given in the same transaction. The effect is shown first; the act carries one choice
 * for each direct child (falls, stands under the grandparent, falls on a date) and names the version it saw.
 */
import { z } from 'zod'

import { awaitNotice } from '../../../kernel/authority/acts/personal-notice.ts'
import { revoke } from '../../../kernel/authority/acts/revoke.ts'
import { ifRevoked } from '../../../kernel/authority/if-revoked.ts'
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { awaitedNotice, demandsNotice } from '../awaited-notice.ts'
import { childrenEffect, choices, choicesKept, noticesOfVersions, presentChildren, presentTimes, readChoices, settleChoices, versionOf } from '../child-choices.ts'
import { commit } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { closedBy } from '../open-steps.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const byId = z.strictObject({ id: identity() })

export const effectContract = contract({
  id: 'delegation.effect-of-revocation', method: 'POST', path: '/api/v1/delegations/{id}/effect-of-revocation', tag: 'register',
  summary: 'What would fall, stand and be left uncovered if I revoked this now, with these choices. Writes nothing.',
  params: byId, body: z.strictObject({ choices }),
  answer: z.object({
    version: z.int(),
    /** The framework demands that its holder be told in person: until then its use stops, and it has not ended. */
    personalNotice: z.boolean(),
    ...childrenEffect,
  }),
})

export const revokeContract = contract({
  id: 'delegation.revoke', method: 'POST', path: '/api/v1/delegations/{id}/revoke', tag: 'register', summary: 'Revoke a delegation, with a choice for each one passed on from it.',
  params: byId,
  body: z.strictObject({
    version: z.int().describe('The version seen with the effect.'), choices,
    reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')),
    notice: lines(1000).pipe(z.string().min(1, 'Say how and when they were told.')).nullable().default(null)
      .describe('How its holder was told in person, where the framework demands it; null: not yet, so that its use stops and it ends at notice.'),
  }),
  answer: z.object({ revoked: z.string(), fallen: z.array(z.string()), awaitsNotice: z.boolean(), number: z.int() }),
})

function find({ register }: Services, id: string): DelegationFact {
  const fact = register.fact('delegation', id)
  if (!fact) throw noSuchDelegation(id)
  return fact
}

const alreadyAwaited = () =>
  new Problem(422, 'notice-awaited', 'It is revoked, and awaits notice', 'Nothing was changed. Record that its holder was told, or say with the revocation how; lifting its suspension takes the revocation back.')

const effect = route(effectContract, async ({ params, body, services }) => {
  const fact = find(services, params.id)
  const times = presentTimes(services)
  const found = ifRevoked(services.register, fact.id, readChoices(services, fact.id, body.choices, times.now), times)
  return { version: versionOf(services, fact.id), personalNotice: demandsNotice(services.register, fact), ...presentChildren(services, found, times) }
})

const revocation = route(revokeContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const fallen: string[] = []
  let awaitsNotice = false
  const number = await commit(services, asker, async (tx) => {
    const fact = find(services, params.id)
    const known = services.register.head
    const touched = [fact, ...services.register.children(fact.id)]
    await lockExclusive(tx, touched.map(({ id }) => id))
    await assertCurrent(tx, touched, known)
    if (versionOf(services, fact.id) !== body.version) throw movedOn('delegation')
    const times = presentTimes(services)
    refuseClosed('revoke', [{ delegation: fact.id, reasons: closedBy('revoke', services.register, fact, acting, times) }])
    const act = {
      subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: times.now, ...(idempotencyKey === null ? {} : { idempotencyKey }),
    }
    const made = readChoices(services, fact.id, body.choices, times.now)
    const settled = settleChoices(ifRevoked(services.register, fact.id, made, times).direct, made)
    if (demandsNotice(services.register, fact) && body.notice === null) {
      if (await awaitedNotice(tx, fact) !== null) throw alreadyAwaited()
      awaitsNotice = true
      const stopped = fact.suspensions.some(({ from, to }) => from <= times.now && to === null) ? fact : awaitNotice(fact, times.now)
      return {
        acts: [{ kind: 'delegation-notice-awaited', ...act, facts: [stopped], details: { reason: body.reason, choices: choicesKept(body.choices) } }],
        notices: noticesOfVersions(services, [stopped], fact.id, 'delegation-notice-awaited', times),
      }
    }
    const fallback = services.register.framework(times)?.fallDefault ?? 'falls'
    const versions = revoke(fact, times.now, 'revoked', services.register.children(fact.id), settled, fallback)
    fallen.push(...versions.filter(({ endReason }) => endReason === 'fallen').map(({ id }) => id))
    return {
      acts: [{
        kind: 'delegation-revoked', ...act, facts: versions,
        details: { reason: body.reason, choices: choicesKept(body.choices), ...(body.notice === null ? {} : { notice: body.notice }) },
      }],
      notices: noticesOfVersions(services, versions, fact.id, 'delegation-revoked', times),
    }
  })
  return { revoked: params.id, fallen, awaitsNotice, number }
})

export const revocationRoutes: readonly Route[] = [effect, revocation]
