/** What a system hands to the composition root: its front file exports one of these. */
import type { ImportKind } from './imports/import-kind.ts'
import type { Migration } from './database/database.ts'
import type { Route } from './http/route.ts'
import type { AnyFactTable } from './ledger/fact-table.ts'

export interface Module {
  readonly name: string
  /** Its kinds of fact and how they are kept. */
  readonly tables: readonly AnyFactTable[]
  readonly migrations: readonly Migration[]
  readonly routes: readonly Route[]
  readonly imports: readonly ImportKind[]
}
