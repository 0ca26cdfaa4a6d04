/**
 * Recorded leave and other absence (rule 14): by the person, or by a head for their people. It grants nothing and takes nothing; deciding
 * meanwhile is a finding. Why somebody is ill or away is nobody's business here: three kinds are enough.
 */
import { z } from 'zod'

import type { AbsenceFact, Instant, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { dateOf, endOfDay, startOfDay } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { calendarDate, identity, page, paging } from '../../../platform/http/parse.ts'
import { Problem, type FieldError } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import { assertCurrent } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit } from '../commit.ts'
import { leads } from '../leads.ts'
import { ordered, type SortKeys } from '../ordered.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { named as namedShape } from '../shapes.ts'
import { zoneOf } from '../times.ts'

export const absenceKinds = ['leave', 'mission', 'other'] as const

const absenceShape = z.object({
  id: z.string(), person: namedShape, absence: z.string(), from: z.string().nullable(), to: z.string().nullable(), running: z.boolean(), mine: z.boolean(),
})

export const absencesContract = contract({
  id: 'absence.list', method: 'GET', path: '/api/v1/absences', tag: 'register',
  summary: 'Absences recorded of me, and of the people of the units I head; running or to come, unless past ones are asked for.',
  query: z.strictObject({
    person: identity().optional(), absence: z.enum(absenceKinds).optional(), past: z.enum(['true', 'false']).optional(),
    sort: z.enum(['person', '-person', 'absence', '-absence', 'from', '-from', 'until', '-until']).optional(), ...paging, ...asFile,
  }),
  answer: page(absenceShape),
})

export const recordAbsenceContract = contract({
  id: 'absence.record', method: 'POST', path: '/api/v1/absences', tag: 'register', summary: 'Record that I, or one of my people, am away between two days.',
  body: z.strictObject({ person: identity(), absence: z.enum(absenceKinds), from: calendarDate(), until: calendarDate().describe('Last day, inclusive.') }),
  answer: z.object({ absence: z.string(), number: z.int() }),
})

export const endAbsenceContract = contract({
  id: 'absence.end', method: 'POST', path: '/api/v1/absences/{id}/end', tag: 'register', summary: 'Back from now on; or, before it begins, not away after all.',
  params: z.strictObject({ id: identity() }), body: z.strictObject({}), answer: z.object({ ended: z.string(), number: z.int() }),
})

const coverShape = z.object({
  post: namedShape, entity: namedShape.nullable(), mine: z.boolean(),
  acting: z.array(z.object({ person: namedShape, assignment: z.string(), recorded: z.boolean(), from: z.string().nullable(), to: z.string().nullable() })),
})

export const coverContract = contract({
  id: 'absence.cover', method: 'GET', path: '/api/v1/absences/cover', tag: 'register',
  summary: 'The posts somebody holds between two days, and who is recorded to act in each meanwhile.',
  query: z.strictObject({ person: identity(), from: calendarDate(), until: calendarDate() }), answer: z.object({ posts: z.array(coverShape) }),
})

export function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

const concerns = (register: Register, asker: string, person: string, times: Times): boolean => asker === person || leads(register, asker, person, times)

const notYours = () =>
  new Problem(403, 'not-your-person', 'This is between the person and their heads', 'Nothing was changed. Ask the person, or the head of the unit they work in.')

/** Half-open spans that have an instant in common; null = open. */
const overlap = (a: { effectiveFrom: Instant | null; effectiveTo: Instant | null }, from: Instant, to: Instant): boolean =>
  (a.effectiveFrom ?? -Infinity) < to && from < (a.effectiveTo ?? Infinity)

const lists = (fact: AbsenceFact, on: Instant): boolean => fact.effectiveTo === null || fact.effectiveTo > on

const orders = (register: Register): SortKeys<AbsenceFact> => ({
  person: ({ person }) => named(register, 'person', person).name,
  absence: ({ absence }) => absence,
  from: ({ effectiveFrom, id }) => [effectiveFrom ?? 0, id],
  until: ({ effectiveTo }) => effectiveTo,
})

const columns = ['id', 'person', 'absence', 'from', 'to'] as const

const list = route(absencesContract, async ({ query, asker, services }) => {
  const { person } = actingPerson(asker)
  const { register } = services
  const times = presentTimes(services)
  const found = query.person === undefined ? [...register.facts('absence')] : [...register.mentioning('absence', query.person)]
  const listed = found.filter((fact) => (query.past === 'true' || lists(fact, times.on)) && (query.absence ?? fact.absence) === fact.absence &&
    concerns(register, person, fact.person, times))
  const mine = ordered(ordered(listed, 'from', orders(register)), query.sort ?? 'from', orders(register))
  if (query.format !== undefined) {
    return listFile('absences', columns, mine.map((fact): Record<(typeof columns)[number], string> => ({
      id: fact.id, person: fact.person, absence: fact.absence, from: isoOrNull(fact.effectiveFrom) ?? '', to: isoOrNull(fact.effectiveTo) ?? '',
    })), query.format)
  }
  const { page: number = 1, size = 50 } = query
  return {
    items: mine.slice((number - 1) * size, number * size).map((fact) => ({
      id: fact.id, person: named(register, 'person', fact.person), absence: fact.absence, from: isoOrNull(fact.effectiveFrom), to: isoOrNull(fact.effectiveTo),
      running: (fact.effectiveFrom ?? 0) <= times.on && lists(fact, times.on), mine: fact.person === person,
    })),
    total: mine.length, page: number, size,
  }
})

