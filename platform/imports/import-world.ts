/** What an import row is read against: the register now, overlaid with the rows of the same file taken so far. */
import type { Fact, FactKind, Instant } from '../../kernel/authority/model.ts'

export interface ImportWorld {
  readonly now: Instant
  /** Zone in which dates are midnights: the framework's, UTC before there is one. */
  readonly zone: string
  /** The current version of a fact. */
  get<K extends FactKind>(kind: K, id: string): Extract<Fact, { kind: K }> | null
  all<K extends FactKind>(kind: K): Iterable<Extract<Fact, { kind: K }>>
}
