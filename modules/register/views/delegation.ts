/** One delegation whole: what it says, its chain and what hangs below, what happened to it, and which steps are open to the asker. */
import { z } from 'zod'

import { termsAt } from '../../../kernel/authority/changing.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { isAwaiting, mayGiveNotice } from '../awaited-notice.ts'
import { namesIn } from '../names-in.ts'
import { openSteps, stepNames } from '../open-steps.ts'
import { iso, isoOrNull, named, summary } from '../present.ts'
import { boxes, delegationSummary, named as namedShape, reason, subdelegation, timesAnswered, timesAsked } from '../shapes.ts'
import { happenedTo } from '../timeline.ts'
import { answerTimes, timesOf } from '../times.ts'

export const timelineEntry = z.object({
  number: z.int(), recordedAt: z.string(), effectiveAt: z.string().nullable(), kind: z.string(), actor: namedShape.nullable(), capacity: namedShape.nullable(),
  details: z.record(z.string(), z.unknown()),
})

export const delegationContract = contract({
  id: 'register.delegation', method: 'GET', path: '/api/v1/delegations/{id}', tag: 'register', summary: 'One delegation, as it stood and as it was known.',
  params: z.strictObject({ id: identity() }), query: z.strictObject(timesAsked),
  answer: z.object({
    delegation: delegationSummary.extend({
      conditions: z.string().nullable(), subdelegation: subdelegation.nullable(),
      preparedBy: namedShape.nullable(), decidedBy: namedShape.nullable(), signedBy: namedShape.nullable(), signedAs: namedShape.nullable(), communicatedBy: namedShape.nullable(),
      signedAt: z.string().nullable(), acceptedBy: namedShape.nullable(), confirmedBy: namedShape.nullable(), endReason: z.string().nullable(), fallsAt: z.string().nullable(),
      acceptance: z.enum(['before-use', 'after']).nullable(),
      /** Half-open; `to` null = until it is lifted. What was lifted before it began is left out. */
      suspensions: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
      /** Days on which its terms changed, or are to: oldest first. */
      changes: z.array(z.object({ at: z.string(), limitsBefore: boxes })),
    }),
    /** Root first, this one last. */
    chain: z.array(delegationSummary),
    children: z.array(delegationSummary),
    timeline: z.array(timelineEntry),
    steps: z.array(z.object({ step: z.enum(stepNames), open: z.boolean(), reasons: z.array(reason) })),
    /** Revoked, and not ended until its holder has been told in person; `mayGive`: I can record that. */
    awaitsNotice: z.object({ since: z.string(), by: namedShape.nullable(), mayGive: z.boolean() }).nullable(),
    /** Names for the ids that reasons speak of. */
    names: z.record(z.string(), namedShape),
    version: z.int(),
    times: timesAnswered,
  }),
})

export const noSuchDelegation = (id: string) =>
  new Problem(404, 'no-such-delegation', 'No such delegation', `The register holds no delegation ${id} at that time. Search the register, or ask about another time.`)

export function chainOf({ register }: Services, fact: DelegationFact, times: Times): DelegationFact[] {
  const chain = [termsAt(fact, times.on)]
  for (let above = chain[0]!.parent; above !== null && chain.length < 32;) {
    const known = register.fact('delegation', above, times.known)
    if (!known) break
    const parent = termsAt(known, times.on)
    chain.unshift(parent)
    above = parent.parent
  }
  return chain
}

function details({ register }: Services, version: DelegationFact, times: Times) {
  const fact = termsAt(version, times.on)
  const person = (id: string | null) => (id === null ? null : named(register, 'person', id, times.known))
  return {
    ...summary(register, fact, times),
    conditions: fact.conditions, subdelegation: fact.subdelegation as z.infer<typeof subdelegation> | null,
    preparedBy: person(fact.preparedBy), decidedBy: person(fact.decidedBy), signedBy: person(fact.signedBy),
    signedAs: fact.signedAs === null || fact.signedAs === 'person' ? null : named(register, 'post', fact.signedAs, times.known),
    communicatedBy: person(fact.communicatedBy), signedAt: isoOrNull(fact.signedAt), acceptedBy: person(fact.acceptedBy), confirmedBy: person(fact.confirmedBy),
    endReason: fact.endReason, fallsAt: isoOrNull(fact.fallsAt),
    acceptance: register.fact('matter', fact.matter, times.known)?.acceptance ?? null,
    changes: (version.formerly ?? []).map(({ until, limits }) => ({ at: iso(until), limitsBefore: limits as z.infer<typeof boxes> })),
    suspensions: fact.suspensions.filter(({ from, to }) => to === null || to > from).map(({ from, to }) => ({ from: iso(from), to: isoOrNull(to) })),
  }
}

export const oneDelegation = route(delegationContract, async ({ params, query, asker, services }) => {
  const { register } = services
  const times = timesOf(services, query)
  const fact = register.fact('delegation', params.id, times.known)
  if (!fact) throw noSuchDelegation(params.id)
  const children = register.children(fact.id, times.known, times.on)
  const delegation = details(services, fact, times)
  const steps = stepsNow(services, fact, asker, times)
  const timeline = await happenedTo(services, asker, fact, times.known)
  const awaiting = fact.endedAt === null && isAwaiting(timeline) ? timeline.findLast(({ kind }) => kind === 'delegation-notice-awaited') : undefined
  return {
    delegation,
    chain: chainOf(services, fact, times).map((each) => summary(register, each, times)),
    children: children.slice(0, 500).map((each) => summary(register, each, times)),
    timeline,
    awaitsNotice: awaiting ? { since: awaiting.recordedAt, by: awaiting.actor, mayGive: steps.length > 0 && asker.kind === 'person' && mayGiveNotice(register, fact, asker, times) } : null,
    steps,
    names: namesIn(register, [...delegation.reasons, ...steps.flatMap(({ reasons }) => reasons)]),
    version: register.versions(fact.id).at(-1)!.number,
    times: answerTimes(services, times),
  }
})

/** The past is looked at, not changed. */
function stepsNow(services: Services, fact: DelegationFact, asker: Asker, times: Times) {
  const present = times.on === times.now && times.known === services.register.head
  return present && asker.kind === 'person' ? openSteps(services.register, fact, asker, times) as z.infer<typeof delegationContract.answer>['steps'] : []
}
