/** Databases for tests: an embedded one in a temporary folder, and one of its own on the PostgreSQL server of MANDATE_TEST_POSTGRES. */
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

import type { Database, Migration } from './database.ts'
import { startEngine } from './embedded-engine.ts'
import { openDatabase } from './open.ts'

/** Opens another server on the same database (PostgreSQL), or closes and opens it again (embedded). */
export interface TestDatabase {
  readonly db: Database
  /** Where it is, for opening it again. */
  readonly at: { readonly url: string | null; readonly folder: string }
  /** Closes it and removes every trace. */
  dispose(): Promise<void>
}

export type OpenTestDatabase = (migrations: readonly Migration[]) => Promise<TestDatabase>

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

/** Making an empty database takes seconds, copying one a moment: made once on a machine, by whichever test comes first. */
async function emptyDatabase(): Promise<string> {
  const kept = join(tmpdir(), 'mandate-empty-database-pglite-0.5.16')
  if (await exists(kept)) return kept
  const made = await mkdtemp(join(tmpdir(), 'mandate-making-'))
  await (await startEngine(made)).close()
  await rename(made, kept).catch(() => rm(made, { recursive: true, force: true }))
  return kept
}

/** A temporary folder with an empty embedded database in it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-test-'))
  await mkdir(folder, { recursive: true })
  await cp(await emptyDatabase(), folder, { recursive: true })
  return folder
}

export const openEmbeddedForTest: OpenTestDatabase = async (migrations) => {
  const at = { url: null, folder: await temporaryFolder() }
  const db = await openDatabase({ ...at, migrations })
  return {
    db, at,
    dispose: async () => {
      await db.close()
      await rm(at.folder, { recursive: true, force: true })
    },
  }
}

/** URL of a superuser on a server that tests may use. */
export const testServer = (): string | null => process.env.MANDATE_TEST_POSTGRES ?? null

async function asSuperuser(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const openPostgresForTest = (server: string, ctype = 'C.UTF-8'): OpenTestDatabase => async (migrations) => {
  const name = `mandate_test_${randomBytes(8).toString('hex')}`
  await asSuperuser(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE '${ctype}'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const at = { url: url.href, folder: '' }
  const drop = () => asSuperuser(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  try {
    const db = await openDatabase({ ...at, migrations })
    return {
      db, at,
      dispose: async () => {
        await db.close()
        await drop()
      },
    }
  } catch (error) {
    await drop()
    throw error
  }
}
