/** Rows as read from a file, and what is wrong with them. */
import type { Row, RowProblem } from './import-kind.ts'

export interface NumberedRow {
  /** 1-based row of the file, the heading being row 1; for JSON the 1-based place in the list plus one. */
  readonly row: number
  readonly cells: Row
}

export interface ReadRows {
  readonly rows: readonly NumberedRow[]
  /** Problems of the file itself: with any, no row can be trusted. */
  readonly problems: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
}

/** A table as read: texts, the first row being the headings. */
export interface Table {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly problems: readonly RowProblem[]
}

export const problem = (row: number, column: string | null, code: string, message: string, remedy: string): RowProblem => ({
  row,
  column,
  code,
  message,
  remedy,
})

/** Headings are the same without case, spaces, `_` and `-`. */
export const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[\s_-]+/g, '')
