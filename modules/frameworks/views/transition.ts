/** The transition for headquarters: by entity, how many lines were re-issued, wait, or lapse at T1; and the lines behind each figure. */
import { sql, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'

import type { Instant } from '../../../kernel/authority/model.ts'
import { databasePerson } from '../../../platform/access/admit.ts'
import type { Tables, Tx } from '../../../platform/database/database.ts'
import { instant } from '../../../platform/database/values.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { identity, page, paging } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { delegationSummary, summary } from '../../register/index.ts'
import { byBulletin } from '../model.ts'
import { nowTimes } from '../standing.ts'
import { presentTransition, reissuedFramework, transition } from './what-changed.ts'

/** `settled`: it waited, and was ended or re-issued since, before T1. */
const standings = ['reissued', 'decision', 'lapses', 'settled'] as const
const figures = { reissued: z.int(), decision: z.int(), lapses: z.int(), settled: z.int() }

export const boardContract = contract({
  id: 'framework.transition', method: 'GET', path: '/api/v1/frameworks/{id}/transition', tag: 'frameworks',
  summary: 'The transition by entity: lines re-issued, waiting for a decision, lapsing, settled since.',
  params: byBulletin, answer: transition.extend({ total: z.object(figures), entities: z.array(z.object({ entity: namedShape, ...figures })) }),
})

export const transitionLinesContract = contract({
  id: 'framework.transition-lines', method: 'GET', path: '/api/v1/frameworks/{id}/transition/lines', tag: 'frameworks',
  summary: 'The lines behind the figures of the transition; with `format`, all of them as a file.',
  params: byBulletin,
  query: z.strictObject({ entity: identity().optional(), matter: identity().optional(), standing: z.enum(standings).optional(), sort: z.enum(['matter', 'entity', 'id']).optional(), ...asFile, ...paging }),
  answer: page(z.object({ before: delegationSummary, reissuedAs: z.string().nullable(), standing: z.enum(standings), reason: z.string() })).extend(transition.shape),
})

type Filter = QueryOf<typeof transitionLinesContract>

const standing = (to: Instant) => sql<(typeof standings)[number]>`CASE WHEN t.fate <> 'reissued' AND EXISTS (
  SELECT FROM delegation_version v WHERE v.id = t.delegation AND v.superseded_by IS NULL AND v.ended_at < ${instant(to)}) THEN 'settled' ELSE t.fate END`

const linesOf = (tx: Tx, framework: string) => tx.selectFrom('transition_line as t').where('t.framework', '=', framework)

const endOfTransition = (framework: ReturnType<typeof reissuedFramework>['framework']): Instant => framework.transitionTo ?? framework.effectiveFrom ?? 0

const none = { reissued: 0, decision: 0, lapses: 0, settled: 0 }

const board = route(boardContract, async ({ params, asker, services }) => {
  const header = presentTransition(services, params.id)
  const to = endOfTransition(reissuedFramework(services, params.id).framework)
  const rows = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) =>
    linesOf(tx, params.id).select(['t.entity', standing(to).as('standing'), sql<string>`count(*)`.as('count')]).groupBy(['t.entity', sql`2`]).orderBy('t.entity').execute())
  const entities = new Map<string, Record<keyof typeof none, number>>()
  const total = { ...none }
  for (const { entity, standing: found, count } of rows) {
    const its = entities.get(entity) ?? { ...none }
    its[found] += Number(count)
    total[found] += Number(count)
    entities.set(entity, its)
  }
  return { ...header, total, entities: [...entities].map(([entity, counts]) => ({ entity: named(services.register, 'entity', entity), ...counts })) }
})

type Lines = SelectQueryBuilder<Tables & { t: Tables['transition_line'] }, 't', object>

function filtered(query: Lines, { entity, matter, standing: wanted }: Filter, to: Instant): Lines {
  let narrowed = query
  if (entity !== undefined) narrowed = narrowed.where('t.entity', '=', entity)
  if (matter !== undefined) narrowed = narrowed.where('t.matter', '=', matter)
  return wanted === undefined ? narrowed : narrowed.where(sql<boolean>`${standing(to)} = ${wanted}`)
}

const columns = ['delegation', 'matter', 'entity', 'standing', 'reason', 'reissued_as'] as const
const sorts = { matter: 't.matter', entity: 't.entity', id: 't.delegation' } as const

const lines = route(transitionLinesContract, async ({ params, query, asker, services }) => {
  const header = presentTransition(services, params.id)
  const to = endOfTransition(reissuedFramework(services, params.id).framework)
  const size = query.format ? 1_000_000 : query.size ?? 50
  const number = query.format ? 1 : query.page ?? 1
  const { total, rows } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const found = filtered(linesOf(tx, params.id), query, to)
    const { count } = await found.select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow()
    const shown = await found.select(['t.delegation', 't.matter', 't.entity', 't.reason', 't.reissued_as', standing(to).as('standing')])
      .orderBy(sorts[query.sort ?? 'matter']).orderBy('t.delegation').limit(size).offset((number - 1) * size).execute()
    return { total: Number(count), rows: shown }
  })
  if (query.format) {
    return listFile(`transition-${params.id}`, columns, rows.map((row) => ({ ...row, reissued_as: row.reissued_as ?? '' })), query.format)
  }
  const times = nowTimes(services)
  return {
    ...header, total, page: number, size,
    items: rows.flatMap(({ delegation, reissued_as: reissuedAs, standing: found, reason }) => {
      const before = services.register.fact('delegation', delegation)
      return before ? [{ before: summary(services.register, before, times), reissuedAs, standing: found, reason }] : []
    }),
  }
})

export const transitionRoutes: readonly Route[] = [board, lines]
