/** The register in memory: rebuilt from the tables of versions by chunked binary COPY, straight into its columns; then kept current by the feed. */
import { sql } from 'kysely'

import type { LedgerNumber } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { NumberColumn } from '../../kernel/authority/store/columns.ts'
import type { ColumnarKind } from '../../kernel/authority/store/fact-store.ts'
import { decodeRow, type CopyType } from '../database/copy-decoder.ts'
import { CopyRows } from '../database/copy-rows.ts'
import type { Database, RunAs, Tx } from '../database/database.ts'
import type { AnyFactTable, FactRow } from '../ledger/fact-table.ts'
import { startLedger, type LedgerOptions, type RunningLedger } from '../ledger/feed.ts'
import type { NumberedEvent } from '../ledger/ledger.ts'
import { Progress } from './progress.ts'
import { findUsual } from './usual-rests.ts'

const asOperator: RunAs = { role: 'app', person: 'operator', limitSeconds: 600 }
/** Database pages read at one time: some 32 MB, whatever the table's size. */
const pagesAtOnce = 4000
/** Pages are not equally full. */
const spare = 1.05

/** The numbers of events, by event: what every stored version is dated with. */
interface Numbers {
  readonly head: LedgerNumber
  of(event: number): LedgerNumber
}

interface Piece {
  readonly where: string
  /** How much of the table is read once this piece is. */
  readonly share: number
}

/** Pages of a table in pieces; names come from the modules' own code, never from users. */
async function pieces(tx: Tx, table: string): Promise<readonly Piece[]> {
  const { rows } = await sql<{ pages: string }>`SELECT pg_relation_size(${table}) / current_setting('block_size')::bigint AS pages`.execute(tx)
  const pages = Number(rows[0]?.pages ?? 0)
  return Array.from({ length: Math.ceil(pages / pagesAtOnce) }, (_each, piece) => {
    const [from, to] = [piece * pagesAtOnce, (piece + 1) * pagesAtOnce]
    return { where: `ctid >= '(${from},0)'::tid AND ctid < '(${to},0)'::tid`, share: Math.min(to / pages, 1) }
  })
}

async function copyEach(tx: Tx, select: string, row: CopyRows, each: (row: CopyRows) => void): Promise<void> {
  await tx.copyOut(select, (bytes, from, to) => {
    row.read(bytes, from, to)
    each(row)
  })
}

/** Opens every number given out so far in the register. */
async function openNumbers(tx: Tx, register: Register): Promise<Numbers> {
  const byEvent = new NumberColumn()
  const numbers = new NumberColumn()
  const recorded = new NumberColumn()
  let count = 0
  const copied = new CopyRows(['bigint', 'bigint', 'timestamptz'])
  for (const { where } of await pieces(tx, 'ledger')) {
    await copyEach(tx, `SELECT number, event, recorded_at FROM ledger WHERE ${where}`, copied, (row) => {
      numbers.set(count, row.number(0))
      recorded.set(count++, row.number(2))
      byEvent.set(row.number(1), row.number(0))
    })
  }
  const order = Uint32Array.from({ length: count }, (_each, place) => place).sort((a, b) => numbers.get(a) - numbers.get(b))
  for (const place of order) register.open(numbers.get(place), recorded.get(place))
  return { head: register.head, of: (event) => byEvent.get(event) }
}

type Typed = readonly [name: string, type: CopyType]
const base: readonly Typed[] = [['id', 'text'], ['effective_from', 'timestamptz'], ['effective_to', 'timestamptz']]

/** Columns of a table by name, with their types. */
const typed = ({ columns }: AnyFactTable, names: readonly string[]): readonly Typed[] =>
  names.map((name) => [name, columns.find((column) => column.name === name)?.type ?? 'text'])

