/** The comments on a bulletin: filtered, paged, and as a file. */
import { sql } from 'kysely'
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { identity, line, page, paging } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { findBulletin } from '../bulletins.ts'
import { byBulletin, type Bulletin } from '../model.ts'

const filters = {
  matter: identity().optional(), entity: identity().optional(), state: z.enum(['open', 'accepted', 'not-accepted']).optional(),
  q: line(200).optional().describe('Words of the comment or of its answer.'), sort: z.enum(['at', '-at', 'entity', 'matter']).optional(),
}

const commentShape = z.object({
  id: z.string(), matter: namedShape.nullable(), entity: namedShape, person: namedShape, words: z.string(), at: z.string(),
  answer: z.enum(['accepted', 'not-accepted']).nullable(), answerWords: z.string().nullable(), answeredBy: namedShape.nullable(), answeredAt: z.string().nullable(),
})

export const commentsContract = contract({
  id: 'bulletin.comments', method: 'GET', path: '/api/v1/bulletins/{id}/comments', tag: 'frameworks', summary: 'Comments on a bulletin by matter, entity, answer or words; with `format`, all of them as a file.',
  params: byBulletin, query: z.strictObject({ ...filters, ...asFile, ...paging }),
  answer: page(commentShape).extend({ title: z.string(), entities: z.array(namedShape), counts: z.object({ open: z.int(), accepted: z.int(), notAccepted: z.int() }) }),
})

type Filter = QueryOf<typeof commentsContract>

function filtered(tx: Tx, bulletin: string, { matter, entity, state, q }: Filter) {
  let query = tx.selectFrom('bulletin_comment').where('bulletin', '=', bulletin)
  if (matter !== undefined) query = query.where('matter', '=', matter)
  if (entity !== undefined) query = query.where('entity', '=', entity)
  if (state !== undefined) query = state === 'open' ? query.where('answer', 'is', null) : query.where('answer', '=', state)
  if (q === undefined) return query
  const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return query.where(sql<boolean>`(words ILIKE ${like} OR answer_words ILIKE ${like})`)
}

const orderings = { at: sql`commented_at`, '-at': sql`commented_at DESC`, entity: sql`entity`, matter: sql`matter NULLS FIRST` }

async function read(tx: Tx, bulletin: string, filter: Filter, limit: number, offset: number) {
  const query = filtered(tx, bulletin, filter)
  const { total } = await query.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query.selectAll().orderBy(orderings[filter.sort ?? '-at']).orderBy('id').limit(limit).offset(offset).execute()
  const all = await tx.selectFrom('bulletin_comment').select(['entity', 'answer', sql<string>`count(*)`.as('count')])
    .where('bulletin', '=', bulletin).groupBy(['entity', 'answer']).execute()
  return { total: Number(total), rows, all }
}

type Row = Awaited<ReturnType<typeof read>>['rows'][number]

function present({ register }: Services, bulletin: Bulletin, row: Row): z.infer<typeof commentShape> {
  const matter = bulletin.matters.find(({ id }) => id === row.matter)
  const iso = (at: number) => new Date(at).toISOString()
  return {
    id: row.id, entity: named(register, 'entity', row.entity), person: named(register, 'person', row.person), words: row.words, at: iso(row.commented_at),
    matter: row.matter === null ? null : matter ? { id: matter.id, name: matter.name, names: matter.names } : named(register, 'matter', row.matter),
    answer: row.answer, answerWords: row.answer_words, answeredBy: row.answered_by === null ? null : named(register, 'person', row.answered_by),
    answeredAt: row.answered_at === null ? null : iso(row.answered_at),
  }
}

const columns = ['id', 'matter', 'entity', 'person', 'at', 'words', 'answer', 'answer_words', 'answered_by', 'answered_at'] as const
const fileLimit = 100_000

const comments = route(commentsContract, async ({ params, query, asker, services }) => {
  const size = query.size ?? 50
  const number = query.page ?? 1
  const { bulletin, total, rows, all } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const found = await findBulletin(tx, params.id)
    return { bulletin: found, ...(query.format ? await read(tx, params.id, query, fileLimit, 0) : await read(tx, params.id, query, size, (number - 1) * size)) }
  })
  const items = rows.map((row) => present(services, bulletin, row))
  if (query.format) {
    const written = items.map((each) => ({
      id: each.id, matter: each.matter?.id ?? '', entity: each.entity.id, person: each.person.id, at: each.at, words: each.words, answer: each.answer ?? '',
      answer_words: each.answerWords ?? '', answered_by: each.answeredBy?.id ?? '', answered_at: each.answeredAt ?? '',
    }))
    return listFile(`comments-${params.id}`, columns, written, query.format)
  }
  const sum = (answer: Row['answer']) => all.filter((each) => each.answer === answer).reduce((found, { count }) => found + Number(count), 0)
  return {
    items, total, page: number, size, title: bulletin.terms.title, entities: [...new Set(all.map(({ entity }) => entity))].map((id) => named(services.register, 'entity', id)),
    counts: { open: sum(null), accepted: sum('accepted'), notAccepted: sum('not-accepted') },
  }
})

export const commentRoutes: readonly Route[] = [comments]
