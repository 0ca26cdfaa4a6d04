/** The one way an act on authority is written: record, commit, wait until it is numbered and applied here (SEMANTICS, The ledger). */
import type { Asker } from '../../platform/access/asker.ts'
import { databasePerson } from '../../platform/access/admit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Act } from '../../platform/ledger/ledger.ts'
import type { Services } from '../../platform/services.ts'

/** What a delegate, delegator or successor is told, in the product, in the same transaction. */
export interface Notice {
  readonly person: string
  /** Message key `notice.<kind>`. */
  readonly kind: string
  readonly subject: string
}

export interface Written {
  readonly acts: readonly Act[]
  readonly notices: readonly Notice[]
  /** Written in the same transaction once the events have their ids, in the order of `acts`. */
  readonly after?: (tx: Tx, events: readonly string[]) => Promise<void>
}

/** Runs `write` in one transaction as the asker; what it returns is recorded there too. Answers the ledger number. */
export async function commit(services: Services, asker: Asker, write: (tx: Tx) => Promise<Written>): Promise<number> {
  const events = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const { acts, notices, after } = await write(tx)
    const ids = await services.record(tx, acts)
    await after?.(tx, ids)
    const event = ids.at(-1)
    if (event !== undefined && notices.length > 0) {
      const created_at = services.clock.now()
      await tx.insertInto('notice').values(notices.map((notice) => ({ ...notice, event, payload: {}, created_at }))).execute()
    }
    return ids
  })
  return services.ledger.settled(events)
}
