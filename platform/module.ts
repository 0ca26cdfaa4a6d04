/** What a system hands to the composition root: its front file exports one of these. */
import type { ImportKind } from './imports/import-kind.ts'
import type { Migration } from './database/database.ts'
import type { Route } from './http/route.ts'
import type { AnyFactTable } from './ledger/fact-table.ts'
import type { Services } from './services.ts'

/** What a system does by itself while the server runs. */
export interface StandingWork {
  /** Does what there is to do now, and goes on by itself from there. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface Module {
  readonly name: string
  /** Its kinds of fact and how they are kept. */
  readonly tables: readonly AnyFactTable[]
  readonly migrations: readonly Migration[]
  readonly routes: readonly Route[]
  readonly imports: readonly ImportKind[]
  /** Begun by the server once it is open; absent: nothing. */
  readonly work?: (services: Services) => StandingWork
}
