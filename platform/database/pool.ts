/** PostgreSQL as connections. Nothing here outlives a transaction on the server's side, so PgBouncer may pool transactions. */
import pg from 'pg'

import { lendingSocket } from './lending-socket.ts'
import { DatabaseRefusal, messageOf } from './refusal.ts'
import type { Connections } from './transaction.ts'
import { columnTypes } from './values.ts'

const hostOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return 'the given address'
  }
}

/** A pool of connections to `url`, tried once. */
export async function openPool(url: string): Promise<Connections> {
  const unreachable = (error: unknown): DatabaseRefusal =>
    new DatabaseRefusal('unreachable', 'PostgreSQL cannot be reached', `${hostOf(url)}: ${messageOf(error)}.`,
      'Check DATABASE_URL and that the server runs.', null, { cause: error })
  let pool: pg.Pool
  try {
    pool = new pg.Pool({
      connectionString: url, max: 10, types: columnTypes, connectionTimeoutMillis: 5000, application_name: 'mandate', stream: lendingSocket,
    })
    // An idle connection that breaks is replaced by the pool.
    pool.on('error', () => undefined)
    ;(await pool.connect()).release()
  } catch (error) {
    throw unreachable(error)
  }
  return {
    kind: 'postgres',
    acquire: async () => {
      const client = await pool.connect()
      return { client, release: (broken) => client.release(broken) }
    },
    close: () => pool.end(),
  }
}