function problemsOf(services: Services, given: { person: string; from: Instant; to: Instant }, now: Instant): FieldError[] {
  const { register } = services
  const problems: FieldError[] = []
  const wrong = (field: string, code: string, message: string, remedy: string) => problems.push({ field, code, message, remedy })
  if (given.to <= given.from) wrong('until', 'dates-reversed', 'The last day lies before the first.', 'Give a last day on or after the first.')
  else if (given.to <= now) wrong('until', 'date-past', 'The last day is past.', 'Give today or a day to come; what is past is corrected by import.')
  const other = register.mentioning('absence', given.person).find((fact) => overlap(fact, given.from, given.to))
  if (other) wrong('from', 'overlaps', 'An absence is recorded for some of these days already.', 'End that one first, or choose other days.')
  return problems
}

const record = route(recordAbsenceContract, async ({ body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const times = presentTimes(services)
  const { register } = services
  if (!register.fact('person', body.person)?.staff) {
    throw new Problem(422, 'cannot-be-recorded', 'The absence cannot be recorded', 'Nothing was changed. Correct the field named.', [
      { field: 'person', code: 'unknown-person', message: 'The register knows no such member of staff.', remedy: 'Choose a member of staff.' }])
  }
  if (!concerns(register, person, body.person, times)) throw notYours()
  const zone = zoneOf(services, times.now)
  const [from, to] = [startOfDay(body.from, zone), endOfDay(body.until, zone)]
  const problems = problemsOf(services, { person: body.person, from, to }, times.now)
  if (problems.length > 0) throw new Problem(422, 'cannot-be-recorded', 'The absence cannot be recorded', 'Nothing was changed. Correct the fields named.', problems)
  const id = `${body.person}/${body.absence}/${dateOf(from, zone)}`
  const fact: AbsenceFact = { kind: 'absence', id, person: body.person, absence: body.absence, effectiveFrom: from, effectiveTo: to }
  const number = await commit(services, asker, async (tx) => {
    await assertCurrent(tx, [fact], times.known, 'absence_version')
    return {
      acts: [{
        kind: 'absence-recorded', subject: `absence:${id}`, actor: person, capacity, effectiveAt: from, facts: [fact], details: {},
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: body.person === person ? [] : [{ person: body.person, kind: 'absence-recorded', subject: id }],
    }
  })
  return { absence: id, number }
})

const end = route(endAbsenceContract, async ({ params, asker, services }) => {
  const { person, capacity } = actingPerson(asker)
  const { register } = services
  const times = presentTimes(services)
  const fact = register.fact('absence', params.id)
  if (!fact || !lists(fact, times.now)) throw new Problem(404, 'no-such-absence', 'No such absence is running or to come', 'Nothing was changed. Look at the list of absences.')
  if (!concerns(register, person, fact.person, times)) throw notYours()
  const effectiveTo = Math.max(times.now, (fact.effectiveFrom ?? times.now) + 1)
  const number = await commit(services, asker, async (tx) => {
    await assertCurrent(tx, [fact], times.known, 'absence_version')
    return {
      acts: [{ kind: 'absence-ended', subject: `absence:${fact.id}`, actor: person, capacity, effectiveAt: times.now, facts: [{ ...fact, effectiveTo }], details: {} }],
      notices: fact.person === person ? [] : [{ person: fact.person, kind: 'absence-ended', subject: fact.id }],
    }
  })
  return { ended: fact.id, number }
})

const cover = route(coverContract, async ({ query, asker, services }) => {
  const { person } = actingPerson(asker)
  const { register } = services
  const times = presentTimes(services)
  if (!concerns(register, person, query.person, times)) throw notYours()
  const zone = zoneOf(services, times.now)
  const [from, to] = [startOfDay(query.from, zone), endOfDay(query.until, zone)]
  const held = register.ofPerson('assignment', query.person).filter((each) => each.assignment === 'substantive' && overlap(each, from, to))
  return {
    posts: held.map(({ post }) => {
      const seat = register.fact('post', post)
      return {
        post: named(register, 'post', post), entity: seat ? named(register, 'entity', seat.entity) : null, mine: query.person === person,
        acting: register.assignmentsTo(post, times.known).filter((each) => each.assignment !== 'substantive' && overlap(each, from, to)).map((each) => ({
          person: named(register, 'person', each.person), assignment: each.assignment, recorded: each.instrument !== null,
          from: isoOrNull(each.effectiveFrom), to: isoOrNull(each.effectiveTo),
        })),
      }
    }),
  }
})

/** What somebody's own page says of an absence running now. */
export function absenceNow(register: Register, person: string, { on }: Times): { id: string; absence: string; from: string; to: string | null } | null {
  const fact = register.mentioning('absence', person).find((each) => (each.effectiveFrom ?? 0) <= on && lists(each, on))
  return fact ? { id: fact.id, absence: fact.absence, from: iso(fact.effectiveFrom ?? 0), to: isoOrNull(fact.effectiveTo) } : null
}

export const absenceRoutes: readonly Route[] = [list, cover, record, end]
