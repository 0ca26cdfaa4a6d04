/** Rows of one file that name one another: in which order they are read, and what is said of those that wait in vain. */
import type { ImportKind, RowProblem } from './import-kind.ts'
import type { NumberedRow } from './rows.ts'

export interface Waiting {
  readonly row: NumberedRow
  readonly problems: readonly RowProblem[]
}

function rowsById(rows: readonly NumberedRow[]): Map<string, NumberedRow> {
  const byId = new Map<string, NumberedRow>()
  for (const row of rows) if (row.cells.id !== undefined && !byId.has(row.cells.id)) byId.set(row.cells.id, row)
  return byId
}

const rowAbove = (byId: ReadonlyMap<string, NumberedRow>, row: NumberedRow, column: string): NumberedRow | undefined => {
  const id = row.cells[column]
  return id === undefined ? undefined : byId.get(id)
}

/** Every row after the one it names in `column`: what is checked against a row above is checked against what this file makes of it. */
export function aboveFirst(rows: readonly NumberedRow[], column: string): NumberedRow[] {
  const byId = rowsById(rows)
  const placed = new Set<NumberedRow>()
  const ordered: NumberedRow[] = []
  for (const row of rows) {
    const climbed: NumberedRow[] = []
    for (let at: NumberedRow | undefined = row; at && !placed.has(at); at = rowAbove(byId, at, column)) {
      climbed.push(at)
      placed.add(at)
    }
    ordered.push(...climbed.reverse())
  }
  return ordered
}

/** "Unknown" is the wrong word for what stands in the same file: it turns in a circle, or was refused itself. */
export function explained(kind: ImportKind, rows: readonly NumberedRow[], waiting: readonly Waiting[]): RowProblem[] {
  const { above } = kind
  if (above === undefined) return waiting.flatMap(({ problems }) => problems)
  const byId = rowsById(rows)
  const inVain = new Set(waiting.map(({ row }) => row))
  return waiting.flatMap(({ row, problems }) => {
    const named = rowAbove(byId, row, above)
    if (!named || !inVain.has(named)) return problems
    return problems.map((each) =>
      each.column === above && each.code.startsWith('unknown-') ? inFile(each, named, turns(byId, row, above)) : each,
    )
  })
}

function turns(byId: ReadonlyMap<string, NumberedRow>, row: NumberedRow, column: string): boolean {
  const seen = new Set<NumberedRow>()
  let at = rowAbove(byId, row, column)
  for (; at && at !== row && !seen.has(at); at = rowAbove(byId, at, column)) seen.add(at)
  return at === row
}

function inFile(wrong: RowProblem, named: NumberedRow, circle: boolean): RowProblem {
  if (circle)
    return { ...wrong, code: 'cycle', message: `It would lie below itself, by way of row ${named.row}.`, remedy: 'Give another parent.' }
  const message = `${named.cells.id ?? ''} stands in row ${named.row}, which cannot be taken.`
  return { ...wrong, code: 'refers-to-refused', message, remedy: `Correct row ${named.row} first.` }
}
