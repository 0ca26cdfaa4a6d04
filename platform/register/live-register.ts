/** The register in memory: rebuilt from the tables of versions by chunked binary COPY, then kept current by the feed. */
import type { Fact, Instant, LedgerNumber } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { CopyDecoder, type CopyType, type CopyValue } from '../database/copy-decoder.ts'
import type { Database, RunAs } from '../database/database.ts'
import type { AnyFactTable, FactRow } from '../ledger/fact-table.ts'
import { startLedger, type LedgerOptions, type RunningLedger } from '../ledger/feed.ts'
import type { NumberedEvent } from '../ledger/ledger.ts'
import { lastNumber } from '../ledger/numbered-events.ts'

const asOperator: RunAs = { role: 'app', person: 'operator', limitSeconds: 600 }
/** Ledger numbers a chunk: what lies in memory as rows at one time. */
const chunkNumbers = 20_000

interface Numbered {
  readonly number: LedgerNumber
  readonly recordedAt: Instant
  readonly fact: Fact
}

const leading = [
  ['number', 'bigint'], ['recorded_at', 'timestamptz'], ['id', 'text'], ['effective_from', 'timestamptz'], ['effective_to', 'timestamptz'],
] as const

function columnsOf(table: AnyFactTable): readonly (readonly [string, CopyType])[] {
  return [...leading, ...table.columns.map(({ name, type }) => [name, type] as const)]
}

/** Names come from the modules' own code, never from users. */
function selectOf(table: AnyFactTable, from: LedgerNumber, to: LedgerNumber): string {
  const own = ['id', 'effective_from', 'effective_to', ...table.columns.map(({ name }) => name)].map((name) => `v."${name}"`).join(', ')
  return `SELECT l.number, l.recorded_at, ${own} FROM ledger l JOIN "${table.table}" v ON v.event = l.event
    WHERE l.number > ${from} AND l.number <= ${to} ORDER BY l.number`
}

function rowOf(columns: readonly (readonly [string, CopyType])[], values: readonly CopyValue[]): FactRow {
  const row: Record<string, CopyValue> = {}
  columns.forEach(([name], place) => {
    row[name] = values[place]
  })
  return row as unknown as FactRow
}

async function chunkOf(db: Database, table: AnyFactTable, from: LedgerNumber, to: LedgerNumber): Promise<Numbered[]> {
  const columns = columnsOf(table)
  return db.transaction(asOperator, async (tx) => {
    const decoder = new CopyDecoder(columns.map(([, type]) => type))
    const found: Numbered[] = []
    for await (const piece of await tx.copyOut(selectOf(table, from, to))) {
      for (const values of decoder.push(piece as Buffer)) {
        found.push({ number: values[0] as LedgerNumber, recordedAt: values[1] as Instant, fact: table.fromRow(rowOf(columns, values)) })
      }
    }
    decoder.end()
    return found
  })
}

/** Everything numbered so far, in order of number across the tables. `head` is the number up to which it reaches. */
export async function loadRegister(db: Database, factTables: readonly AnyFactTable[]): Promise<{ register: Register; head: LedgerNumber }> {
  const register = new Register()
  const head = await lastNumber(db)
  for (let from = 0; from < head; from += chunkNumbers) {
    const to = Math.min(from + chunkNumbers, head)
    const chunk: Numbered[] = []
    for (const table of factTables) for (const each of await chunkOf(db, table, from, to)) chunk.push(each)
    // Stable: facts of one event keep the order of the tables.
    chunk.sort((a, b) => a.number - b.number)
    for (const { fact, number, recordedAt } of chunk) register.apply(fact, number, recordedAt)
  }
  return { register, head }
}

export const applyTo = (register: Register) => ({ facts, number, recordedAt }: NumberedEvent): void => {
  for (const fact of facts) register.apply(fact, number, recordedAt)
}

/** Loads the register and keeps it current, without gap or overlap: the feed begins where the load ended. */
export async function hostRegister(
  options: Omit<LedgerOptions, 'head'> & { readonly factTables: readonly AnyFactTable[] },
): Promise<{ register: Register; ledger: RunningLedger }> {
  const { register, head } = await loadRegister(options.db, options.factTables)
  const ledger = await startLedger({ ...options, head }, [applyTo(register)])
  return { register, ledger }
}
