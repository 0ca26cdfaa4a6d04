/** What happened to a delegation: the events that wrote its versions, and those about it, in the order the register recorded them. */
import type { Expression, SqlBool } from 'kysely'

import type { DelegationFact, LedgerNumber } from '../../kernel/authority/model.ts'
import { databasePerson } from '../../platform/access/admit.ts'
import type { Asker } from '../../platform/access/asker.ts'
import type { Services } from '../../platform/services.ts'
import { iso, isoOrNull, named } from './present.ts'

/** Not facts of the register: who acted, when there was no person ("operator", "import:delegations"). */
export const actorNamed = ({ register }: Services, actor: string) => named(register, 'person', actor)

export async function happenedTo(services: Services, asker: Asker, fact: DelegationFact, known: LedgerNumber) {
  const rows = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) =>
    tx.selectFrom('event').innerJoin('ledger', 'ledger.event', 'event.id')
      .select(['ledger.number', 'ledger.recorded_at', 'event.kind', 'event.actor', 'event.capacity', 'event.effective_at', 'event.payload'])
      .where('ledger.number', '<=', String(known))
      .where(({ or, eb, selectFrom }) => or([
        eb('event.subject', '=', `delegation:${fact.id}`) as Expression<SqlBool>,
        eb('event.id', 'in', selectFrom('delegation_version').select('delegation_version.event').where('delegation_version.id', '=', fact.id)),
      ]))
      .orderBy('ledger.number').limit(500).execute())
  return rows.map((row) => ({
    number: Number(row.number), recordedAt: iso(row.recorded_at), effectiveAt: isoOrNull(row.effective_at), kind: row.kind,
    actor: actorNamed(services, row.actor), capacity: row.capacity === null ? null : named(services.register, 'post', row.capacity),
    details: row.payload.details as Record<string, unknown>,
  }))
}
