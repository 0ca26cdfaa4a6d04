/** "What if they leave, are away, if the limit changes?": what would stop or fall and who would be uncovered, before it is done. Writes nothing. */
import { z } from 'zod'

import { ifAbsent } from '../../../kernel/authority/if-absent.ts'
import { ifLimitChanged } from '../../../kernel/authority/if-limit-changed.ts'
import { ifPersonLeaves, type IfPersonLeaves } from '../../../kernel/authority/if-person-leaves.ts'
import { ifPersonMoves } from '../../../kernel/authority/if-person-moves.ts'
import type { Times } from '../../../kernel/authority/model.ts'
import type { Reason } from '../../../kernel/authority/reasons.ts'
import { endOfDay, startOfDay } from '../../../kernel/time/instants.ts'
import { contract } from '../../../platform/http/contract.ts'
import { calendarDate, identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { named, summary } from '../present.ts'
import { boxes, delegationSummary, named as namedShape, reason, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf, zoneOf } from '../times.ts'
import { presentUncovered, uncoveredShape } from '../uncovered.ts'
import { mustKnow } from './ask.ts'
import { noSuchDelegation } from './delegation.ts'

const waits = {
  person: namedShape,
  /** The first 200 of `losesCount`: every line in force under which the person decides, alone or with others. */
  loses: z.array(z.object({ delegation: delegationSummary, vacant: z.boolean(), below: z.int() })),
  losesCount: z.int(),
  uncovered: uncoveredShape,
  uncoveredCount: z.int(),
  times: timesAnswered,
}

export const ifPersonLeavesContract = contract({
  id: 'register.if-person-leaves', method: 'GET', path: '/api/v1/if-person-leaves', tag: 'questions',
  summary: 'What would be vacant, and what nobody else could decide, if this person left. Nothing falls: what they passed on goes on.',
  query: z.strictObject({ person: identity(), ...timesAsked }), answer: z.object(waits),
})

export const ifPersonMovesContract = contract({
  id: 'register.if-person-moves', method: 'GET', path: '/api/v1/if-person-moves', tag: 'questions',
  summary: 'What this person would leave, keep and come to hold in another post, what would stand against it, and what nobody else could decide. Nothing falls.',
  query: z.strictObject({ person: identity(), post: identity().describe('Where they would be, in place of every post they hold.'), ...timesAsked }),
  answer: z.object({
    person: namedShape, post: namedShape, entity: namedShape.nullable(),
    /** Each list: the first 200 of its count. `because`: held in person, but no longer fitting there. */
    loses: z.array(z.object({ delegation: delegationSummary, vacant: z.boolean(), below: z.int(), because: z.array(reason) })), losesCount: z.int(),
    keeps: z.array(delegationSummary), keepsCount: z.int(),
    gains: z.array(z.object({ delegation: delegationSummary, state: z.string(), against: z.array(reason) })), gainsCount: z.int(),
    unfit: z.array(z.object({ delegation: delegationSummary, because: z.array(reason) })), unfitCount: z.int(),
    names: z.record(z.string(), namedShape),
    uncovered: uncoveredShape, uncoveredCount: z.int(), times: timesAnswered,
  }),
})

export const ifAbsentContract = contract({
  id: 'register.if-absent', method: 'GET', path: '/api/v1/if-absent', tag: 'questions',
  summary: 'What would wait while this person is away, and who could be officer-in-charge. A proposal grants nothing.',
  query: z.strictObject({
    person: identity(), from: calendarDate().describe('First day away.'), to: calendarDate().describe('Last day away, inclusive.'), known: timesAsked.known,
  }),
  answer: z.object({
    ...waits,
    proposals: z.array(z.object({
      post: namedShape, persons: z.array(z.object({ person: namedShape, post: namedShape, grade: z.string().nullable() })),
    })),
  }),
})

/** Limits in the address: the boxes as JSON, as the importer takes them. */
const limitsText = () =>
  z.string().max(20_000).transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'Give the limits as a JSON list of boxes, for example [{"amount":{"currency":"USD","upTo":"50000"}}].' })
      return z.NEVER
    }
  }).pipe(boxes)

export const ifLimitChangedContract = contract({
  id: 'register.if-limit-changed', method: 'GET', path: '/api/v1/if-limit-changed', tag: 'questions',
  summary: 'Which delegations passed on from this one would no longer fit if it had these limits, and what would become of them.',
  query: z.strictObject({
    delegation: identity(), limits: limitsText().describe('The new limits: a JSON list of boxes; [] = no limit.'), ...timesAsked,
  }),
  answer: z.object({
    delegation: delegationSummary,
    direct: z.array(z.object({ delegation: delegationSummary, choice: z.enum(['falls', 'stands', 'falls-on']), standsProblem: z.array(reason) })),
    names: z.record(z.string(), namedShape),
    falls: z.int(), stands: z.int(), fallsFirst: z.array(delegationSummary),
    uncovered: uncoveredShape, uncoveredCount: z.int(), times: timesAnswered,
  }),
})

