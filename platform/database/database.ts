/**
 * The one way to the database (SEMANTICS, The database). Every query, reads included, runs in a transaction opened as somebody:
 * `BEGIN; SET LOCAL ROLE mandate_app; set_config('mandate.person', …, true)`. Embedded and pooled alike.
 *
 * Values are the same on both engines: bigint and numeric are strings, timestamptz is an Instant (ms), jsonb is parsed. A timestamptz
 * column is named `…_at`, `…_from` or `…_to`, and takes an Instant where Kysely writes or compares it; in raw SQL say `instant(ms)`, and
 * for a jsonb array `json(value)` (`values.ts`).
 */
import type { Kysely } from 'kysely'

import type { TakeRow } from './copy-messages.ts'

/** Every module adds its tables: `declare module '../../platform/database/database.ts' { interface Tables { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}

/** On whose behalf a transaction runs. `person: ''` is nobody: row-level security shows such a transaction only what is public. */
export interface RunAs {
  readonly role: 'app' | 'sequencer' | 'owner'
  readonly person: string
  /** After so many seconds the transaction is rolled back with `TransactionTooLong`. Default 60. */
  readonly limitSeconds?: number
  /** Everything it reads is of one moment (REPEATABLE READ). */
  readonly steady?: boolean
}

/** A transaction. Using it after its end throws `TransactionOver`. */
export interface Tx extends Kysely<Tables> {
  /** Shows every row of `COPY (select) TO STDOUT (FORMAT binary)` as it comes, for `CopyRows` to read; `select` holds no user input. */
  copyOut(select: string, take: TakeRow): Promise<void>
  /** Runs after this transaction committed (never if it rolled back). */
  afterCommit(work: () => void): void
}

export interface Database {
  readonly kind: 'embedded' | 'postgres'
  /** Transactions do not nest: pass `tx` on instead. */
  transaction<T>(as: RunAs, body: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** One step of the schema. Names sort in order ("2026-11-24-register"); applied ones are recorded with a digest and never edited. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** What a later reader should know, in a sentence. */
  readonly why: string
}
