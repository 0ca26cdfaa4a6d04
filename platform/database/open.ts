/** Opens the database: embedded in a folder, or PostgreSQL at a URL; checked, and brought up to date. */
import { baseMigration } from './base-schema.ts'
import type { Database, Migration, RunAs, Tx } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { checkLocale } from './start-checks.ts'
import { runTransaction } from './transaction.ts'

export interface OpenOptions {
  /** DATABASE_URL; null = embedded. */
  readonly url: string | null
  /** MANDATE_DATA: the folder of the embedded database. */
  readonly folder: string
  /** The modules' steps; the platform's own come first by themselves. */
  readonly migrations: readonly Migration[]
  /** Told the name of each step of the schema as it is taken. */
  readonly onProgress?: (step: string) => void
}

/** Throws `DatabaseRefusal` with what to do when it cannot, or must not, be opened. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const connections = options.url === null ? await openEmbedded(options.folder) : await openPool(options.url)
  const transaction = <T>(as: RunAs, body: (tx: Tx) => Promise<T>): Promise<T> => runTransaction(connections, as, body)
  try {
    await transaction({ role: 'owner', person: '' }, checkLocale)
    await migrate(transaction, [baseMigration, ...options.migrations], options.onProgress ?? (() => undefined))
  } catch (error) {
    await connections.close()
    throw error
  }
  return { kind: connections.kind, transaction, close: () => connections.close() }
}
