/** From a file's bytes to rows by column: CSV, XLSX or JSON. What cannot be read is a problem with row, column and remedy, never an exception. */
import type { ImportKind, Row, RowProblem } from './import-kind.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readSheet } from './read-sheet.ts'
import { plain, problem, type NumberedRow, type ReadRows, type Table } from './rows.ts'

export type FileFormat = 'csv' | 'xlsx' | 'json'

export const mostBytes = 50 * 1024 * 1024
export const mostRows = 200_000
const longestCell = 20_000

/** The column a heading names, by its name or an alias. */
function columnsByHeading(kind: ImportKind): Map<string, string> {
  return new Map(kind.columns.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((heading) => [plain(heading), name] as const)))
}

function nearest(heading: string, kind: ImportKind): string | null {
  const wanted = plain(heading)
  const close = kind.columns.find(({ name }) => plain(name).startsWith(wanted.slice(0, 4)) || wanted.startsWith(plain(name)))
  return close?.name ?? null
}

interface Headings {
  /** Column of each cell, by place; null = not used. */
  readonly columns: readonly (string | null)[]
  readonly problems: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
}

function readHeadings(kind: ImportKind, row: number, headings: readonly string[]): Headings {
  const known = columnsByHeading(kind)
  const problems: RowProblem[] = []
  const warnings: RowProblem[] = []
  const columns = headings.map((heading, place) => {
    if (heading.trim() === '') return null
    const column = known.get(plain(heading)) ?? null
    if (column === null) {
      const close = nearest(heading, kind)
      warnings.push(problem(row, heading, 'unknown-column', `The column "${heading}" is not one of ${kind.kind} and is left out.`, close ? `Did you mean ${close}?` : `The columns are: ${kind.columns.map(({ name }) => name).join(', ')}.`))
    } else if (headings.findIndex((other) => known.get(plain(other)) === column) < place) {
      problems.push(problem(row, heading, 'duplicate-column', `The column ${column} stands twice.`, 'Keep one of the two.'))
    }
    return column
  })
  for (const { name, required } of kind.columns) {
    if (required && !columns.includes(name)) problems.push(problem(row, name, 'missing-column', `The column ${name} is missing.`, `Add a column headed ${name}.`))
  }
  return { columns, problems, warnings }
}

function fromTable(kind: ImportKind, { rows, problems }: Table): ReadRows {
  const [first, ...others] = rows
  if (problems.length > 0) return { rows: [], problems, warnings: [] }
  if (!first) return { rows: [], problems: [problem(1, null, 'empty-file', 'The file has no rows.', 'Send a file whose first row holds the headings.')], warnings: [] }
  const headings = readHeadings(kind, first.row, first.cells)
  const read: NumberedRow[] = []
  const wrong = [...headings.problems]
  for (const { row, cells } of others) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length > headings.columns.length) {
      wrong.push(problem(row, null, 'row-too-long', `The row has ${cells.length} cells; there are ${headings.columns.length} headings.`, 'Put texts that hold the separator in double quotes.'))
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
  if (bytes.length > mostBytes) return { rows: [], problems: [problem(1, null, 'too-large', 'The file is larger than 50 MB.', 'Send it in parts.')], warnings: [] }
  const read = format === 'json' ? readJson(kind, bytes, mapping) : fromTable(kind, format === 'xlsx' ? await readSheet(bytes) : readCsv(bytes))
  return withinLimits(read)
}

function withinLimits(read: ReadRows): ReadRows {
  if (read.rows.length > mostRows) return { rows: [], problems: [problem(mostRows, null, 'too-many-rows', `The file has more than ${mostRows} rows.`, 'Send it in parts.')], warnings: [] }
  const long = read.rows.flatMap(({ row, cells }) => Object.entries(cells).filter(([, text]) => (text?.length ?? 0) > longestCell)
    .map(([column]) => problem(row, column, 'too-long', `The cell has more than ${longestCell} characters.`, 'Shorten it.')))
  return long.length === 0 ? read : { ...read, rows: [], problems: [...read.problems, ...long] }
}
