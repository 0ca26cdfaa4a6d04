/** Decisions that were taken, with the register's two verdicts on each: as known then, and as known now (rule 23). */
import { z } from 'zod'

import { knownThen, questionOf } from '../../../kernel/authority/findings/rules/unauthorised.ts'
import { may } from '../../../kernel/authority/may.ts'
import type { ExerciseFact, Times } from '../../../kernel/authority/model.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, money, page, paging } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { closedToRatify, judge, type Judged } from '../ratifying.ts'
import { named as namedShape, reason } from '../shapes.ts'
import { mayContract, presentVerdict } from './ask.ts'

const ratificationShape = z.object({ id: z.string(), by: namedShape, delegation: z.string(), reason: z.string(), at: z.string().nullable() })

const exerciseShape = z.object({
  id: z.string(), what: z.string(), person: namedShape.nullable(), body: namedShape.nullable(), matter: namedShape, entity: namedShape.nullable(), amount: money().nullable(),
  decidedAt: z.string(), delegation: z.string().nullable(),
  then: mayContract.answer.shape.answer, now: mayContract.answer.shape.answer, unauthorised: z.boolean(), ratifications: z.array(ratificationShape),
})

export const exercisesContract = contract({
  id: 'exercise.list', method: 'GET', path: '/api/v1/exercises', tag: 'register',
  summary: 'Decisions taken: those without authority when taken, those ratified after the fact, or all; the latest first.',
  query: z.strictObject({ which: z.enum(['unauthorised', 'ratified', 'all']).optional(), person: identity().optional(), matter: identity().optional(), ...paging }),
  answer: page(exerciseShape).extend({ unauthorised: z.int(), ratified: z.int() }),
})

export const exerciseOneContract = contract({
  id: 'exercise.one', method: 'GET', path: '/api/v1/exercises/{id}', tag: 'register',
  summary: 'One decision with both verdicts, its ratifications, and whether the asker can ratify it.',
  params: z.strictObject({ id: identity() }),
  answer: exerciseShape.extend({
    verdictThen: mayContract.answer, verdictNow: mayContract.answer,
    ratify: z.object({ open: z.boolean(), reasons: z.array(reason) }), names: z.record(z.string(), namedShape),
  }),
})

export const noSuchExercise = (id: string) =>
  new Problem(404, 'no-such-exercise', 'No such decision', `The register holds no decision ${id}. Look at the list of decisions taken.`)

function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

function present({ register }: Services, act: ExerciseFact, judged: Judged): z.infer<typeof exerciseShape> {
  const name = (kind: 'person' | 'body' | 'entity', id: string | null) => (id === null ? null : named(register, kind, id))
  return {
    id: act.id, what: act.what, person: name('person', act.person), body: name('body', act.body), matter: named(register, 'matter', act.matter),
    entity: name('entity', act.entity), amount: act.amount, decidedAt: iso(act.decidedAt), delegation: act.delegation,
    then: judged.then, now: judged.now, unauthorised: judged.unauthorised,
    ratifications: judged.ratifications.map((each) => ({
      id: each.id, by: named(register, 'person', each.ratifiedBy), delegation: each.delegation, reason: each.reason, at: isoOrNull(each.effectiveFrom),
    })),
  }
}

const list = route(exercisesContract, async ({ query, services }) => {
  const { register } = services
  const times = presentTimes(services)
  const { which = 'unauthorised', page: number = 1, size = 50 } = query
  const by = query.person !== undefined ? `person:${query.person}` : query.matter !== undefined ? `matter:${query.matter}` : null
  const acts = by === null ? [...register.facts('exercise')] : register.mentioning('exercise', by)
  const judged = acts.filter((act) => (query.matter ?? act.matter) === act.matter).map((act) => ({ act, verdicts: judge(register, act, times) }))
  const unauthorised = judged.filter(({ verdicts }) => verdicts.unauthorised)
  const ratified = unauthorised.filter(({ verdicts }) => verdicts.ratifications.length > 0)
  const shown = { unauthorised, ratified, all: judged }[which].sort((a, b) => b.act.decidedAt - a.act.decidedAt || a.act.id.localeCompare(b.act.id))
  return {
    items: shown.slice((number - 1) * size, number * size).map(({ act, verdicts }) => present(services, act, verdicts)),
    total: shown.length, page: number, size, unauthorised: unauthorised.length, ratified: ratified.length,
  }
})

const one = route(exerciseOneContract, async ({ params, asker, services }) => {
  const { register } = services
  const act = register.fact('exercise', params.id)
  if (!act) throw noSuchExercise(params.id)
  const times = presentTimes(services)
  const { person: _person, body: _body, ...decided } = questionOf(act)
  const verdict = (known: number) => {
    const at = { on: act.decidedAt, known, now: times.now }
    return presentVerdict(services, may(register, questionOf(act), at), decided, at)
  }
  const reasons = asker.kind === 'person' ? closedToRatify(register, act, asker, times).reasons : []
  return {
    ...present(services, act, judge(register, act, times)), verdictThen: verdict(knownThen(register, act, times.known)), verdictNow: verdict(times.known),
    ratify: { open: asker.kind === 'person' && reasons.length === 0, reasons: reasons as z.infer<typeof reason>[] }, names: namesIn(register, reasons),
  }
})

export const exerciseRoutes: readonly Route[] = [list, one]
