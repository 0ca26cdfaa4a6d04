/** People: found by name, entity or grade; one person whole, with assignments and credentials. */
import { sql } from 'kysely'
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, page, paging } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { nowTimes } from '../../../platform/identity/session-routes.ts'
import { named, namedShape } from '../named.ts'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

export const peopleContract = contract({
  id: 'organisation.people', method: 'GET', path: '/api/v1/people', tag: 'organisation', summary: 'People by name or entity.',
  query: z.strictObject({ q: line(200).optional(), entity: identity().optional(), sort: z.enum(['name', '-name', 'id', '-id']).optional(), ...paging }),
  answer: page(z.object({ id: z.string(), name: z.string(), staff: z.boolean(), post: namedShape.nullable(), entity: namedShape.nullable(), grade: z.string().nullable() })),
})

export const personContract = contract({
  id: 'organisation.person', method: 'GET', path: '/api/v1/people/{id}', tag: 'organisation', summary: 'One person: posts held, running and past, and credentials.',
  params: z.strictObject({ id: identity() }),
  answer: z.object({
    id: z.string(), name: z.string(), staff: z.boolean(),
    assignments: z.array(z.object({
      id: z.string(), post: namedShape, entity: namedShape.nullable(), grade: z.string().nullable(), assignment: z.string(), recorded: z.boolean(),
      effectiveFrom: z.string().nullable(), effectiveTo: z.string().nullable(), running: z.boolean(),
    })),
    credentials: z.array(z.object({ credential: z.string(), effectiveFrom: z.string().nullable(), effectiveTo: z.string().nullable(), lapsed: z.boolean() })),
  }),
})

const listPeople = route(peopleContract, async ({ query, asker, services }) => {
  const { register } = services
  const times = nowTimes(services)
  const size = query.size ?? 50
  const number = query.page ?? 1
  const like = query.q === undefined ? null : `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { total, ids } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    let people = tx.selectFrom('person_version').where('superseded_by', 'is', null)
    if (like !== null) people = people.where(sql<boolean>`(name ILIKE ${like} OR id ILIKE ${like})`)
    if (query.entity !== undefined) {
      people = people.where(sql<boolean>`id IN (SELECT a.person FROM assignment_version a JOIN post_version p ON p.id = a.post AND p.superseded_by IS NULL
        WHERE a.superseded_by IS NULL AND p.entity = ${query.entity} AND (a.effective_to IS NULL OR a.effective_to > now()))`)
    }
    const { total: counted } = await people.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const descending = query.sort?.startsWith('-') === true
    const key = query.sort?.replace('-', '') === 'id' ? 'id' : 'name'
    const rows = await people.select('id').orderBy(key, descending ? 'desc' : 'asc').orderBy('id').limit(size).offset((number - 1) * size).execute()
    return { total: Number(counted), ids: rows.map(({ id }) => id) }
  })
  return {
    items: ids.flatMap((id) => register.fact('person', id) ?? []).map((person) => {
      const assignment = register.assignmentsOf(person.id, times)[0]
      const post = assignment ? register.fact('post', assignment.post) : null
      return {
        id: person.id, name: person.name, staff: person.staff, post: post ? named(register, 'post', post.id) : null,
        entity: post ? named(register, 'entity', post.entity) : null, grade: post?.grade ?? null,
      }
    }),
    total, page: number, size,
  }
})

const onePerson = route(personContract, async ({ params, services }) => {
  const { register } = services
  const { on, known } = nowTimes(services)
  const person = register.fact('person', params.id)
  if (!person) throw new Problem(404, 'no-such-person', 'No such person', `The register knows nobody by the id ${params.id}. Search for the name.`)
  const assignments = register.postsEverHeld(person.id, known).flatMap((post) => register.assignmentsBetween(person.id, post, known))
    .sort((a, b) => (b.effectiveFrom ?? 0) - (a.effectiveFrom ?? 0))
  return {
    id: person.id, name: person.name, staff: person.staff,
    assignments: assignments.map((held) => {
      const post = register.fact('post', held.post)
      return {
        id: held.id, post: named(register, 'post', held.post), entity: post ? named(register, 'entity', post.entity) : null, grade: post?.grade ?? null,
        assignment: held.assignment, recorded: held.assignment === 'substantive' || held.instrument !== null,
        effectiveFrom: iso(held.effectiveFrom), effectiveTo: iso(held.effectiveTo),
        running: (held.effectiveFrom === null || held.effectiveFrom <= on) && (held.effectiveTo === null || on < held.effectiveTo),
      }
    }),
    credentials: register.world(nowTimes(services)).credentialsOf(person.id).map((held) => ({
      credential: held.credential, effectiveFrom: iso(held.effectiveFrom), effectiveTo: iso(held.effectiveTo), lapsed: held.effectiveTo !== null && held.effectiveTo <= on,
    })),
  }
})

export const peopleRoutes: readonly Route[] = [listPeople, onePerson]
