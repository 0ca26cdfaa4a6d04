/** From facts a verdict stands on to their versions and the events that recorded them, as known at R. */
import { sql } from 'kysely'

import type { Fact, FactKind, LedgerNumber } from '../../../kernel/authority/model.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FactVersion, SealedEvent } from '../../../platform/evidence/document.ts'
import { inChunks } from '../../../platform/ledger/versions.ts'
import type { Services } from '../../../platform/services.ts'

type Told = Pick<Fact, 'kind' | 'id'>

/** Every version, oldest first. Names of tables come from the modules' own code, never from users. */
async function versionsOf(tx: Tx, { factTables }: Services, kind: FactKind, ids: readonly string[]): Promise<FactVersion[]> {
  const table = factTables.find((each) => each.kind === kind)
  if (!table) throw new TypeError(`no table keeps facts of kind ${kind}`)
  const found: FactVersion[] = []
  for (const chunk of inChunks(ids)) {
    const { rows } = await sql<{ id: string; number: string }>`
      SELECT v.id, l.number FROM ${sql.table(table.table)} AS v JOIN ledger AS l ON l.event = v.event
      WHERE v.id = ANY(${[...chunk]}::text[]) ORDER BY l.number`.execute(tx)
    found.push(...rows.map(({ id, number }) => ({ kind, id, number: Number(number) })))
  }
  return found
}

/** The entry that opened the register, and the first framework: by them is told on which day it opened (SEMANTICS, Time). */
async function opening(tx: Tx, { factTables }: Services): Promise<Told[]> {
  const { rows } = await sql<{ fact: Told }>`
    SELECT payload -> 'facts' -> 0 AS fact FROM ledger JOIN event ON event.id = ledger.event
    WHERE payload -> 'facts' -> 0 IS NOT NULL ORDER BY number LIMIT 1`.execute(tx)
  const frameworks = factTables.find(({ kind }) => kind === 'framework')
  const first = frameworks && (await sql<{ id: string }>`
    SELECT v.id FROM ${sql.table(frameworks.table)} AS v JOIN ledger AS l ON l.event = v.event ORDER BY l.number, v.id LIMIT 1`.execute(tx)).rows[0]
  return [...rows.map(({ fact }) => ({ kind: fact.kind, id: fact.id })), ...(first ? [{ kind: 'framework' as const, id: first.id }] : [])]
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const eventRows = (tx: Tx) =>
  tx.selectFrom('ledger').innerJoin('event', 'event.id', 'ledger.event').select([
    'ledger.number', 'ledger.recorded_at', 'event.leaf', 'event.kind', 'event.subject', 'event.actor', 'event.capacity', 'event.effective_at', 'event.payload', 'event.salts',
  ])

/** Events by their numbers, in that order, with all that their leaves are made of. */
export async function sealedEvents(tx: Tx, numbers: readonly LedgerNumber[]): Promise<SealedEvent[]> {
  const found: SealedEvent[] = []
  for (const chunk of inChunks([...new Set(numbers)].toSorted((a, b) => a - b))) {
    const rows = await eventRows(tx).where('ledger.number', 'in', chunk.map(String)).orderBy('ledger.number').execute()
    found.push(...rows.map((row) => ({
      number: Number(row.number), recordedAt: row.recorded_at, leaf: Buffer.from(row.leaf).toString('hex'), kind: row.kind, subject: row.subject,
      actor: row.actor, capacity: row.capacity, effectiveAt: row.effective_at, payload: row.payload, salts: row.salts,
    })))
  }
  return found
}

/**
 * The versions to prove: of each fact the one that counts at R, and the first, which published it; with what opened the register, even if
 * that was after R.
 */
export async function provenVersions(tx: Tx, services: Services, facts: readonly Told[], known: LedgerNumber): Promise<FactVersion[]> {
  const byKind = groupBy([...facts, ...(await opening(tx, services))], ({ kind }) => kind)
  const versions: FactVersion[] = []
  for (const [kind, told] of byKind) {
    const found = await versionsOf(tx, services, kind, [...new Set(told.map(({ id }) => id))])
    for (const ofOne of groupBy(found, ({ id }) => id).values()) {
      const [first] = ofOne
      const current = ofOne.findLast(({ number }) => number <= known)
      versions.push(...new Set([first, current].filter((version) => version !== undefined)))
    }
  }
  return versions.toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
