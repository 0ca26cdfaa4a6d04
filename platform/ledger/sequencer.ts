/**
 * The one sequencer gives events their numbers, in an order in which none is seen before an earlier one: only events whose transactions
 * lie below every running one are numbered, by (transaction, id). An epoch fences an earlier sequencer out, without session state.
 */
import { sql, type RawBuilder } from 'kysely'

import type { Database, RunAs, Tx } from '../database/database.ts'
import { instant } from '../database/values.ts'
import type { Clock } from './ledger.ts'

const asSequencer: RunAs = { role: 'sequencer', person: '' }
/** A sequencer silent for so long is taken to be gone. If it is not, the epoch stops it. */
const silence = '2 seconds'
const beatEvery = '200 milliseconds'

const unnumbered = sql`NOT EXISTS (SELECT FROM ledger l WHERE l.event = e.id)`

/** What became safe to number since the last pass. */
const arrived = sql`e.transaction_id >= now.horizon AND e.transaction_id < now.low`
/**
 * After a logical restore transaction ids start again: what the old server left over lies at or above every id given out here, or the
 * horizon itself does. Those come first.
 */
const leftOver = sql`(e.transaction_id >= now.high
  OR (e.transaction_id < now.low AND (e.transaction_id >= now.horizon OR now.horizon > now.high)))`

async function number(tx: Tx, which: RawBuilder<unknown>, clock: Clock): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    WITH now AS (
      SELECT horizon, pg_snapshot_xmin(pg_current_snapshot()) AS low, pg_snapshot_xmax(pg_current_snapshot()) AS high FROM sequencer),
    last AS (SELECT number, recorded_at FROM ledger ORDER BY number DESC LIMIT 1),
    fresh AS (
      SELECT e.id, row_number() OVER (ORDER BY (e.transaction_id >= now.high) DESC, e.transaction_id, e.id) AS place
      FROM event e, now WHERE ${which} AND ${unnumbered}),
    numbered AS (
      INSERT INTO ledger (number, event, recorded_at)
      SELECT coalesce((SELECT number FROM last), 0) + place, id, greatest((SELECT recorded_at FROM last), ${instant(clock.now())})
      FROM fresh
      RETURNING number)
    UPDATE sequencer SET horizon = now.low, heartbeat = heartbeat + 1, heartbeat_at = clock_timestamp() FROM now
    RETURNING (SELECT count(*) FROM numbered) AS count`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

export class Sequencer {
  readonly #db: Database
  readonly #clock: Clock
  #epoch: string | null = null

  constructor(db: Database, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** Whether this is the sequencer, as far as it knows. */
  get leads(): boolean {
    return this.#epoch !== null
  }

  /** Takes the office if it is vacant, and numbers what was left over. The owner of an embedded folder is alone and need not wait. */
  async claim(): Promise<boolean> {
    const alone = this.#db.kind === 'embedded'
    await this.#db.transaction(asSequencer, async (tx) => {
      const { rows } = await sql<{ epoch: string }>`
        UPDATE sequencer SET epoch = epoch + 1
        WHERE ${alone} OR heartbeat_at IS NULL OR heartbeat_at < clock_timestamp() - ${silence}::interval RETURNING epoch`.execute(tx)
      if (rows[0]) await number(tx, leftOver, this.#clock)
      tx.afterCommit(() => {
        this.#epoch = rows[0]?.epoch ?? null
      })
    })
    return this.leads
  }

  /** One pass: numbers what may be numbered, and beats when due. Returns how many; -1 when another has taken the office. */
  async pass(): Promise<number> {
    const epoch = this.#epoch
    if (epoch === null) return -1
    const count = await this.#db.transaction(asSequencer, async (tx) => {
      const { rows: [state] } = await sql<{ work: boolean; beat: boolean }>`
        SELECT heartbeat_at < clock_timestamp() - ${beatEvery}::interval AS beat, EXISTS (
          SELECT FROM event e, (SELECT s.horizon, pg_snapshot_xmin(pg_current_snapshot()) AS low) AS now
          WHERE ${arrived} AND ${unnumbered}) AS work
        FROM sequencer s WHERE epoch = ${epoch}`.execute(tx)
      if (!state) return -1
      if (!state.work && !(state.beat && this.#db.kind === 'postgres')) return 0
      const { rows } = await sql`SELECT epoch FROM sequencer WHERE epoch = ${epoch} FOR UPDATE`.execute(tx)
      return rows.length === 0 ? -1 : number(tx, arrived, this.#clock)
    })
    if (count === -1) this.#epoch = null
    return count
  }

  /** Gives the office up, so that a successor need not wait. */
  async resign(): Promise<void> {
    const epoch = this.#epoch
    this.#epoch = null
    if (epoch === null) return
    await this.#db.transaction(asSequencer, (tx) => sql`UPDATE sequencer SET heartbeat_at = NULL WHERE epoch = ${epoch}`.execute(tx))
  }
}
