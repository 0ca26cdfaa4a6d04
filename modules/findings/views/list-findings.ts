/** The monitor's list: findings as records, or worked out as it stood on D and was known on R; and the figures above it. */
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'

import { findingRuleNames } from '../../../kernel/authority/findings/finding.ts'
import { findings } from '../../../kernel/authority/findings/findings.ts'
import type { Times } from '../../../kernel/authority/model.ts'
import { databasePerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { instant } from '../../../platform/database/values.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { count, identity, line, page, paging } from '../../../platform/http/parse.ts'
import { FileAnswer, route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { answerTimes, timesAnswered, timesAsked, timesOf } from '../../register/index.ts'
import { shown, visible, type Findings } from '../recorded.ts'
import { findingShape, workedOut, type FindingAnswer } from '../shapes.ts'
import { entitiesUnder, sees, sightOf, type Sight } from '../sight.ts'
import { findingStates } from '../tables.ts'

const day = 86_400_000
const sorts = ['age', '-age', 'rule', '-rule', 'severity', '-severity', 'entity', '-entity', 'owner', '-owner'] as const

const filters = {
  q: line(200).optional().describe('Words in the subject, the rule, or the names of the people, posts and entities it concerns.'),
  rule: z.enum(findingRuleNames).optional(), severity: z.enum(['breach', 'stops-use', 'attention']).optional(),
  entity: identity().optional().describe('In this entity or anything below it.'),
  owner: identity().optional().describe('Whose it is to close.'),
  subject: line(300).optional().describe('What it is about, "delegation:2026-0007.1".'),
  person: identity().optional().describe('Concerning this person, or a post they hold.'),
  post: identity().optional(),
  state: z.enum([...findingStates, 'any']).optional().describe('Default: open.'),
  older: count(0, 100_000).optional().describe('Open for at least so many days.'),
}

export const findingsContract = contract({
  id: 'findings.list', method: 'GET', path: '/api/v1/findings', tag: 'findings',
  summary: 'What the monitor found that I may see. With "on" or "known": worked out for those times, whatever is recorded.',
  query: z.strictObject({ ...filters, sort: z.enum(sorts).optional(),
    from: z.enum(['records', 'register']).optional().describe('register: worked out now, whatever is recorded. Default: records, unless a time is asked about.'), format: z.enum(['csv', 'xlsx', 'json']).optional(), ...paging, ...timesAsked }),
  answer: page(findingShape).extend({ times: timesAnswered, from: z.enum(['records', 'register']), lookedAt: z.string().nullable() }),
})

export const findingFiguresContract = contract({
  id: 'findings.figures', method: 'GET', path: '/api/v1/findings/figures', tag: 'findings', summary: 'Open findings by rule, entity and owner; each figure opens to its rows.',
  query: z.strictObject(filters),
  answer: z.object({
    total: z.int(), mine: z.int(),
    byRule: z.array(z.object({ rule: z.string(), severity: z.string(), count: z.int() })),
    byEntity: z.array(z.object({ entity: namedShape.nullable(), count: z.int() })),
    states: z.record(z.string(), z.int()),
  }),
})

type Filter = QueryOf<typeof findingFiguresContract>
type Query = QueryOf<typeof findingsContract>

const likeOf = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

function filtered<O>(services: Services, query: Findings<O>, filter: Filter, times: Times): Findings<O> {
  const { register } = services
  const state = filter.state ?? 'open'
  let narrowed = state === 'any' ? query : query.where('state', '=', state)
  if (filter.rule !== undefined) narrowed = narrowed.where('rule', '=', filter.rule)
  if (filter.severity !== undefined) narrowed = narrowed.where('severity', '=', filter.severity)
  if (filter.entity !== undefined) narrowed = narrowed.where(sql<boolean>`entity = ANY(${entitiesUnder(register, [filter.entity], times)}::text[])`)
  if (filter.owner !== undefined) narrowed = narrowed.where('owner', '=', filter.owner)
  if (filter.post !== undefined) narrowed = narrowed.where(sql<boolean>`posts && ${[filter.post]}::text[]`)
  if (filter.subject !== undefined) narrowed = narrowed.where(sql<boolean>`subject_kind || ':' || subject = ${filter.subject}`)
  if (filter.older !== undefined) narrowed = narrowed.where(sql<boolean>`opened_at <= ${instant(times.on - filter.older * day)}`)
  if (filter.person !== undefined) {
    const posts = register.assignmentsOf(filter.person, times).map(({ post }) => post)
    narrowed = narrowed.where(sql<boolean>`(persons && ${[filter.person]}::text[] OR posts && ${posts}::text[])`)
  }
  return filter.q === undefined ? narrowed : matching(narrowed, filter.q)
}

function matching<O>(query: Findings<O>, words: string): Findings<O> {
  const like = likeOf(words)
  return query.where(sql<boolean>`(subject ILIKE ${like} OR rule ILIKE ${like} OR matter ILIKE ${like}
    OR entity IN (SELECT e.id FROM entity_version e WHERE e.superseded_by IS NULL AND (e.name ILIKE ${like} OR e.names::text ILIKE ${like}))
    OR persons && ARRAY(SELECT p.id FROM person_version p WHERE p.superseded_by IS NULL AND p.name ILIKE ${like})
    OR posts && ARRAY(SELECT t.id FROM post_version t WHERE t.superseded_by IS NULL AND (t.title ILIKE ${like} OR t.titles::text ILIKE ${like})))`)
}

const orderings = {
  age: sql`opened_at`, rule: sql`rule`, owner: sql`owner`,
  severity: sql`array_position(ARRAY['breach', 'stops-use', 'attention'], severity)`,
  entity: sql`(SELECT e.name FROM entity_version e WHERE e.id = finding.entity AND e.superseded_by IS NULL)`,
} as const

const isOrdering = (key: string): key is keyof typeof orderings => key in orderings

async function recordedPage(services: Services, asker: Asker, sight: Sight, query: Query, times: Times, size: number, offset: number) {
  return services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const all = filtered(services, visible(tx.selectFrom('finding'), sight), query, times)
    const { total } = await all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const sort = query.sort ?? 'severity'
    const key = sort.replace('-', '')
    // The oldest first is the greatest age.
    const descending = sort.startsWith('-') === (key !== 'age')
    const rows = await all.selectAll().orderBy(sql`${orderings[isOrdering(key) ? key : 'severity']} ${descending ? sql`DESC` : sql`ASC`} NULLS LAST`)
      .orderBy('opened_at').orderBy('id').limit(size).offset(offset).execute()
    const watch = await tx.selectFrom('finding_watch').select('looked_at').executeTakeFirst()
    return { total: Number(total), items: rows.map((row) => shown(services.register, row)), lookedAt: watch?.looked_at ?? null }
  })
}

