/** Records acts in the caller's transaction: events with their leaves, versions of facts, notices and what the outbox is to carry. */
import { sql } from 'kysely'

import type { Tx } from '../database/database.ts'
import { asConflict } from './conflict.ts'
import type { AnyFactTable } from './fact-table.ts'
import { leafOf, saltsFor } from './leaf.ts'
import type { Act, Clock } from './ledger.ts'
import { inChunks, refuseReserved, tablesByKind, writeVersions, type Recorded } from './versions.ts'

export type Record = (tx: Tx, acts: readonly Act[]) => Promise<readonly string[]>

/** Ids of events recorded earlier under the same actor and idempotency key, by place in `acts`. */
async function earlierIds(tx: Tx, acts: readonly Act[]): Promise<Map<number, string>> {
  const keyed = acts.flatMap(({ actor, idempotencyKey: key }, place) => (key === undefined ? [] : [{ place, actor, key }]))
  if (keyed.length === 0) return new Map()
  const { rows } = await sql<{ place: number; id: string }>`
    SELECT r.place, e.id FROM json_to_recordset(${JSON.stringify(keyed)}::json) AS r(place integer, actor text, key text)
    JOIN event e ON e.actor = r.actor AND e.idempotency_key = r.key`.execute(tx)
  return new Map(rows.map(({ place, id }) => [place, id]))
}

/** Ids are drawn first, so that versions can name the event that wrote them. */
async function drawIds(tx: Tx, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT nextval('event_id_seq') AS id FROM generate_series(1, ${count})`.execute(tx)
  return rows.map(({ id }) => id)
}

function eventRow(act: Act, id: string): object {
  const payload = { facts: act.facts, details: act.details }
  const salts = saltsFor(payload)
  return {
    id, kind: act.kind, subject: act.subject, actor: act.actor, capacity: act.capacity, payload, salts,
    effective_at: act.effectiveAt === null ? null : new Date(act.effectiveAt).toISOString(),
    leaf: leafOf({ ...act, payload, salts }).toString('hex'), idempotency_key: act.idempotencyKey ?? null,
  }
}

async function writeEvents(tx: Tx, rows: readonly object[]): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await sql`
      INSERT INTO event (id, kind, subject, actor, capacity, effective_at, payload, salts, leaf, idempotency_key)
      SELECT id, kind, subject, actor, capacity, effective_at, payload, salts, decode(leaf, 'hex'), idempotency_key
      FROM json_to_recordset(${JSON.stringify(chunk)}::json) AS r(id bigint, kind text, subject text, actor text, capacity text,
        effective_at timestamptz, payload jsonb, salts jsonb, leaf text, idempotency_key text)`.execute(tx)
  }
}

async function writeDeliveries(tx: Tx, acts: readonly { readonly act: Act; readonly event: string }[], clock: Clock): Promise<void> {
  const created = new Date(clock.now()).toISOString()
  const notices = acts.flatMap(({ act, event }) => (act.notices ?? []).map((notice) => ({ ...notice, event, created })))
  const outbox = acts.flatMap(({ act, event }) => (act.outbox ?? []).map((delivery) => ({ ...delivery, event, created })))
  for (const chunk of inChunks(notices)) {
    await sql`INSERT INTO notice (person, event, kind, subject, payload, created_at) SELECT person, event, kind, subject, payload, created
      FROM json_to_recordset(${JSON.stringify(chunk)}::json)
        AS r(person text, event bigint, kind text, subject text, payload jsonb, created timestamptz)`.execute(tx)
  }
  for (const chunk of inChunks(outbox)) {
    await sql`INSERT INTO outbox (event, kind, payload, created_at) SELECT event, kind, payload, created
      FROM json_to_recordset(${JSON.stringify(chunk)}::json)
        AS r(event bigint, kind text, payload jsonb, created timestamptz)`.execute(tx)
  }
}

/**
 * Makes the one function that records. It returns the events' ids in the order of the acts; an act recorded earlier under its idempotency
 * key gives its first id and writes nothing. A lost race throws `Conflict`. `committed` is told after the caller's commit.
 */
export function makeRecord(factTables: readonly AnyFactTable[], clock: Clock, committed: () => void = () => undefined): Record {
  const tableOf = tablesByKind(factTables)
  return async (tx, acts) => {
    if (acts.length === 0) return []
    refuseReserved(acts.flatMap(({ facts }) => facts))
    const subjects = acts.slice(0, 3).map(({ subject }) => subject)
    try {
      const earlier = await earlierIds(tx, acts)
      const fresh = acts.filter((_act, place) => !earlier.has(place))
      const ids = await drawIds(tx, fresh.length)
      const written = fresh.map((act, place) => ({ act, event: ids[place] as string }))
      await writeEvents(tx, written.map(({ act, event }) => eventRow(act, event)))
      const byTable = new Map<AnyFactTable, Recorded[]>()
      for (const { act, event } of written) {
        for (const fact of act.facts) {
          const table = tableOf(fact.kind)
          const list = byTable.get(table)
          if (list) list.push({ fact, event })
          else byTable.set(table, [{ fact, event }])
        }
      }
      for (const [table, recorded] of byTable) await writeVersions(tx, table, recorded)
      await writeDeliveries(tx, written, clock)
      tx.afterCommit(committed)
      let next = 0
      return acts.map((_act, place) => earlier.get(place) ?? (ids[next++] as string))
    } catch (error) {
      throw asConflict(error, subjects)
    }
  }
}
