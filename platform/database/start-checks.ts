/** What must be so about a database before it is used. */
import { sql } from 'kysely'

import type { Tx } from './database.ts'
import { DatabaseRefusal } from './refusal.ts'

/** Without LC_CTYPE=C.UTF-8, trigram search is blind to Cyrillic and Chinese, and upper and lower case know English only. */
export async function checkLocale(tx: Tx): Promise<void> {
  const { rows } = await sql<{ ctype: string; encoding: string; lower: string }>`
    SELECT datctype AS ctype, pg_encoding_to_char(encoding) AS encoding, lower('ЖÉ') AS lower
    FROM pg_database WHERE datname = current_database()`.execute(tx)
  const found = rows[0]
  if (found && /^C\.utf-?8$/i.test(found.ctype) && found.encoding === 'UTF8' && found.lower === 'жé') return
  throw new DatabaseRefusal('wrong-locale', 'The database has the wrong locale',
    `Its LC_CTYPE is ${found?.ctype} and its encoding ${found?.encoding}; search would be blind to Cyrillic and Chinese.`,
    "Create it anew: CREATE DATABASE mandate TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'.")
}
