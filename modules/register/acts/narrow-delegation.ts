/**
 * Narrowing (rules 3, 11): less than before, effective on notice, which is given in the same transaction. What would lie outside is shown first;
 * the act carries one choice for each direct child that no longer fits and names the version it saw. To widen, a line is issued in its place.
 */
import { z } from 'zod'

import { narrow } from '../../../kernel/authority/acts/narrow.ts'
import { groundOf } from '../../../kernel/authority/ground.ts'
import { ifLimitChanged } from '../../../kernel/authority/if-limit-changed.ts'
import { measuresOf } from '../../../kernel/authority/limits/measures.ts'
import { readLimits } from '../../../kernel/authority/limits/read-box.ts'
import { limitWithin } from '../../../kernel/authority/limits/within.ts'
import type { Box, DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { childrenEffect, choices, choicesKept, noticesOfVersions, presentChildren, presentTimes, readChoices, settleChoices, versionOf } from '../child-choices.ts'
import { commit } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { closedBy } from '../open-steps.ts'
import { presentHolder } from '../present.ts'
import { refuseClosed } from '../refuse-closed.ts'
import { boxes, named as namedShape } from '../shapes.ts'
import { noSuchDelegation } from '../views/delegation.ts'

const byId = z.strictObject({ id: identity() })
const limits = boxes.describe('The whole new limits, inside the present ones: a union of boxes; [] = no limit.')

export const effectOfNarrowingContract = contract({
  id: 'delegation.effect-of-narrowing', method: 'POST', path: '/api/v1/delegations/{id}/effect-of-narrowing', tag: 'register', question: true,
  summary: 'What would lie outside these limits: which delegations passed on no longer fit and what becomes of them, who decides less. Writes nothing.',
  params: byId, body: z.strictObject({ limits, choices }),
  answer: z.object({
    version: z.int(),
    /** `same`: nothing would change. `not-narrower`: they give something the present ones do not. */
    is: z.enum(['narrower', 'same', 'not-narrower']),
    /** Who decides under it now, and could then decide less. */
    holders: z.array(namedShape),
    ...childrenEffect,
  }),
})

export const narrowContract = contract({
  id: 'delegation.narrow', method: 'POST', path: '/api/v1/delegations/{id}/narrow', tag: 'register',
  summary: 'Narrow the limits of a delegation, with a choice for each one passed on from it that no longer fits.',
  params: byId,
  body: z.strictObject({
    limits, choices, version: z.int().describe('The version seen with the effect.'), reason: lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.')),
  }),
  answer: z.object({ narrowed: z.string(), fallen: z.array(z.string()), number: z.int() }),
})

function find({ register }: Services, id: string): DelegationFact {
  const fact = register.fact('delegation', id)
  if (!fact) throw noSuchDelegation(id)
  return fact
}

/** How limits compare with those a delegation has, in every dimension, over the union. */
function comparedWith({ register }: Services, fact: DelegationFact, next: readonly Box[], times: Times): 'narrower' | 'same' | 'not-narrower' {
  const measures = measuresOf(groundOf(register, fact.matter, times))
  const [before, after] = [readLimits(fact.limits), readLimits(next)]
  if (!limitWithin(after, before, measures)) return 'not-narrower'
  return limitWithin(before, after, measures) ? 'same' : 'narrower'
}

const effect = route(effectOfNarrowingContract, async ({ params, body, services }) => {
  const { register } = services
  const fact = find(services, params.id)
  const times = presentTimes(services)
  const found = ifLimitChanged(register, fact.id, body.limits, readChoices(services, fact.id, body.choices, times.now), times)
  return {
    version: versionOf(services, fact.id), is: comparedWith(services, fact, body.limits, times), holders: presentHolder(register, fact.holder, times).persons,
    ...presentChildren(services, found, times),
  }
})

function refuseWider(compared: ReturnType<typeof comparedWith>): void {
  if (compared === 'narrower') return
  const [message, remedy] = compared === 'same'
    ? ['These are the limits it has.', 'Give limits inside them, or leave it as it is.']
    : ['These limits give something the present ones do not.', 'Give limits inside the present ones; to widen, issue a line in its place.']
  throw new Problem(422, 'cannot-be-narrowed', 'It cannot be narrowed so', 'Nothing was changed. Correct the limits.', [{ field: 'limits', code: compared === 'same' ? 'unchanged' : 'not-narrower', message, remedy }])
}

const narrowing = route(narrowContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const fallen: string[] = []
  const number = await commit(services, asker, async (tx) => {
    const { register } = services
    const known = register.head
    const touched = [find(services, params.id), ...register.children(params.id)]
    await lockExclusive(tx, touched.map(({ id }) => id))
    await assertCurrent(tx, touched, known)
    const fact = find(services, params.id)
    if (versionOf(services, fact.id) !== body.version) throw movedOn('delegation')
    const times = presentTimes(services)
    refuseClosed('narrow', [{ delegation: fact.id, reasons: closedBy('narrow', register, fact, acting, times) }])
    refuseWider(comparedWith(services, fact, body.limits, times))
    const made = readChoices(services, fact.id, body.choices, times.now)
    const { direct } = ifLimitChanged(register, fact.id, body.limits, made, times)
    const unfit = direct.flatMap(({ delegation }) => register.fact('delegation', delegation) ?? [])
    const fallback = register.framework(times)?.fallDefault ?? 'falls'
    const versions = narrow(fact, body.limits, times.now, unfit, settleChoices(direct, made), fallback)
    fallen.push(...versions.filter(({ endReason }) => endReason === 'fallen').map(({ id }) => id))
    return {
      acts: [{
        kind: 'delegation-narrowed', subject: `delegation:${fact.id}`, actor: acting.person, capacity: acting.capacity, effectiveAt: times.now, facts: versions,
        details: { reason: body.reason, choices: choicesKept(body.choices) },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: noticesOfVersions(services, versions, fact.id, 'delegation-narrowed', times),
    }
  })
  return { narrowed: params.id, fallen, number }
})

export const narrowingRoutes: readonly Route[] = [effect, narrowing]
