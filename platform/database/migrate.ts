/** Brings the schema up to date, step by step, each in one transaction; refuses a schema it does not know. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'

import type { Migration, RunAs, Tx } from './database.ts'
import { DatabaseRefusal } from './refusal.ts'

const asOwner: RunAs = { role: 'owner', person: 'operator', limitSeconds: 600 }
/** Servers that start at the same moment take turns. Any number will do, as long as it stays. */
const migrationLock = 731_942_006

const digestOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

type Transact = <T>(as: RunAs, body: (tx: Tx) => Promise<T>) => Promise<T>

async function applied(tx: Tx): Promise<Map<string, string>> {
  await sql`SELECT pg_advisory_xact_lock(${migrationLock})`.execute(tx)
  await sql`CREATE TABLE IF NOT EXISTS migration (
    name text PRIMARY KEY, digest text NOT NULL, why text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`.execute(tx)
  const { rows } = await sql<{ name: string; digest: string }>`SELECT name, digest FROM migration`.execute(tx)
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

function refuseStrangers(known: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const names = new Set(known.map(({ name }) => name))
  const newer = [...done.keys()].filter((name) => !names.has(name))
  if (newer.length > 0) {
    throw new DatabaseRefusal('newer-schema', 'The database belongs to a newer Mandate',
      `It has been brought up to date by ${newer.join(', ')}, which this version does not know.`,
      'Start the version that did so, or a later one.')
  }
  const changed = known.filter((migration) => done.has(migration.name) && done.get(migration.name) !== digestOf(migration))
  if (changed.length > 0) {
    throw new DatabaseRefusal('changed-migration', 'A step of the schema was edited after it was applied',
      `${changed.map(({ name }) => name).join(', ')} is not what this database was built by.`,
      'Restore the step as it was and write a further one.')
  }
}

/** Applies what is missing of `migrations`, in the order of their names. */
export async function migrate(transact: Transact, migrations: readonly Migration[], onProgress: (step: string) => void): Promise<void> {
  const steps = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))
  const done = await transact(asOwner, applied)
  refuseStrangers(steps, done)
  for (const step of steps.filter(({ name }) => !done.has(name))) {
    await transact(asOwner, async (tx) => {
      const now = await applied(tx)
      refuseStrangers(steps, now)
      if (now.has(step.name)) return
      onProgress(step.name)
      await sql.raw(step.sql).execute(tx)
      await sql`INSERT INTO migration (name, digest, why) VALUES (${step.name}, ${digestOf(step)}, ${step.why})`.execute(tx)
    })
  }
}