const mostShown = 200

function presentWaits(services: Services, person: string, found: IfPersonLeaves, times: Times): z.infer<z.ZodObject<typeof waits>> {
  const { register } = services
  const show = (id: string) => summary(register, register.fact('delegation', id, times.known)!, times)
  return {
    person: named(register, 'person', person, times.known),
    loses: found.loses.slice(0, mostShown).map(({ delegation, vacant, below }) => ({ delegation: show(delegation), vacant, below })),
    losesCount: found.loses.length,
    uncovered: presentUncovered(register, found.uncovered), uncoveredCount: found.uncovered.length,
    times: answerTimes(services, times),
  }
}

const leaves = route(ifPersonLeavesContract, async ({ query, services }) => {
  mustKnow(services, 'person', query.person)
  const times = timesOf(services, query)
  return presentWaits(services, query.person, ifPersonLeaves(services.register, query.person, times), times)
})

const moves = route(ifPersonMovesContract, async ({ query, services }) => {
  mustKnow(services, 'person', query.person)
  mustKnow(services, 'post', query.post)
  const { register } = services
  const times = timesOf(services, query)
  const { loses, keeps, gains, unfit, uncovered } = ifPersonMoves(register, query.person, query.post, times)
  const show = (id: string) => summary(register, register.fact('delegation', id, times.known)!, times)
  const told = (reasons: readonly Reason[]) => reasons as z.infer<typeof reason>[]
  const seat = register.fact('post', query.post, times.known)
  return {
    person: named(register, 'person', query.person, times.known), post: named(register, 'post', query.post, times.known),
    entity: seat ? named(register, 'entity', seat.entity, times.known) : null,
    loses: loses.slice(0, mostShown).map(each => ({ ...each, delegation: show(each.delegation), because: told(each.because) })), losesCount: loses.length,
    keeps: keeps.slice(0, mostShown).map(show), keepsCount: keeps.length,
    gains: gains.slice(0, mostShown).map(each => ({ ...each, delegation: show(each.delegation), against: told(each.against) })), gainsCount: gains.length,
    unfit: unfit.slice(0, mostShown).map(each => ({ delegation: show(each.delegation), because: told(each.because) })), unfitCount: unfit.length,
    names: namesIn(register, [...loses, ...unfit].flatMap(({ because }) => because).concat(gains.flatMap(({ against }) => against))),
    uncovered: presentUncovered(register, uncovered), uncoveredCount: uncovered.length, times: answerTimes(services, times),
  }
})

const away = route(ifAbsentContract, async ({ query, services }) => {
  mustKnow(services, 'person', query.person)
  const { register } = services
  const asked = timesOf(services, { known: query.known })
  const zone = zoneOf(services, asked.now)
  const span = { from: startOfDay(query.from, zone), to: endOfDay(query.to, zone) }
  if (span.to <= span.from) {
    throw new Problem(400, 'dates-reversed', 'The absence ends before it begins', 'Nothing was answered. Correct the dates and ask again.', [
      { field: 'query.to', code: 'dates-reversed', message: 'The last day lies before the first.', remedy: 'Give a last day on or after the first.' },
    ])
  }
  const times = { ...asked, on: span.from }
  const found = ifAbsent(register, query.person, span, times)
  const post = (id: string) => named(register, 'post', id, times.known)
  return {
    ...presentWaits(services, query.person, found, times),
    proposals: found.proposals.map(proposal => ({
      post: post(proposal.post),
      persons: proposal.persons.map(each => ({ person: named(register, 'person', each.person, times.known), post: post(each.post), grade: each.grade })),
    })),
  }
})

const otherLimits = route(ifLimitChangedContract, async ({ query, services }) => {
  const { register } = services
  const times = timesOf(services, query)
  const fact = register.fact('delegation', query.delegation, times.known)
  if (fact === null) throw noSuchDelegation(query.delegation)
  const found = ifLimitChanged(register, fact.id, query.limits, {}, times)
  const show = (id: string) => summary(register, register.fact('delegation', id, times.known)!, times)
  return {
    delegation: show(fact.id),
    direct: found.direct.slice(0, mostShown).map(({ delegation, choice, standsProblem }) => ({
      delegation: show(delegation), choice: choice.kind, standsProblem: standsProblem as z.infer<typeof reason>[],
    })),
    names: namesIn(register, found.direct.flatMap(({ standsProblem }) => standsProblem)),
    falls: found.falls.length, stands: found.stands.length, fallsFirst: found.falls.slice(0, 100).map(show),
    uncovered: presentUncovered(register, found.uncovered), uncoveredCount: found.uncovered.length,
    times: answerTimes(services, times),
  }
})

export const whatIfRoutes: readonly Route[] = [leaves, moves, away, otherLimits]
