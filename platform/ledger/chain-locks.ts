/**
 * An exercise, or an issue below, shares the locks of every delegation of its chain; a revocation, narrowing or suspension takes them
 * alone. So a decision and the revocation under it cannot both win (SEMANTICS, Time). The locks end with the transaction.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'

import type { LedgerNumber } from '../../kernel/authority/model.ts'
import type { Tx } from '../database/database.ts'
import { Conflict } from './conflict.ts'

/** Sorted by key, so that two transactions take them in the same order and never wait for each other in a ring. */
function keysOf(names: readonly string[]): string[] {
  const keyOf = (name: string): bigint => createHash('sha256').update(name).digest().readBigInt64BE(0)
  const keys = new Set(names.map(keyOf))
  return [...keys].sort((a, b) => (a < b ? -1 : 1)).map(String)
}

type Lock = 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared'

/** Who changes every delegation at once takes this one alone; who changes or uses some shares it. */
const allDelegations = createHash('sha256').update('delegations').digest().readBigInt64BE(0).toString()

async function lock(tx: Tx, names: readonly string[], lockOne: Lock): Promise<void> {
  if (names.length === 0) return
  await sql`SELECT pg_advisory_xact_lock_shared(${allDelegations}::bigint)`.execute(tx)
  await sql`SELECT ${sql.raw(lockOne)}(key)
    FROM (SELECT key FROM unnest(${keysOf(names)}::bigint[]) WITH ORDINALITY AS u(key, place) ORDER BY place) AS sorted`.execute(tx)
}

const named = (delegations: readonly string[]): readonly string[] => delegations.map((id) => `delegation:${id}`)

/** For deciding under these delegations. */
export const lockChainShared = (tx: Tx, delegations: readonly string[]): Promise<void> =>
  lock(tx, named(delegations), 'pg_advisory_xact_lock_shared')

/** For changing these delegations. */
export const lockExclusive = (tx: Tx, delegations: readonly string[]): Promise<void> => lock(tx, named(delegations), 'pg_advisory_xact_lock')

/** For acts that count together, by what they have in common ("contract:c-7"): one after the other. */
export const lockCounted = (tx: Tx, shared: readonly string[]): Promise<void> =>
  lock(tx, shared.map((each) => `counted:${each}`), 'pg_advisory_xact_lock')

/**
 * Throws `Conflict` `moved-on` if any of these facts has a version newer than `known`, the register's head at which the decision was
 * reached. Call it after the locks: before them, the answer may be old by the time it is used.
 */
export async function assertCurrent(
  tx: Tx, facts: readonly { readonly id: string }[], known: LedgerNumber, table = 'delegation_version',
): Promise<void> {
  if (facts.length === 0) return
  const { rows } = await sql<{ id: string }>`
    SELECT v.id FROM ${sql.table(table)} v LEFT JOIN ledger l ON l.event = v.event
    WHERE v.superseded_by IS NULL AND v.id = ANY(${facts.map(({ id }) => id)}::text[])
      AND (l.number IS NULL OR l.number > ${known})`.execute(tx)
  if (rows.length > 0) throw new Conflict('moved-on', rows.map(({ id }) => id))
}

/**
 * For changing all delegations in one act (a framework re-issued): nothing is decided or changed under any of them meanwhile, and a lock
 * for each would outgrow the database's table of locks. Throws `Conflict` `moved-on` if anything was recorded after `known`, the ledger's head
 * (the register's does not move with acts that bring no facts).
 */
export async function lockEverything(tx: Tx, known: LedgerNumber): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${allDelegations}::bigint)`.execute(tx)
  const { rows } = await sql<{ subject: string }>`
    SELECT e.subject FROM event e LEFT JOIN ledger l ON l.event = e.id WHERE l.number IS NULL OR l.number > ${known} LIMIT 1`.execute(tx)
  if (rows.length > 0) throw new Conflict('moved-on', rows.map(({ subject }) => subject))
}
