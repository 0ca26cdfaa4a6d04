/**
 * Some columns say the same in most rows of a table: permissions, suspensions, provenance. Written out in each row they are a third of what
 * a rebuild costs the server, so the usual combinations are read once, and a row that has one of them, byte for byte, sends its number.
 */
import { sql } from 'kysely'

import type { CopyType } from '../database/copy-decoder.ts'
import type { CopiedRest } from '../database/copy-rows.ts'
import type { Tx } from '../database/database.ts'

export interface UsualRest extends CopiedRest {
  /** The last field of a row: nothing where it has the first usual rest, its number where it has another, or the rest itself. */
  readonly select: string
}

/** Pages of the table looked at to find what is usual. */
const sampledPages = 60
/** Each usual rest is compared with in every row, which costs a third of sending it: less than a quarter of the rows is not usual. */
const atLeastOneIn = 4
const atMost = 3

/** Where rows stand that say what is usual, the most usual first. */
async function usualPlaces(tx: Tx, table: string, record: string): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    WITH sampled AS (
      SELECT ctid, ${sql.raw(record)}::text AS said FROM ${sql.table(table)}
      TABLESAMPLE SYSTEM ((SELECT least(100, 100.0 * ${sampledPages} / greatest(pg_relation_size(${table}) / current_setting('block_size')::bigint, 1))))
      REPEATABLE (1))
    SELECT (array_agg(ctid))[1]::text AS place FROM sampled GROUP BY said
    HAVING count(*) * ${atLeastOneIn} >= (SELECT count(*) FROM sampled) ORDER BY count(*) DESC, said LIMIT ${atMost}`.execute(tx)
  return rows.map(({ place }) => place)
}

/** `columns` by name and type, two or more; names come from the modules' own code. */
export async function findUsual(tx: Tx, table: string, columns: readonly (readonly [string, CopyType])[]): Promise<UsualRest> {
  const record = `ROW(${columns.map(([name]) => `"${name}"`).join(', ')})`
  const places = await usualPlaces(tx, table, record)
  const usual: Buffer[] = []
  const cases: string[] = []
  for (const [number, place] of places.entries()) {
    const there = `SELECT ${record} FROM "${table}" WHERE ctid = '${place}'::tid`
    // A message is one row of one field: how many, how long, and the record.
    await tx.copyOut(there, (bytes, from, to) => usual.push(Buffer.from(bytes.subarray(from + 6, to))))
    cases.push(`WHEN record_image_eq(${record}, (${there})) THEN ${number === 0 ? 'NULL' : `ROW(${number})`}`)
  }
  return {
    types: columns.map(([, type]) => type), usual,
    select: cases.length === 0 ? record : `CASE ${cases.join(' ')} ELSE ${record} END`,
  }
}
