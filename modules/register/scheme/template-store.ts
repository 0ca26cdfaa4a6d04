/** Templates in the database: an aid to preparation, so outside the ledger; each change a version of its own that says who wrote it. */
import { sql } from 'kysely'

import type { Instant } from '../../../kernel/authority/model.ts'
import type { Migration, Tx } from '../../../platform/database/database.ts'
import { closed, signedIn } from '../../../platform/database/row-security.ts'
import { json } from '../../../platform/database/values.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { TemplateBody, TemplateLine } from './template-shapes.ts'

interface TemplateVersion {
  id: string
  version: number
  name: string
  category: string
  note: string | null
  lines: readonly TemplateLine[]
  written_by: string
  written_at: Instant
  /** The entity from whose scheme it was written. */
  from_entity: string | null
  /** No longer offered. */
  retired: boolean
}

declare module '../../../platform/database/database.ts' {
  interface Tables {
    scheme_template: TemplateVersion
  }
}

export const templateMigration: Migration = {
  name: '2026-11-24-scheme-templates',
  why: 'Templates of schemes of delegation, one row a version: written once, never edited.',
  sql: `CREATE TABLE scheme_template (
      id text NOT NULL, version integer NOT NULL, name text NOT NULL, category text NOT NULL, note text, lines jsonb NOT NULL,
      written_by text NOT NULL, written_at timestamptz NOT NULL, from_entity text, retired boolean NOT NULL DEFAULT false,
      PRIMARY KEY (id, version));
    CREATE INDEX scheme_template_category ON scheme_template (category);
    ${closed('scheme_template')}
    CREATE POLICY signed_in ON scheme_template FOR SELECT USING (${signedIn});
    CREATE POLICY own ON scheme_template FOR INSERT WITH CHECK (written_by = mandate_person() OR mandate_person() = 'operator');
    GRANT SELECT, INSERT ON scheme_template TO mandate_app;`,
}

export type Template = TemplateVersion

export const noSuchTemplate = (id: string) =>
  new Problem(404, 'no-such-template', 'No such template', `There is no template ${id}, or it was retired. GET /api/v1/scheme-templates lists those there are.`)

interface Written {
  readonly id: string
  readonly by: string
  readonly at: Instant
  readonly from: string | null
  readonly retired?: boolean
}

/** The next version of a template, or its first. Two at once cannot both be the next: the later is refused by the key. */
export async function writeTemplate(tx: Tx, body: Omit<TemplateBody, 'note'> & { readonly note: string | null }, { id, by, at, from, retired = false }: Written): Promise<number> {
  const { latest } = await tx.selectFrom('scheme_template').select(({ fn }) => fn.max('version').as('latest')).where('id', '=', id).executeTakeFirstOrThrow()
  const version = (latest ?? 0) + 1
  await tx.insertInto('scheme_template').values({
    id, version, name: body.name, category: body.category, note: body.note, lines: json(body.lines), written_by: by, written_at: at, from_entity: from, retired,
  }).execute()
  return version
}

export async function findTemplate(tx: Tx, id: string, version?: number): Promise<Template> {
  let query = tx.selectFrom('scheme_template').selectAll().where('id', '=', id)
  if (version !== undefined) query = query.where('version', '=', version)
  const found = await query.orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (!found || (version === undefined && found.retired)) throw noSuchTemplate(id)
  return found
}

export const templateVersions = async (tx: Tx, id: string) =>
  tx.selectFrom('scheme_template').select(['version', 'written_by', 'written_at', 'name', 'retired']).where('id', '=', id).orderBy('version', 'desc').limit(200).execute()

export interface TemplateFilter {
  readonly q?: string | undefined
  readonly category?: string | undefined
  readonly sort?: string | undefined
}

const orderings: Record<string, ReturnType<typeof sql>> = { name: sql`name`, category: sql`category`, written: sql`written_at` }

/** The latest version of each, but for those retired. */
export async function listTemplates(tx: Tx, { q, category, sort = 'name' }: TemplateFilter, limit: number, offset: number) {
  let query = tx.selectFrom('scheme_template as t').where('retired', '=', false)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM scheme_template l WHERE l.id = t.id AND l.version > t.version)`)
  if (category !== undefined) query = query.where('category', '=', category)
  if (q !== undefined) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`(name ILIKE ${like} OR note ILIKE ${like} OR id ILIKE ${like})`)
  }
  const { total } = await query.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const [key, descending] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false]
  const items = await query.selectAll().orderBy(sql`${orderings[key]} ${descending ? sql`DESC` : sql`ASC`}`).orderBy('id').limit(limit).offset(offset).execute()
  return { items, total: Number(total) }
}
