/** The register as a list: filtered, sorted, paged in the database; each row's state derived at the two times asked. */
import { sql, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'

import { delegationsOfPerson } from '../../../kernel/authority/holds.ts'
import type { Times } from '../../../kernel/authority/model.ts'
import { databasePerson } from '../../../platform/access/admit.ts'
import { instant } from '../../../platform/database/values.ts'
import type { Tables, Tx } from '../../../platform/database/database.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { identity, line, page, paging } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { summary } from '../present.ts'
import { delegationSummary, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf } from '../times.ts'

const sorts = z.enum(['id', '-id', 'matter', '-matter', 'holder', '-holder', 'amount', '-amount', 'from', '-from', 'until', '-until'])

export const delegationsContract = contract({
  id: 'register.list', method: 'GET', path: '/api/v1/delegations', tag: 'register', summary: 'Delegations by entity, matter, area, person, state or words.',
  query: z.strictObject({
    q: line(200).optional().describe('Words in the id, the matter, the holder’s name or the post’s title.'),
    entity: identity().optional().describe('Covering this entity or anything below it.'),
    category: identity().optional().describe('Covering an entity of this category.'),
    matter: identity().optional(), area: identity().optional(),
    person: identity().optional().describe('Held by this person, in person or through a post.'),
    post: identity().optional(), parent: identity().optional(), instrument: identity().optional(),
    state: z.enum(['current', 'awaiting', 'ending', 'ended', 'any']).optional()
      .describe('current: not ended and within its dates (default); awaiting: not accepted; ending: within 30 days; ended: revoked, fallen or expired.'),
    sort: sorts.optional(), ...paging, ...timesAsked,
  }),
  answer: page(delegationSummary).extend({ times: timesAnswered }),
})

type Filter = QueryOf<typeof delegationsContract>
type Versions = SelectQueryBuilder<Tables, 'delegation_version', object>

const thirtyDays = 30 * 24 * 60 * 60 * 1000

/** The versions known at R: written by then, and not superseded by then. */
function knownAt(tx: Tx, { known }: Times, head: number): Versions {
  const versions = tx.selectFrom('delegation_version')
  if (known === head) return versions.where('superseded_by', 'is', null)
  const number = String(known)
  return versions
    .where('event', 'in', (from) => from.selectFrom('ledger').select('ledger.event').where('number', '<=', number))
    .where(({ or, eb, selectFrom }) => or([
      eb('superseded_by', 'is', null),
      eb('superseded_by', 'in', selectFrom('ledger').select('ledger.event').where('number', '>', number)),
    ]))
}

function entitiesBelow({ register }: Services, root: string, times: Times): string[] {
  return [...register.facts('entity', times.known)].filter(({ id }) => register.inSubtree(id, root, times)).map(({ id }) => id)
}

function inState(query: Versions, state: NonNullable<Filter['state']>, on: number): Versions {
  const at = instant(on)
  const over = sql<boolean>`least(ended_at, effective_to, falls_at) <= ${at}`
  switch (state) {
    case 'any': return query
    case 'ended': return query.where(over)
    case 'awaiting': return query.where('accepted_at', 'is', null).where(sql<boolean>`(${over}) IS NOT TRUE`)
    case 'ending': return query.where(sql<boolean>`least(ended_at, effective_to, falls_at) > ${at} AND least(ended_at, effective_to, falls_at) <= ${instant(on + thirtyDays)}`)
    case 'current': return query.where(sql<boolean>`(${over}) IS NOT TRUE AND effective_from <= ${at}`)
  }
}

function filtered(services: Services, query: Versions, filter: Filter, times: Times): Versions {
  const { register } = services
  let narrowed = inState(query, filter.state ?? 'current', times.on)
  if (filter.matter !== undefined) narrowed = narrowed.where('matter', '=', filter.matter)
  if (filter.parent !== undefined) narrowed = narrowed.where('parent', '=', filter.parent)
  if (filter.post !== undefined) narrowed = narrowed.where('holder_post', '=', filter.post)
  if (filter.instrument !== undefined) narrowed = narrowed.where('instrument', '=', filter.instrument)
  if (filter.area !== undefined) {
    const matters = [...register.facts('matter', times.known)].filter(({ area }) => area === filter.area).map(({ id }) => id)
    narrowed = narrowed.where(sql<boolean>`matter = any(${matters})`)
  }
  if (filter.entity !== undefined) narrowed = narrowed.where(sql<boolean>`entities && ${entitiesBelow(services, filter.entity, times)}::text[]`)
  if (filter.category !== undefined) {
    const entities = [...register.facts('entity', times.known)].filter(({ category }) => category === filter.category).map(({ id }) => id)
    narrowed = narrowed.where(sql<boolean>`entities && ${entities}::text[]`)
  }
  if (filter.person !== undefined) {
    const ids = delegationsOfPerson(register, filter.person, times).map(({ id }) => id)
    narrowed = narrowed.where(sql<boolean>`id = any(${ids})`)
  }
  return filter.q === undefined ? narrowed : matching(narrowed, filter.q)
}

/** Words are looked for in names of every language; `%` and `_` are letters like others. */
function matching(query: Versions, words: string): Versions {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  return query.where(sql<boolean>`(
    delegation_version.id ILIKE ${like}
    OR matter ILIKE ${like}
    OR matter IN (SELECT m.id FROM matter_version m WHERE m.superseded_by IS NULL AND (m.name ILIKE ${like} OR m.names::text ILIKE ${like}))
    OR holder_person IN (SELECT p.id FROM person_version p WHERE p.superseded_by IS NULL AND p.name ILIKE ${like})
    OR holder_post IN (SELECT t.id FROM post_version t WHERE t.superseded_by IS NULL AND (t.title ILIKE ${like} OR t.titles::text ILIKE ${like}))
    OR holder_post IN (SELECT a.post FROM assignment_version a JOIN person_version p ON p.id = a.person AND p.superseded_by IS NULL
                       WHERE a.superseded_by IS NULL AND p.name ILIKE ${like}))`)
}

const orderings: Record<string, ReturnType<typeof sql>> = {
  id: sql`id`,
  matter: sql`(SELECT m.name FROM matter_version m WHERE m.id = delegation_version.matter AND m.superseded_by IS NULL)`,
  holder: sql`coalesce((SELECT p.name FROM person_version p WHERE p.id = holder_person AND p.superseded_by IS NULL),
                       (SELECT t.title FROM post_version t WHERE t.id = holder_post AND t.superseded_by IS NULL), holder_body)`,
  amount: sql`amount_up_to`,
  from: sql`delegation_version.effective_from`,
  until: sql`least(ended_at, effective_to, falls_at)`,
}

export async function findDelegations(services: Services, person: string, filter: Filter, times: Times, limit: number, offset: number) {
  return services.db.transaction({ role: 'app', person }, async (tx) => {
    const query = filtered(services, knownAt(tx, times, services.register.head), filter, times)
    const { total } = await query.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const sort = filter.sort ?? 'id'
    const [key, descending] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false]
    const rows = await query.select('delegation_version.id')
      .orderBy(sql`${orderings[key]} ${descending ? sql`DESC` : sql`ASC`} NULLS LAST`).orderBy('delegation_version.id')
      .limit(limit).offset(offset).execute()
    return { total: Number(total), ids: rows.map(({ id }) => id) }
  })
}

export const listDelegations = route(delegationsContract, async ({ query, asker, services }) => {
  const times = timesOf(services, query)
  const size = query.size ?? 50
  const number = query.page ?? 1
  const { total, ids } = await findDelegations(services, databasePerson(asker), query, times, size, (number - 1) * size)
  return {
    items: ids.flatMap((id) => services.register.fact('delegation', id, times.known) ?? []).map((fact) => summary(services.register, fact, times)),
    total, page: number, size, times: answerTimes(services, times),
  }
})