/** As it stood on D, as known on R: the whole register is looked at. */
function workedOutPage({ register }: Services, sight: Sight, query: Query, times: Times): FindingAnswer[] {
  const entities = query.entity === undefined ? null : new Set(entitiesUnder(register, [query.entity], times))
  const found = findings(register, times)
    .filter(({ rule, subject, entity }) => (query.rule === undefined || rule === query.rule) && (entities === null || (entity !== null && entities.has(entity))) &&
      (query.subject === undefined || `${subject.kind}:${subject.id}` === query.subject))
    .map((finding) => ({ finding, answer: workedOut(register, finding, times) }))
  return found
    .filter(({ finding, answer }) => sees(sight, { ...finding, owner: answer.owner?.id ?? null }) &&
      (query.severity === undefined || answer.severity === query.severity) && (query.owner === undefined || answer.owner?.id === query.owner) &&
      (query.person === undefined || finding.persons.includes(query.person)) && (query.post === undefined || finding.posts.includes(query.post)))
    .sort((a, b) => (a.answer.key < b.answer.key ? -1 : 1)).map(({ answer: { key: _key, ...answer } }) => answer)
}

const columns = ['id', 'rule', 'severity', 'subject_kind', 'subject', 'entity', 'matter', 'since', 'opened', 'state', 'owner', 'remedy', 'cause'] as const

