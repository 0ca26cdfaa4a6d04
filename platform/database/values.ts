/** How values cross between SQL and code, the same on both engines. */
import { sql, type RawBuilder } from 'kysely'
import pg from 'pg'

import type { Instant } from '../../kernel/authority/model.ts'

/** An Instant in raw SQL. */
export const instant = (at: Instant): RawBuilder<Instant> => sql<Instant>`${new Date(at).toISOString()}::timestamptz`

/** A jsonb value that may be an array (a bare array would be taken for an SQL array). */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`

/** "2026-03-31 12:00:00.123456+00" → ms. Transactions run in UTC, so the offset is always whole. */
export function parseInstant(text: string): Instant {
  const at = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${text}`)
  return at
}

const { TIMESTAMPTZ } = pg.types.builtins

/** Parsers for node-postgres: its own, but for instants. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (type === TIMESTAMPTZ ? parseInstant : pg.types.getTypeParser(type, format)),
}
