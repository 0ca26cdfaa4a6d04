/** JSON: a list of objects whose keys are columns, or any JSON with a mapping. */
import type { ImportKind, Row, RowProblem } from './import-kind.ts'
import { keeps, mapped, mappingShape, valueAt, type Mapping } from './mapping.ts'
import { plain, problem, type NumberedRow, type ReadRows } from './rows.ts'

const refused = (code: string, message: string, remedy: string): ReadRows => ({ rows: [], problems: [problem(1, null, code, message, remedy)], warnings: [] })

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'object' ? JSON.stringify(value) : String(value)).trim()

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

function readMapping(kind: ImportKind, text: string): Mapping | string {
  const json = parsed(text)
  if (!json) return 'It is not JSON.'
  const mapping = mappingShape.safeParse(json.value)
  if (!mapping.success) return mapping.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).slice(0, 5).join(' ')
  const unknown = Object.keys(mapping.data.columns).find((column) => !kind.columns.some(({ name }) => name === column))
  return unknown === undefined ? mapping.data : `${kind.kind} has no column ${unknown}.`
}

function plainRow(kind: ImportKind, value: object, row: number, warnings: RowProblem[]): Row {
  const cells: Record<string, string> = {}
  for (const [key, cell] of Object.entries(value)) {
    const column = kind.columns.find(({ name, aliases = [] }) => [name, ...aliases].some((each) => plain(each) === plain(key)))
    const text = textOf(cell)
    if (!column) {
      if (!warnings.some((warning) => warning.column === key)) warnings.push(problem(row, key, 'unknown-column', `The key "${key}" is not one of ${kind.kind} and is left out.`, `The columns are: ${kind.columns.map(({ name }) => name).join(', ')}.`))
    } else if (text !== '') cells[column.name] = text
  }
  return cells
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
  const json = parsed(bytes.toString('utf8').replace(/^\ufeff/, ''))
  if (!json) return refused('broken-json', 'The file is not well-formed JSON.', 'Send a list of objects: [{"id": …}, …].')
  const mapping = mappingText === undefined ? null : readMapping(kind, mappingText)
  if (typeof mapping === 'string') return refused('wrong-mapping', `The mapping cannot be used. ${mapping}`, 'Correct it; docs/import.md describes mappings.')
  const list = mapping === null ? json.value : valueAt(json.value, mapping.rows)
  if (!Array.isArray(list)) return refused('no-list', 'The rows are not a list.', mapping === null ? 'Send a list of objects, or give a mapping.' : `Correct "rows" in the mapping: nothing but a list can stand at "${mapping.rows}".`)
  const rows: NumberedRow[] = []
  const problems: RowProblem[] = []
  const warnings: RowProblem[] = []
  list.forEach((value: unknown, place) => {
    const row = place + 2
    if (value === null || typeof value !== 'object' || Array.isArray(value)) problems.push(problem(row, null, 'not-an-object', 'This item of the list is not an object.', 'Give one object a row.'))
    else if (mapping === null) rows.push({ row, cells: plainRow(kind, value, row, warnings) })
    else if (keeps(mapping, value)) rows.push({ row, cells: mappedRow(value, mapping) })
  })
  return { rows, problems, warnings }
}
