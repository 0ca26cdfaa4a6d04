/** Decisions that were taken, with the register's two verdicts on each: as known then, and as known now (rule 23). */
import { z } from 'zod'

import { knownThen, questionOf } from '../../../kernel/authority/findings/rules/unauthorised.ts'
import { may } from '../../../kernel/authority/may.ts'
import { parseDecimal } from '../../../kernel/authority/amount.ts'
import type { ExerciseFact, Times } from '../../../kernel/authority/model.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { identity, line, money, page, paging } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { ordered, type SortKeys } from '../ordered.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { judgementsOf } from '../judgements.ts'
import { closedToRatify, type Judged } from '../ratifying.ts'
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
  query: z.strictObject({
    which: z.enum(['unauthorised', 'ratified', 'all']).optional(), person: identity().optional(), matter: identity().optional(),
    entity: identity().optional().describe('Where it takes effect: the entity and all below it.'), q: line(200).optional().describe('Words in what was decided.'),
    sort: z.enum(['at', '-at', 'who', '-who', 'matter', '-matter', 'amount', '-amount']).optional().describe('Default: the latest first.'), ...paging, ...asFile,
  }),
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

interface JudgedAct { readonly act: ExerciseFact; readonly verdicts: Judged }

function actsAsked({ register }: Services, { person, matter, entity, q }: QueryOf<typeof exercisesContract>, times: Times): readonly ExerciseFact[] {
  const by = person !== undefined ? `person:${person}` : matter !== undefined ? `matter:${matter}` : null
  const acts = by === null ? [...register.facts('exercise')] : register.mentioning('exercise', by)
  const words = q?.toLowerCase()
  return acts.filter((act) => (matter ?? act.matter) === act.matter && (words === undefined || act.what.toLowerCase().includes(words)) &&
    (entity === undefined || (act.entity !== null && register.inSubtree(act.entity, entity, { ...times, on: act.decidedAt }))))
}

const orders = ({ register }: Services): SortKeys<JudgedAct> => ({
  at: ({ act }) => act.decidedAt,
  who: ({ act }) => named(register, act.person === null ? 'body' : 'person', act.person ?? act.body ?? '').name,
  matter: ({ act }) => named(register, 'matter', act.matter).name,
  amount: ({ act: { amount } }) => (amount === null ? null : [amount.currency, parseDecimal(amount.value)]),
})

const columns = [
  'id', 'what', 'person', 'body', 'matter', 'entity', 'currency', 'amount', 'decided_at', 'delegation', 'then', 'now', 'unauthorised', 'ratified_by',
] as const

const rowOf = ({ act, verdicts }: JudgedAct): Record<(typeof columns)[number], string> => ({
  id: act.id, what: act.what, person: act.person ?? '', body: act.body ?? '', matter: act.matter, entity: act.entity ?? '', currency: act.amount?.currency ?? '',
  amount: act.amount?.value ?? '', decided_at: iso(act.decidedAt), delegation: act.delegation ?? '', then: verdicts.then, now: verdicts.now,
  unauthorised: String(verdicts.unauthorised), ratified_by: verdicts.ratifications.map((each) => each.ratifiedBy).join(';'),
})

const list = route(exercisesContract, async ({ query, services }) => {
  const { which = 'unauthorised', page: number = 1, size = 50 } = query
  const judgements = judgementsOf(services)
  const judged = actsAsked(services, query, presentTimes(services)).toSorted((a, b) => a.id.localeCompare(b.id)).map((act) => ({ act, verdicts: judgements.of(act) }))
  const unauthorised = judged.filter(({ verdicts }) => verdicts.unauthorised)
  const ratified = unauthorised.filter(({ verdicts }) => verdicts.ratifications.length > 0)
  const shown = ordered({ unauthorised, ratified, all: judged }[which], query.sort ?? '-at', orders(services))
  if (query.format !== undefined) return listFile(`decisions-${which}`, columns, shown.map(rowOf), query.format)
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
    ...present(services, act, judgementsOf(services).of(act)), verdictThen: verdict(knownThen(register, act, times.known)), verdictNow: verdict(times.known),
    ratify: { open: asker.kind === 'person' && reasons.length === 0, reasons: reasons as z.infer<typeof reason>[] }, names: namesIn(register, reasons),
  }
})

export const exerciseRoutes: readonly Route[] = [list, one]
