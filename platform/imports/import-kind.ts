/**
 * A kind of import ("people"): its columns, documented, and how rows become facts. Reading files (CSV, XLSX, JSON with a mapping), the
 * choice between all-or-nothing and row by row, and the report are made once in this folder.
 */
import type { Fact } from '../../kernel/authority/model.ts'
import type { ImportWorld } from './import-world.ts'

export interface ImportColumn {
  readonly name: string
  readonly required: boolean
  /** One sentence for the documentation and the form. */
  readonly about: string
  readonly example: string
  /** Other headings accepted for it (compared without case, spaces, _ and -). */
  readonly aliases?: readonly string[]
}

export interface RowProblem {
  /** 1-based row of the file, the heading being row 1. */
  readonly row: number
  readonly column: string | null
  readonly code: string
  /** In English, for reports; pages word the code from the catalogues. */
  readonly message: string
  readonly remedy: string
}

/** A row as read: texts by column name, trimmed; absent and empty are `undefined`. JSON values of other kinds come as their JSON text. */
export type Row = Readonly<Record<string, string | undefined>>

export type RowResult = { readonly facts: readonly Fact[] } | { readonly problems: readonly Omit<RowProblem, 'row'>[] }

export interface ImportKind {
  readonly kind: string
  readonly about: string
  readonly columns: readonly ImportColumn[]
  /** Reads one row against what is known (the register and the rows of this file taken so far). Pure. */
  readonly read: (row: Row, world: ImportWorld) => RowResult
  /** The column in which a row names another row of this kind: that one is read first, wherever it stands in the file. */
  readonly above?: string
  /** What no two records may share, and what to say of the second that claims it. */
  readonly onlyOnce?: { readonly column: string; readonly code: string; readonly of: (fact: Fact) => string | null }
  /** For export: the current facts of this kind as rows with the same columns, so that export → import is a round trip. */
  readonly write: (world: ImportWorld) => Iterable<Row>
}