/** A spreadsheet would run a text that begins like a formula. */
const guarded = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)

const cellsOf = (item: FindingAnswer): readonly string[] =>
  [item.id ?? '', item.rule, item.severity, item.subject.kind, item.subject.id, item.entity?.id ?? '', item.matter?.id ?? '', item.since ?? '', item.openedAt ?? '',
    item.state ?? '', item.owner?.id ?? '', item.remedy, JSON.stringify(item.cause)].map(guarded)

async function fileOf(items: readonly FindingAnswer[], format: 'csv' | 'xlsx' | 'json'): Promise<FileAnswer> {
  if (format === 'json') return new FileAnswer('application/json; charset=utf-8', 'findings.json', Buffer.from(`${JSON.stringify(items, null, 1)}\n`))
  const rows = items.map(cellsOf)
  if (format === 'csv') return new FileAnswer('text/csv; charset=utf-8', 'findings.csv', Buffer.from(stringify([columns, ...rows], { bom: true })))
  const cells = [columns.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map((value) => ({ value, type: String })))]
  return new FileAnswer('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'findings.xlsx', await writeXlsxFile(cells).toBuffer())
}

const mostInFile = 100_000

const listFindings = route(findingsContract, async ({ query, asker, services }) => {
  const times = timesOf(services, query)
  const sight = sightOf(services.register, asker, times)
  const size = query.format === undefined ? (query.size ?? 50) : mostInFile
  const number = query.format === undefined ? (query.page ?? 1) : 1
  const offset = (number - 1) * size
  const worked = query.on !== undefined || query.known !== undefined || query.from === 'register'
  const whole = worked ? workedOutPage(services, sight, query, times) : []
  const found = worked ? { total: whole.length, items: whole.slice(offset, offset + size), lookedAt: times.now } : await recordedPage(services, asker, sight, query, times, size, offset)
  if (query.format !== undefined) return fileOf(found.items, query.format)
  return {
    items: found.items, total: found.total, page: number, size, times: answerTimes(services, times),
    from: worked ? ('register' as const) : ('records' as const),
    lookedAt: found.lookedAt === null ? null : new Date(found.lookedAt).toISOString(),
  }
})

const figures = route(findingFiguresContract, async ({ query, asker, services }) => {
  const times = timesOf(services, {})
  const { register } = services
  const sight = sightOf(register, asker, times)
  return services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const all = () => filtered(services, visible(tx.selectFrom('finding'), sight), query, times)
    const rules = await all().select(['rule', 'severity']).select(({ fn }) => fn.countAll<string>().as('count')).groupBy(['rule', 'severity']).orderBy('count', 'desc').orderBy('rule').execute()
    const entities = await all().select('entity').select(({ fn }) => fn.countAll<string>().as('count')).groupBy('entity').orderBy('count', 'desc').orderBy('entity').limit(20).execute()
    const states = await filtered(services, visible(tx.selectFrom('finding'), sight), { ...query, state: 'any' }, times)
      .select('state').select(({ fn }) => fn.countAll<string>().as('count')).groupBy('state').execute()
    const mine = asker.kind === 'person'
      ? await tx.selectFrom('finding').where('state', '=', 'open').where('owner', '=', asker.person).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
      : { count: '0' }
    return {
      total: rules.reduce((sum, each) => sum + Number(each.count), 0), mine: Number(mine.count),
      byRule: rules.map((each) => ({ rule: each.rule, severity: each.severity, count: Number(each.count) })),
      byEntity: entities.map((each) => ({ entity: each.entity === null ? null : named(register, 'entity', each.entity), count: Number(each.count) })),
      states: Object.fromEntries(states.map((each) => [each.state, Number(each.count)])),
    }
  })
})

export const listRoutes: readonly Route[] = [figures, listFindings]
