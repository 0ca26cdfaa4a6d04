/** What the composition root makes once and hands to every route and command. */
import type { Register } from '../kernel/authority/register.ts'
import type { Database, Tx } from './database/database.ts'
import type { EvidenceSigner } from './evidence/signing-keys.ts'
import type { AnyFactTable } from './ledger/fact-table.ts'
import type { Act, Clock, Ledger } from './ledger/ledger.ts'

export interface Services {
  readonly db: Database
  readonly ledger: Ledger
  readonly clock: Clock
  /** The register in memory: every fact of organisation, catalogue and delegations, at two times. */
  readonly register: Register
  /** Writes acts as events, their facts as versions, and the outbox, in the caller's transaction. Returns event ids for `ledger.settled`. */
  record(tx: Tx, acts: readonly Act[]): Promise<readonly string[]>
  readonly demonstration: boolean
  /** Where the world reaches this server, "https://mandate.example.org"; null = wherever a request says it came. */
  readonly publicUrl: string | null
  /** What other programs call our kinds: `user` is a `person`. */
  readonly typeNames: Readonly<Record<string, string>>
  /** How each kind of fact is kept: whoever proves a fact finds the event that recorded it. */
  readonly factTables: readonly AnyFactTable[]
  readonly signer: EvidenceSigner
}
