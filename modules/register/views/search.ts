/** One search for people, posts, entities, matters and delegations; also what the forms' choosers ask. */
import { sql } from 'kysely'
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract } from '../../../platform/http/contract.ts'
import { count, line } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { entityOfPerson, named } from '../present.ts'
import { named as namedShape } from '../shapes.ts'

const kinds = ['person', 'post', 'entity', 'matter', 'body', 'delegation'] as const

export const searchContract = contract({
  id: 'search', method: 'GET', path: '/api/v1/search', tag: 'search', summary: 'Find people, posts, entities, matters, bodies and delegations by their names or ids.',
  query: z.strictObject({
    q: line(200), kind: z.union([z.enum(kinds), z.string().regex(/^[a-z]+(,[a-z]+)*$/, 'Give kinds separated by commas.')]).optional().describe('One or several of person, post, entity, matter, body, delegation; default all.'),
    size: count(1, 50).optional(),
  }),
  answer: z.object({
    items: z.array(z.object({
      kind: z.enum(kinds), id: z.string(), name: z.string(), names: namedShape.shape.names,
      /** What tells it from its namesakes: a person's post, a post's entity, a matter's area, a delegation's holder. */
      detail: namedShape.nullable(), detail2: namedShape.nullable(),
    })),
  }),
})

type Found = z.infer<typeof searchContract.answer>['items'][number]
type Kind = (typeof kinds)[number]

const tables: Partial<Record<Kind, { table: string; words: string }>> = {
  person: { table: 'person_version', words: 'name' },
  post: { table: 'post_version', words: "title || ' ' || titles::text" },
  entity: { table: 'entity_version', words: "name || ' ' || names::text" },
  matter: { table: 'matter_version', words: "name || ' ' || names::text" },
  body: { table: 'body_version', words: "name || ' ' || names::text" },
  delegation: { table: 'delegation_version', words: 'matter' },
}

/** Beginnings of names first, then the shortest. `table` and `words` come from the table above, never from the asker. */
async function idsOf(tx: Tx, kind: Kind, q: string, size: number): Promise<string[]> {
  const source = tables[kind]
  if (!source) return []
  const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const words = sql.raw(source.words)
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ${sql.raw(source.table)} WHERE superseded_by IS NULL AND (id ILIKE ${like} OR ${words} ILIKE ${like})
    ORDER BY (lower(id) = lower(${q})) DESC, (${words} ILIKE ${like.slice(1)}) DESC, length(${words}), id LIMIT ${size}`.execute(tx)
  return rows.map(({ id }) => id)
}

function present({ register, clock }: Services, kind: Kind, id: string): Found | null {
  const now = clock.now()
  const times = { on: now, known: register.head, now }
  switch (kind) {
    case 'person': {
      const assignment = register.assignmentsOf(id, times)[0]
      const entity = entityOfPerson(register, id, times)
      return { kind, ...named(register, 'person', id), detail: assignment ? named(register, 'post', assignment.post) : null, detail2: entity === null ? null : named(register, 'entity', entity) }
    }
    case 'post': {
      const post = register.fact('post', id)
      const holder = register.incumbents(id, times)[0]
      return post && { kind, ...named(register, 'post', id), detail: named(register, 'entity', post.entity), detail2: holder ? named(register, 'person', holder.person) : null }
    }
    case 'entity': {
      const parent = register.fact('entity', id)?.parent ?? null
      return { kind, ...named(register, 'entity', id), detail: parent === null ? null : named(register, 'entity', parent), detail2: null }
    }
    case 'delegation': {
      const fact = register.fact('delegation', id)
      if (!fact) return null
      const { holder } = fact
      const who = 'person' in holder ? named(register, 'person', holder.person) : 'post' in holder ? named(register, 'post', holder.post) : 'body' in holder ? named(register, 'body', holder.body) : null
      return { kind, ...named(register, 'matter', fact.matter), id, detail: who, detail2: null }
    }
    case 'matter':
    case 'body':
      return { kind, ...named(register, kind, id), detail: null, detail2: null }
  }
}

export const search = route(searchContract, async ({ query, asker, services }) => {
  const wanted = query.kind === undefined ? kinds : kinds.filter((kind) => query.kind!.split(',').includes(kind))
  const size = query.size ?? 8
  const found = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const all: { kind: Kind; id: string }[] = []
    for (const kind of wanted) for (const id of await idsOf(tx, kind, query.q, size)) all.push({ kind, id })
    return all
  })
  return { items: found.flatMap(({ kind, id }) => present(services, kind, id) ?? []) }
})
