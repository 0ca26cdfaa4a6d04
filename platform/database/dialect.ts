/** Kysely bound to one transaction's connection: it can neither open another transaction nor outlive this one. */
import {
  Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult,
} from 'kysely'

import type { Tables } from './database.ts'
import { instantColumns } from './instant-columns.ts'

/** What of a node-postgres client a transaction uses. */
export interface Wire {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null; command: string }>
}

class BoundConnection implements DatabaseConnection {
  constructor(private readonly wire: () => Wire) {}

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.wire().query(compiled.sql, [...compiled.parameters])
    const changed = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: rows as R[], ...(changed && rowCount !== null ? { numAffectedRows: BigInt(rowCount) } : {}) }
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Queries are not streamed; use copyOut.')
  }
}

class BoundDriver implements Driver {
  readonly #connection: BoundConnection

  constructor(wire: () => Wire) {
    this.#connection = new BoundConnection(wire)
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async beginTransaction(): Promise<void> {
    throw new Error('A transaction does not nest: use the one you were given.')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
}

/** `wire` is asked for each query, so that it can refuse once the transaction is over. */
export const boundKysely = (wire: () => Wire): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new BoundDriver(wire),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [instantColumns],
  })
