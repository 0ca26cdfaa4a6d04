/** The house that `kill-while-writing.mjs` kills: `write FOLDER` records delegations without end, `read FOLDER` says what is there. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { sql } from 'kysely'

import { modules } from '../composition/modules.ts'
import type { DelegationFact } from '../kernel/authority/model.ts'
import type { Database } from '../platform/database/database.ts'
import { openDatabase } from '../platform/database/open.ts'
import { makeRecord } from '../platform/ledger/record.ts'
import { SystemClock } from '../platform/ledger/system-clock.ts'
import { hostRegister, loadRegister } from '../platform/register/live-register.ts'

const asOperator = { role: 'app', person: 'operator' } as const
const factTables = modules.flatMap((module) => module.tables)
const clock = new SystemClock()

const delegation = (id: string): DelegationFact => ({
  kind: 'delegation', id, instrument: id, line: 1, parent: null, legalBasis: 'invented', holder: { kind: 'person', person: 'invented' },
  matter: 'invented', entities: ['invented'], limits: [{ amount: { currency: 'USD', upTo: '1000.00' } }],
  mayExercise: true, subdelegation: null, conditions: null, effectiveFrom: 0, effectiveTo: null,
  preparedBy: null, decidedBy: null, signedBy: null, signedAs: null, communicatedBy: null, signedAt: null,
  acceptedBy: null, acceptedAt: null, confirmedBy: null, endedAt: null, endReason: null, fallsAt: null, suspensions: [], emergency: null, reviewedAt: null, cites: [],
  provenance: { kind: 'invented' },
})

async function write(db: Database): Promise<never> {
  const { ledger } = await hostRegister({ db, clock, sequence: true, factTables })
  const record = makeRecord(factTables, clock, () => ledger.nudge())
  for (;;) {
    const id = randomUUID()
    const events = await db.transaction(asOperator, (tx) => record(tx, [{
      kind: 'delegation-imported', subject: `delegation:${id}`, actor: 'operator', capacity: null, effectiveAt: null,
      facts: [delegation(id)], details: {},
    }]))
    const number = await ledger.settled(events)
    // Written at once, so that what was said is what the listener hears.
    writeSync(1, `ack ${id} ${number}\n`)
  }
}

async function read(db: Database): Promise<void> {
  // What was committed but not numbered when the writer died is numbered now.
  const { ledger } = await hostRegister({ db, clock, sequence: true, factTables })
  await ledger.stop()
  const { register } = await loadRegister(db, factTables)
  const numbers: Record<string, number> = {}
  for (const { id } of register.facts('delegation')) for (const version of register.versions(id)) numbers[id] = version.number
  const counted = await db.transaction(asOperator, (tx) =>
    sql<{ events: string; highest: string }>`
      SELECT (SELECT count(*) FROM event) AS events, coalesce(max(number), 0) AS highest FROM ledger`.execute(tx))
  const { events, highest } = counted.rows[0] ?? { events: '0', highest: '0' }
  writeSync(1, JSON.stringify({ numbers, events: Number(events), highest: Number(highest) }))
}

const [verb, folder] = process.argv.slice(2)
if ((verb !== 'write' && verb !== 'read') || !folder) throw new Error('write FOLDER or read FOLDER')
const db = await openDatabase({ url: null, folder, migrations: modules.flatMap((module) => module.migrations) })
await (verb === 'write' ? write(db) : read(db))
await db.close()
