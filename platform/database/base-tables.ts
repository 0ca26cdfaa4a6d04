/** The platform's tables as Kysely sees them (`base-schema.ts` makes them). */
import type { Generated } from 'kysely'

import type { Instant } from '../../kernel/authority/model.ts'
import type { Json } from '../ledger/ledger.ts'

/** Columns every table of facts has besides its own; modules write `interface Tables { entity: FactColumns & { name: string … } }`. */
export interface FactColumns {
  id: string
  version: number
  event: string
  superseded_by: string | null
  effective_from: Instant | null
  effective_to: Instant | null
}

interface EventRow {
  id: Generated<string>
  kind: string
  subject: string
  actor: string
  capacity: string | null
  effective_at: Instant | null
  payload: { facts: readonly Json[]; details: Readonly<Record<string, Json>> }
  salts: Readonly<Record<string, string>>
  leaf: Uint8Array
  transaction_id: Generated<string>
  written_at: Generated<Instant>
  idempotency_key: string | null
}

declare module './database.ts' {
  interface Tables {
    event: EventRow
    ledger: { number: string; event: string; recorded_at: Instant }
    sequencer: { single: boolean; epoch: string; heartbeat: string; heartbeat_at: Instant | null; horizon: string }
    outbox: {
      id: Generated<string>; event: string; kind: string; payload: Json; created_at: Instant; delivered_at: Generated<Instant | null>
    }
    notice: {
      id: Generated<string>; person: string; event: string; kind: string; subject: string; payload: Json
      created_at: Instant; read_at: Generated<Instant | null>
    }
    draft: { id: string; owner: string; kind: string; body: Json; version: Generated<number>; created_at: Instant; updated_at: Instant }
    session: { id: string; person: string; capacity: string | null; created_at: Instant; last_seen_at: Instant; expires_at: Instant }
    token: {
      id: Generated<string>; name: string; hash: string; scope: string[]
      created_at: Instant; expires_at: Instant | null; revoked_at: Generated<Instant | null>
    }
    idempotency: { actor: string; key: string; request: string; answer: Json; created_at: Instant }
    setting: { name: string; value: Json; changed_at: Generated<Instant> }
  }
}
