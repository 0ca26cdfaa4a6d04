/**
 * How a kind of fact is kept: one table of versions a kind. `record` writes them, the register is rebuilt from them, lists query them.
 * Every such table has, besides its own columns: `id text`, `version integer`, `event bigint` (which wrote it), `superseded_by bigint`
 * (event that superseded it, null = current), `effective_from timestamptz`, `effective_to timestamptz`.
 */
import type { Fact, FactKind } from '../../kernel/authority/model.ts'

export type ColumnType = 'text' | 'text[]' | 'boolean' | 'integer' | 'numeric' | 'timestamptz' | 'jsonb'

export interface FactColumn<F> {
  readonly name: string
  readonly type: ColumnType
  /** The column's value; timestamptz as Instant (ms) or null, jsonb as plain data. */
  readonly of: (fact: F) => unknown
}

export interface FactTable<K extends FactKind = FactKind> {
  readonly kind: K
  readonly table: string
  readonly columns: readonly FactColumn<Extract<Fact, { kind: K }>>[]
  /**
   * Of a kind that the register keeps in columns: its own columns in the order in which the register takes them, so that a stored version
   * becomes no object on the way. Absent: its versions are read as facts.
   */
  readonly columnar?: readonly string[]
  /** Of such a kind, two columns or more that most versions fill alike, none of them in `columnar`: they are sent only where they differ. */
  readonly repeating?: readonly string[]
  /** Builds the fact from the decoded row: the base columns and `columns`, by name, instants in ms, jsonb parsed. */
  readonly fromRow: (row: FactRow) => Extract<Fact, { kind: K }>
}

export interface FactRow {
  readonly id: string
  readonly effective_from: number | null
  readonly effective_to: number | null
  readonly [column: string]: unknown
}

/** Keeps the fact's kind tied to its columns. */
export const factTable = <K extends FactKind>(table: FactTable<K>): FactTable<K> => table

/** A table of whichever kind: what modules hand over. */
export type AnyFactTable = { [K in FactKind]: FactTable<K> }[FactKind]
