/** Writes facts as versions: each supersedes the one current before it, and nothing is edited but that it was superseded. */
import { sql } from 'kysely'

import type { Fact, FactKind } from '../../kernel/authority/model.ts'
import type { Tx } from '../database/database.ts'
import { Conflict } from './conflict.ts'
import type { AnyFactTable, ColumnType, FactColumn } from './fact-table.ts'

/** A fact and the event that recorded it, in order of recording. */
export interface Recorded {
  readonly fact: Fact
  readonly event: string
}

type VersionRow = Record<string, unknown>
type Latest = VersionRow & { version: number; event: string }

const rowsAtOnce = 500

export function* inChunks<T>(items: readonly T[], size: number = rowsAtOnce): Iterable<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

const asTimestamp = (value: unknown): unknown => (typeof value === 'number' ? new Date(value).toISOString() : value)

const asJson = (type: ColumnType, value: unknown): unknown => (type === 'timestamptz' ? asTimestamp(value) : (value ?? null))

/** Marks the current versions of these identities as superseded; returns the version each had. */
async function supersede(tx: Tx, table: string, firsts: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const had = new Map<string, number>()
  for (const chunk of inChunks([...firsts].map(([id, event]) => ({ id, event })))) {
    const { rows } = await sql<{ id: string; version: number }>`
      UPDATE ${sql.table(table)} AS v SET superseded_by = r.event
      FROM json_to_recordset(${JSON.stringify(chunk)}::json) AS r(id text, event bigint)
      WHERE v.id = r.id AND v.superseded_by IS NULL RETURNING v.id, v.version`.execute(tx)
    for (const { id, version } of rows) had.set(id, version)
  }
  return had
}

function versionRows(
  columns: readonly FactColumn<Fact>[], recorded: readonly Recorded[], had: ReadonlyMap<string, number>,
): VersionRow[] {
  const last = new Map<string, Latest>()
  return recorded.map(({ fact, event }) => {
    const earlier = last.get(fact.id)
    if (earlier?.event === event) throw new RangeError(`one act records ${fact.kind} ${fact.id} twice`)
    if (earlier) earlier.superseded_by = event
    const row: Latest = {
      id: fact.id, version: (earlier?.version ?? had.get(fact.id) ?? 0) + 1, event, superseded_by: null,
      effective_from: asTimestamp(fact.effectiveFrom), effective_to: asTimestamp(fact.effectiveTo),
    }
    for (const { name, type, of } of columns) row[name] = asJson(type, of(fact))
    last.set(fact.id, row)
    return row
  })
}

const baseColumns = [
  ['id', 'text'], ['version', 'integer'], ['event', 'bigint'], ['superseded_by', 'bigint'],
  ['effective_from', 'timestamptz'], ['effective_to', 'timestamptz'],
] as const

async function insert(tx: Tx, table: AnyFactTable, rows: readonly VersionRow[]): Promise<void> {
  const columns = [...baseColumns, ...table.columns.map(({ name, type }) => [name, type] as const)]
  const names = sql.join(columns.map(([name]) => sql.ref(name)))
  const shape = sql.join(columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  for (const chunk of inChunks(rows)) {
    await sql`INSERT INTO ${sql.table(table.table)} (${names})
      SELECT ${names} FROM json_to_recordset(${JSON.stringify(chunk)}::json) AS r(${shape})`.execute(tx)
  }
}

/** Writes the versions of one kind. A race lost to another transaction shows as `Conflict` or as a unique violation. */
export async function writeVersions(tx: Tx, table: AnyFactTable, recorded: readonly Recorded[]): Promise<void> {
  const firsts = new Map<string, string>()
  for (const { fact, event } of recorded) if (!firsts.has(fact.id)) firsts.set(fact.id, event)
  const had = await supersede(tx, table.table, firsts)
  // The table's columns read the kind of fact it keeps, and only those are handed to it.
  await insert(tx, table, versionRows(table.columns as readonly FactColumn<Fact>[], recorded, had))
}

/** Tables by the kind of fact they keep. */
export const tablesByKind = (tables: readonly AnyFactTable[]): ((kind: FactKind) => AnyFactTable) => {
  const byKind = new Map(tables.map((table) => [table.kind as FactKind, table]))
  return (kind) => {
    const table = byKind.get(kind)
    if (!table) throw new RangeError(`no module keeps facts of kind ${kind}`)
    return table
  }
}

/** The operator is not a person of the register; a person by that name would read what only the operator may. */
export function refuseReserved(facts: readonly Fact[]): void {
  for (const { kind, id } of facts) {
    if (kind === 'person' && /^(operator$|program:|import:)/.test(id)) throw new Conflict('reserved', [id])
  }
}
