/** What keeping a ledger costs: delegations recorded as acts, beside the same as plain rows, both on the disk before the answer. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'

import { modules } from '../composition/modules.ts'
import { delegation } from '../kernel/authority/proof/example-facts.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { openDatabase } from '../platform/database/open.ts'
import type { Act } from '../platform/ledger/ledger.ts'
import { makeRecord } from '../platform/ledger/record.ts'
import { SystemClock } from '../platform/ledger/system-clock.ts'
import { hostRegister } from '../platform/register/live-register.ts'
import { line, median, seconds, type Line } from './line.ts'

const asOperator = { role: 'app', person: 'operator' } as const
const asOwner = { role: 'owner', person: '' } as const
const factTables = modules.flatMap((module) => module.tables)
const clock = new SystemClock()

const rounds = 5
const oneByOne = 200
const together = 2000

function newAct(): Act {
  const fact = delegation({ id: randomUUID(), matter: 'award', holder: { kind: 'person', person: 'ana' }, effectiveFrom: 0 })
  const subject = `delegation:${fact.id}`
  return { kind: 'delegation-imported', subject, actor: 'operator', capacity: null, effectiveAt: null, facts: [fact], details: {} }
}

const insertPlain = (tx: Tx, { facts: [fact] }: Act): Promise<unknown> =>
  sql`INSERT INTO plain (id, body) VALUES (${fact?.id}, ${JSON.stringify(fact)}::jsonb)`.execute(tx)

/** Acts a second, for each way of keeping them; the ways take turns. */
async function measure(ways: readonly ((acts: readonly Act[]) => Promise<unknown>)[], count: number): Promise<number[]> {
  const taken: number[][] = ways.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [place, way] of ways.entries()) {
      const acts = Array.from({ length: count }, newAct)
      const time = await seconds(() => way(acts))
      // The first round warms up.
      if (round > 0) taken[place]?.push(time)
    }
  }
  return taken.map((times) => count / median(times))
}

async function inTurn(acts: readonly Act[], one: (act: Act) => Promise<unknown>): Promise<void> {
  for (const act of acts) await one(act)
}

async function* onDatabase(db: Database): AsyncIterable<Line> {
  await db.transaction(asOwner, (tx) => sql`CREATE TABLE plain (id text PRIMARY KEY, body jsonb NOT NULL)`.execute(tx))
  const { ledger } = await hostRegister({ db, clock, sequence: true, factTables })
  const record = makeRecord(factTables, clock, () => ledger.nudge())
  const recordAll = async (acts: readonly Act[]): Promise<unknown> =>
    ledger.settled(await db.transaction(asOperator, (tx) => record(tx, acts)))

  const [acted = NaN, plain = NaN] = await measure([
    (acts) => inTurn(acts, (act) => recordAll([act])),
    (acts) => inTurn(acts, (act) => db.transaction(asOwner, (tx) => insertPlain(tx, act))),
  ], oneByOne)
  yield line({
    group: 'ledger', claim: 'delegations recorded one by one, each numbered before the next (embedded), beside plain inserts',
    ours: acted, other: plain, unit: 'delegations/s',
  })

  const [taken = NaN, copied = NaN] = await measure([
    recordAll,
    (acts) => db.transaction(asOwner, (tx) => inTurn(acts, (act) => insertPlain(tx, act))),
  ], together)
  yield line({
    group: 'ledger', claim: `${together} delegations recorded in one transaction (embedded), beside as many plain inserts in one`,
    ours: taken, other: copied, unit: 'delegations/s',
  })
  await ledger.stop()
}

export async function* measureLedger(): AsyncIterable<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-bench-'))
  const db = await openDatabase({ url: null, folder, migrations: modules.flatMap((module) => module.migrations) })
  try {
    yield* onDatabase(db)
  } finally {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}
