/** Personal notice of a revocation: told, the delegation ends, and what was passed on from it follows the choices made when it was revoked. */
import { z } from 'zod'

import { giveNotice } from '../../../kernel/authority/acts/personal-notice.ts'
import { ifRevoked } from '../../../kernel/authority/if-revoked.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import { awaitedNotice, mayGiveNotice } from '../awaited-notice.ts'
import { choicesKept, noticesOfVersions, presentTimes, readChoices, settleChoices, versionOf, type Choices } from '../child-choices.ts'
import { commit } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { noSuchDelegation } from '../views/delegation.ts'

export const giveNoticeContract = contract({
  id: 'delegation.give-notice', method: 'POST', path: '/api/v1/delegations/{id}/notice', tag: 'register',
  summary: 'Record that the holder of a revoked delegation was told in person: it ends now.',
  params: z.strictObject({ id: identity() }),
  body: z.strictObject({ version: z.int(), how: lines(1000).pipe(z.string().min(1, 'Say how and when they were told.')) }),
  answer: z.object({ revoked: z.string(), fallen: z.array(z.string()), number: z.int() }),
})

/** A day on which something should have fallen and that has gone by meanwhile is today. */
const stillToCome = (given: Choices, today: string): Choices => given.map((each) => (each.choice === 'falls-on' && (each.on ?? '') < today ? { child: each.child, choice: 'falls' } : each))

export const notice = route(giveNoticeContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const { register } = services
  const fallen: string[] = []
  const number = await commit(services, asker, async (tx) => {
    const fact = register.fact('delegation', params.id)
    if (!fact) throw noSuchDelegation(params.id)
    const known = register.head
    const children = register.children(fact.id)
    await lockExclusive(tx, [fact, ...children].map(({ id }) => id))
    await assertCurrent(tx, [fact, ...children], known)
    if (versionOf(services, fact.id) !== body.version) throw movedOn('delegation')
    const awaited = await awaitedNotice(tx, fact)
    if (awaited === null) {
      throw new Problem(422, 'no-notice-awaited', 'No notice is awaited', 'Nothing was changed. It was not revoked, has ended, or its suspension was lifted since.')
    }
    const times = presentTimes(services)
    if (!mayGiveNotice(register, fact, acting, times)) {
      throw new Problem(403, 'not-yours-to-tell', 'This is not yours to record', 'Nothing was changed. Its delegator, somebody above, or its holder records that notice was given.')
    }
    const left = awaited.choices.filter(({ child }) => children.some(({ id }) => id === child))
    const made = readChoices(services, fact.id, stillToCome(left, new Date(times.now).toISOString().slice(0, 10)), times.now)
    const { direct } = ifRevoked(register, fact.id, made, times)
    // What fitted when it was revoked and does not any more falls; nobody is there to choose again.
    const fitting = Object.fromEntries(Object.entries(made).filter(([child]) => direct.every(({ delegation, standsProblem }) => delegation !== child || standsProblem.length === 0)))
    const versions = giveNotice(fact, times.now, 'revoked', children, settleChoices(direct, fitting), register.framework(times)?.fallDefault ?? 'falls')
    fallen.push(...versions.filter(({ endReason }) => endReason === 'fallen').map(({ id }) => id))
    return {
      acts: [{
        kind: 'delegation-revoked', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: times.now, facts: versions,
        details: { reason: awaited.reason, notice: body.how, choices: choicesKept(awaited.choices) },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: noticesOfVersions(services, versions, fact.id, 'delegation-revoked', times),
    }
  })
  return { revoked: params.id, fallen, number }
})
