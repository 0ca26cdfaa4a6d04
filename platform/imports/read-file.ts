/**
 * From a file's bytes to rows by column: CSV, XLSX or JSON. What cannot be read is a problem with row, column and remedy, never an
 * exception.
 */
import { columnTwice, headingsOf, unknownHeading } from './headings.ts'
import type { ImportKind, Row, RowProblem } from './import-kind.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readSheet } from './read-sheet.ts'
import { plain, problem, type NumberedRow, type ReadRows, type Table } from './rows.ts'

export type FileFormat = 'csv' | 'xlsx' | 'json'

export const mostBytes = 50 * 1024 * 1024
export const mostRows = 200_000
const longestCell = 20_000

interface HeadingRow {
  /** Column of each cell, by place; null = not used. */
  readonly columns: readonly (string | null)[]
  readonly problems: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
}

function readHeadings(kind: ImportKind, row: number, cells: readonly string[]): HeadingRow {
  const headings = headingsOf(kind)
  const problems: RowProblem[] = []
  const warnings: RowProblem[] = []
  const seen = new Set<string>()
  const columns = cells.map((heading) => {
    if (heading.trim() === '') return null
    const column = headings.get(plain(heading)) ?? null
    if (column === null) warnings.push(unknownHeading(kind, headings, row, heading))
    else if (seen.has(column)) problems.push(columnTwice(row, heading, column))
    else seen.add(column)
    return column
  })
  for (const { name, required } of kind.columns) {
    if (required && !seen.has(name)) {
      problems.push(problem(row, name, 'missing-column', `The column ${name} is missing.`, `Add a column headed ${name}.`))
    }
  }
  return { columns, problems, warnings }
}

const nothing = (...problems: readonly RowProblem[]): ReadRows => ({ rows: [], problems, warnings: [] })

function fromTable(kind: ImportKind, { rows, problems }: Table): ReadRows {
  const [first, ...others] = rows
  if (problems.length > 0) return nothing(...problems)
  if (!first) return nothing(problem(1, null, 'empty-file', 'The file has no rows.', 'Send a file whose first row holds the headings.'))
  const headings = readHeadings(kind, first.row, first.cells)
  const read: NumberedRow[] = []
  const wrong = [...headings.problems]
  for (const { row, cells } of others) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length > headings.columns.length) {
      const message = `The row has ${cells.length} cells; there are ${headings.columns.length} headings.`
      wrong.push(problem(row, null, 'row-too-long', message, 'Put texts that hold the separator in double quotes.'))
      continue
    }
    read.push({ row, cells: cellsOf(headings.columns, cells) })
  }
  return { rows: read, problems: wrong, warnings: headings.warnings }
}

function cellsOf(columns: readonly (string | null)[], cells: readonly string[]): Row {
  const row: Record<string, string> = {}
  columns.forEach((column, place) => {
    const text = cells[place]?.trim() ?? ''
    if (column !== null && text !== '') row[column] = text
  })
  return row
}

/** `mapping` is the text of a mapping file, for JSON only. */
export async function readFile(kind: ImportKind, bytes: Buffer, format: FileFormat, mapping?: string): Promise<ReadRows> {
  if (bytes.length > mostBytes) return nothing(problem(1, null, 'too-large', 'The file is larger than 50 MB.', 'Send it in parts.'))
  if (format === 'json') return withinLimits(readJson(kind, bytes, mapping))
  return withinLimits(fromTable(kind, format === 'xlsx' ? await readSheet(bytes) : readCsv(bytes)))
}

function withinLimits(read: ReadRows): ReadRows {
  if (read.rows.length > mostRows) {
    return nothing(problem(mostRows, null, 'too-many-rows', `The file has more than ${mostRows} rows.`, 'Send it in parts.'))
  }
  const long: RowProblem[] = []
  for (const { row, cells } of read.rows) {
    for (const column in cells) {
      if ((cells[column]?.length ?? 0) <= longestCell) continue
      long.push(problem(row, column, 'too-long', `The cell has more than ${longestCell} characters.`, 'Shorten it.'))
    }
  }
  return long.length === 0 ? read : { ...read, rows: [], problems: [...read.problems, ...long] }
}
