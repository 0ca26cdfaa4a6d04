/** The log: every recorded act in the order of its ledger number, with effective and recorded time. */
import { sql } from 'kysely'
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, page, paging } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { actorNamed } from '../timeline.ts'
import { named as namedShape } from '../shapes.ts'

export const logContract = contract({
  id: 'register.log', method: 'GET', path: '/api/v1/log', tag: 'register', summary: 'Recorded acts, newest first.',
  query: z.strictObject({
    kind: line(80).optional(), actor: identity().optional(), subject: identity().optional(),
    sort: z.enum(['number', '-number', 'effective', '-effective']).optional(), ...paging, ...asFile,
  }),
  answer: page(z.object({
    number: z.int(), recordedAt: z.string(), effectiveAt: z.string().nullable(), kind: z.string(), subject: z.string(),
    actor: namedShape, capacity: namedShape.nullable(), leaf: z.string(),
  })).extend({ kinds: z.array(z.string()) }),
})

const columns = ['number', 'recorded_at', 'effective_at', 'kind', 'subject', 'actor', 'capacity', 'leaf'] as const

/** When it took effect: where an act does not say, when it was recorded. */
const took = sql`coalesce(event.effective_at, ledger.recorded_at)`

/** More than this does not fit into one file that people open; `kind`, `actor` and `subject` narrow it. */
const mostInFile = 100_000

export const actLog = route(logContract, async ({ query, asker, services }) => {
  const { register } = services
  const size = query.format === undefined ? (query.size ?? 50) : mostInFile
  const number = query.format === undefined ? (query.page ?? 1) : 1
  return services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    let acts = tx.selectFrom('ledger').innerJoin('event', 'event.id', 'ledger.event')
    if (query.kind !== undefined) acts = acts.where('event.kind', '=', query.kind)
    if (query.actor !== undefined) acts = acts.where('event.actor', '=', query.actor)
    if (query.subject !== undefined) acts = acts.where('event.subject', '=', query.subject)
    const { total } = await acts.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const kinds = await tx.selectFrom('event').select('kind').distinct().orderBy('kind').execute()
    const rows = await acts
      .select(['ledger.number', 'ledger.recorded_at', 'event.kind', 'event.subject', 'event.actor', 'event.capacity', 'event.effective_at', 'event.leaf'])
      .$if(query.sort === 'effective', (asked) => asked.orderBy(took, 'asc'))
      .$if(query.sort === '-effective', (asked) => asked.orderBy(took, 'desc'))
      .orderBy('ledger.number', query.sort === 'number' ? 'asc' : 'desc').limit(size).offset((number - 1) * size).execute()
    if (query.format !== undefined) {
      return listFile('log', columns, rows.map((row): Record<(typeof columns)[number], string> => ({
        number: row.number, recorded_at: iso(row.recorded_at), effective_at: isoOrNull(row.effective_at) ?? '', kind: row.kind, subject: row.subject,
        actor: row.actor, capacity: row.capacity ?? '', leaf: Buffer.from(row.leaf).toString('hex'),
      })), query.format)
    }
    return {
      items: rows.map((row) => ({
        number: Number(row.number), recordedAt: iso(row.recorded_at), effectiveAt: isoOrNull(row.effective_at), kind: row.kind, subject: row.subject,
        actor: actorNamed(services, row.actor), capacity: row.capacity === null ? null : named(register, 'post', row.capacity), leaf: Buffer.from(row.leaf).toString('hex'),
      })),
      total: Number(total), page: number, size, kinds: kinds.map(({ kind }) => kind),
    }
  })
})
