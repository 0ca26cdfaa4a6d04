import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from '../database/conformance.ts'
import type { CopyType } from '../database/copy-decoder.ts'
import { CopyRows } from '../database/copy-rows.ts'
import type { TestDatabase } from '../database/test-database.ts'
import { findUsual } from './usual-rests.ts'

const columns: readonly (readonly [string, CopyType])[] = [['words', 'text'], ['said', 'jsonb'], ['ended_at', 'timestamptz']]

/** Of a hundred rows forty say one thing, thirty another, and each of the others its own. */
const filled = `INSERT INTO trial SELECT n,
  CASE WHEN n % 10 < 4 THEN 'often' WHEN n % 10 < 7 THEN NULL ELSE 'only ' || n END,
  CASE WHEN n % 10 < 4 THEN '{"depth": 3}'::jsonb WHEN n % 10 < 7 THEN '[]' ELSE jsonb_build_object('n', n) END,
  CASE WHEN n % 10 < 7 THEN NULL ELSE '2026-01-01Z'::timestamptz END
  FROM generate_series(0, 4999) AS n`

describeDatabases('what most rows say alike', (open) => {
  let opened: TestDatabase
  beforeAll(async () => {
    const table = 'CREATE TABLE trial (n integer, words text, said jsonb, ended_at timestamptz); GRANT SELECT, INSERT, DELETE ON trial TO mandate_app'
    opened = await open([{ name: '2026-11-24-trial', why: 'A test', sql: table }])
  })
  afterAll(() => opened?.dispose())

  /** Every row as it is read, with which usual rest it sent. */
  const read = () => opened.db.transaction({ role: 'app', person: 'ann' }, async (tx) => {
    const rest = await findUsual(tx, 'trial', columns)
    const row = new CopyRows(['integer'], rest)
    const found: unknown[][] = []
    await tx.copyOut(`SELECT n, ${rest.select} FROM trial ORDER BY n`, (...where) => {
      row.read(...where)
      const fields = row.rest
      found.push([row.number(0), row.usual, fields.text(0), fields.json(1), fields.isNull(2) ? null : fields.number(2)])
    })
    return found
  })
  const expected = (n: number) => {
    if (n % 10 < 4) return [n, 0, 'often', { depth: 3 }, null]
    return n % 10 < 7 ? [n, 1, '', [], null] : [n, -1, `only ${n}`, { n }, Date.UTC(2026, 0, 1)]
  }

  it('is sent once, and every row is read with it', async () => {
    expect(await read()).toEqual([])
    await opened.db.transaction({ role: 'app', person: 'ann' }, (tx) => sql.raw(filled).execute(tx))
    expect(await read()).toEqual(Array.from({ length: 5000 }, (_each, n) => expected(n)))
  })

  it('is nothing where every row is different', async () => {
    await opened.db.transaction({ role: 'app', person: 'ann' }, (tx) => sql`DELETE FROM trial WHERE n % 10 < 7`.execute(tx))
    const rows = await read()
    expect(rows.length).toBe(1500)
    expect(rows.every(([n, usual, words]) => usual === -1 && words === `only ${n}`)).toBe(true)
  })
})
