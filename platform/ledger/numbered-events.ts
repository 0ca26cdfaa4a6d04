/** Reading events by their numbers. */
import { sql } from 'kysely'

import type { Fact, LedgerNumber } from '../../kernel/authority/model.ts'
import type { Database, RunAs } from '../database/database.ts'
import type { NumberedEvent } from './ledger.ts'

const asOperator: RunAs = { role: 'app', person: 'operator' }

/** A page of events beyond `head`, and the heartbeat they reach at least up to when the page is not full. */
export const numberedAfter = (db: Database, head: LedgerNumber, limit: number): Promise<{ events: NumberedEvent[]; heartbeat: string }> =>
  db.transaction(asOperator, async (tx) => {
    // First the heartbeat: a later statement sees at least what it stands for.
    const { heartbeat } = await tx.selectFrom('sequencer').select('heartbeat').executeTakeFirstOrThrow()
    const rows = await tx.selectFrom('ledger').innerJoin('event', 'event.id', 'ledger.event')
      .select(['ledger.number', 'ledger.recorded_at', 'event.id', 'event.kind', 'event.subject', 'event.actor', 'event.capacity'])
      .select(['event.effective_at', 'event.payload'])
      .where('ledger.number', '>', String(head)).orderBy('ledger.number').limit(limit).execute()
    const events = rows.map((row): NumberedEvent => ({
      number: Number(row.number), recordedAt: row.recorded_at, id: row.id, kind: row.kind, subject: row.subject, actor: row.actor,
      capacity: row.capacity, effectiveAt: row.effective_at, details: row.payload.details,
      facts: row.payload.facts as unknown as readonly Fact[],
    }))
    return { events, heartbeat }
  })

/** The numbers of those of these events that have one. */
export const numbersOf = (db: Database, ids: readonly string[]): Promise<Map<string, LedgerNumber>> =>
  db.transaction(asOperator, async (tx) => {
    const { rows } = await sql<{ event: string; number: string }>`
      SELECT event, number FROM ledger WHERE event = ANY(${[...ids]}::bigint[])`.execute(tx)
    return new Map(rows.map(({ event, number }) => [event, Number(number)]))
  })

/** The highest number given out. */
export const lastNumber = (db: Database): Promise<LedgerNumber> =>
  db.transaction(asOperator, async (tx) => {
    const last = await tx.selectFrom('ledger').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
    return Number(last?.number ?? 0)
  })