/** Takes the versions of a kind kept in columns as they lie, in whatever order. */
async function loadColumns(tx: Tx, register: Register, table: AnyFactTable, numbers: Numbers, progress: Progress): Promise<void> {
  const kind = table.kind as ColumnarKind
  const columns: readonly Typed[] = [...base, ...typed(table, table.columnar ?? []), ['event', 'bigint']]
  const event = columns.length - 1
  const rest = table.repeating === undefined ? null : await findUsual(tx, table.table, typed(table, table.repeating))
  const select = [...columns.map(([name]) => `"${name}"`), ...(rest === null ? [] : [rest.select])].join(', ')
  const copied = new CopyRows(columns.map(([, type]) => type), rest)
  let rows = 0
  let rowsBefore = 0
  let shareBefore = 0
  let expected = 0
  for (const { where, share } of await pieces(tx, table.table)) {
    await copyEach(tx, `SELECT ${select} FROM "${table.table}" WHERE ${where}`, copied, (row) => {
      rows++
      const number = numbers.of(row.number(event))
      // What has no number yet comes with the feed.
      if (number <= numbers.head) register.load(kind, row, number)
    })
    // As full as this piece, for what was superseded long ago may have left the first ones all but empty.
    const likely = rows + ((rows - rowsBefore) * (1 - share)) / (share - shareBefore)
    if (likely > expected) register.expect(kind, (expected = Math.ceil(likely * spare)))
    rowsBefore = rows
    shareBefore = share
    progress.done(table.table, share)
  }
}

/** Takes the versions of a kind kept as facts, in order of number. */
async function loadFacts(tx: Tx, register: Register, table: AnyFactTable): Promise<void> {
  const columns: readonly Typed[] = [['number', 'bigint'], ...base, ...table.columns.map(({ name, type }): Typed => [name, type])]
  const own = columns.slice(1).map(([name]) => `v."${name}"`).join(', ')
  const types = columns.map(([, type]) => type)
  const select = `SELECT l.number, ${own} FROM ledger l JOIN "${table.table}" v ON v.event = l.event
    WHERE l.number <= ${register.head} ORDER BY l.number`
  await copyEach(tx, select, new CopyRows(types), (copied) => {
    const values = decodeRow(copied, types)
    const row = Object.fromEntries(columns.map(([name], place) => [name, values[place]])) as unknown as FactRow
    register.keep(table.fromRow(row), values[0] as LedgerNumber)
  })
}

/** Everything numbered so far. `head` is the number up to which it reaches; `onShare` is told how much is done, from 0 to 1. */
export async function loadRegister(
  db: Database, factTables: readonly AnyFactTable[], onShare: (share: number) => void = () => undefined,
): Promise<{ register: Register; head: LedgerNumber }> {
  const register = new Register()
  // One snapshot for all of it: a version that is superseded meanwhile moves within its table, and must not be missed.
  await db.transaction({ ...asOperator, steady: true }, async (tx) => {
    const numbers = await openNumbers(tx, register)
    if (numbers.head === 0) return
    const progress = await Progress.over(tx, factTables, onShare)
    for (const table of factTables) {
      if (table.columnar === undefined) await loadFacts(tx, register, table)
      else await loadColumns(tx, register, table, numbers, progress)
      progress.done(table.table, 1)
    }
  })
  return { register, head: register.head }
}

export const applyTo = (register: Register) => ({ facts, number, recordedAt }: NumberedEvent): void => {
  for (const fact of facts) register.apply(fact, number, recordedAt)
}

/** Loads the register and keeps it current, without gap or overlap: the feed begins where the load ended. */
export async function hostRegister(
  options: Omit<LedgerOptions, 'head'> & { readonly factTables: readonly AnyFactTable[]; readonly onShare?: (share: number) => void },
): Promise<{ register: Register; ledger: RunningLedger }> {
  const { register, head } = await loadRegister(options.db, options.factTables, options.onShare)
  const ledger = await startLedger({ ...options, head }, [applyTo(register)])
  return { register, ledger }
}
