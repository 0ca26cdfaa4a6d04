/** Numbers of instruments: one after another within a year. */
import { sql } from 'kysely'

import type { Tx } from '../../platform/database/database.ts'

/** Numbers run by year without a gap of our making: a number once given stays with its draft. The transaction goes on as `person`. */
export async function nextNumber(tx: Tx, year: number, person: string): Promise<string> {
  await sql`SELECT set_config('mandate.person', 'operator', true)`.execute(tx)
  const { rows } = await sql<{ value: number }>`
    INSERT INTO setting (name, value) VALUES (${`instrument-number:${year}`}, '1')
    ON CONFLICT (name) DO UPDATE SET value = to_jsonb((setting.value #>> '{}')::int + 1) RETURNING value`.execute(tx)
  await sql`SELECT set_config('mandate.person', ${person}, true)`.execute(tx)
  return `${year}-${String(rows[0]!.value).padStart(5, '0')}`
}
