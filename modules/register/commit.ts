/** The one way an act on authority is written: record, commit, wait until it is numbered and applied here (SEMANTICS, The ledger). */
import type { Asker } from '../../platform/access/asker.ts'
import { databasePerson } from '../../platform/access/admit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Act, Notice } from '../../platform/ledger/ledger.ts'
import type { Services } from '../../platform/services.ts'

/** Who is told what, in the product, in the same transaction: `kind` is worded under `notice.<kind>`. */
export type Told = Omit<Notice, 'payload'>

export interface Written {
  readonly acts: readonly Act[]
  readonly notices: readonly Told[]
  /** Written in the same transaction once the events have their ids, in the order of `acts`. */
  readonly after?: (tx: Tx, events: readonly string[]) => Promise<void>
}

/** Runs `write` in one transaction as the asker; what it returns is recorded there too. Answers the ledger number. */
export async function commit(services: Services, asker: Asker, write: (tx: Tx) => Promise<Written>): Promise<number> {
  const events = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const { acts, notices, after } = await write(tx)
    const [first, ...others] = acts
    const told = notices.map((notice) => ({ ...notice, payload: {} }))
    const ids = await services.record(tx, first === undefined ? [] : [{ ...first, notices: told }, ...others])
    await after?.(tx, ids)
    return ids
  })
  return services.ledger.settled(events)
}
