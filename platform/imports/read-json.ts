/** JSON: a list of objects whose keys are columns, or any JSON with a mapping. */
import { columnTwice, headingsOf, unknownHeading, type Headings } from './headings.ts'
import type { ImportKind, Row, RowProblem } from './import-kind.ts'
import { keeps, mapped, mappingShape, textOf, valueAt, type Mapping } from './mapping.ts'
import { plain, problem, type NumberedRow, type ReadRows } from './rows.ts'

/** Keys can be as many as texts; a report of the first is enough to see what is wrong. */
const mostWarnings = 100

const refused = (code: string, message: string, remedy: string): ReadRows => ({
  rows: [],
  problems: [problem(1, null, code, message, remedy)],
  warnings: [],
})

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/** Without its mark; null where it is not UTF-8. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function readMapping(kind: ImportKind, text: string): Mapping | string {
  const json = parsed(text)
  if (!json) return 'It is not JSON.'
  const mapping = mappingShape.safeParse(json.value)
  if (!mapping.success)
    return mapping.error.issues
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .slice(0, 5)
      .join(' ')
  const unknown = Object.keys(mapping.data.columns).find((column) => !kind.columns.some(({ name }) => name === column))
  return unknown === undefined ? mapping.data : `${kind.kind} has no column ${unknown}.`
}

/** Rows whose keys are columns; what is wrong with the keys is said once, at the first row that has them. */
class PlainRows {
  readonly #headings: Headings
  readonly #unknown = new Set<string>()
  readonly problems: RowProblem[] = []
  readonly warnings: RowProblem[] = []

  constructor(private readonly kind: ImportKind) {
    this.#headings = headingsOf(kind)
  }

  read(value: object, row: number): Row {
    const cells: Record<string, string> = {}
    for (const [key, cell] of Object.entries(value)) {
      const column = this.#headings.get(plain(key))
      const text = textOf(cell)
      if (column === undefined) this.#warn(key, row)
      else if (column in cells) this.problems.push(columnTwice(row, key, column))
      else if (text !== '') cells[column] = text
    }
    return cells
  }

  #warn(key: string, row: number): void {
    if (this.#unknown.has(key)) return
    this.#unknown.add(key)
    if (this.#unknown.size <= mostWarnings) this.warnings.push(unknownHeading(this.kind, this.#headings, row, key))
  }
}

function mappedRow(value: unknown, { columns }: Mapping): Row {
  const cells: Record<string, string> = {}
  for (const [column, how] of Object.entries(columns)) {
    const text = mapped(value, how)
    if (text !== '') cells[column] = text
  }
  return cells
}

export function readJson(kind: ImportKind, bytes: Buffer, mappingText: string | undefined): ReadRows {
  const text = utf8(bytes)
  if (text === null) return refused('wrong-encoding', 'The file holds bytes that are not UTF-8.', 'Save it as UTF-8.')
  const json = parsed(text)
  if (!json) return refused('broken-json', 'The file is not well-formed JSON.', 'Send a list of objects: [{"id": …}, …].')
  const mapping = mappingText === undefined ? null : readMapping(kind, mappingText)
  if (typeof mapping === 'string')
    return refused('wrong-mapping', `The mapping cannot be used. ${mapping}`, 'Correct it; docs/import.md describes mappings.')
  const list = mapping === null ? json.value : valueAt(json.value, mapping.rows)
  if (!Array.isArray(list)) {
    const correct =
      mapping === null
        ? 'Send a list of objects, or give a mapping.'
        : `Correct "rows" in the mapping: there is no list at "${mapping.rows}".`
    return refused('no-list', 'The rows are not a list.', correct)
  }
  try {
    return rowsOf(kind, list, mapping)
  } catch (error) {
    // JSON is read without recursion, but written with it.
    if (error instanceof RangeError)
      return refused('broken-json', 'The file is nested too deeply.', 'Send a list of flat objects: [{"id": …}, …].')
    throw error
  }
}

function rowsOf(kind: ImportKind, list: readonly unknown[], mapping: Mapping | null): ReadRows {
  const plainRows = new PlainRows(kind)
  const rows: NumberedRow[] = []
  const problems: RowProblem[] = []
  list.forEach((value, place) => {
    const row = place + 2
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      problems.push(problem(row, null, 'not-an-object', 'This item of the list is not an object.', 'Give one object a row.'))
    } else if (mapping === null) rows.push({ row, cells: plainRows.read(value, row) })
    else if (keeps(mapping, value)) rows.push({ row, cells: mappedRow(value, mapping) })
  })
  return { rows, problems: [...problems, ...plainRows.problems], warnings: plainRows.warnings }
}
