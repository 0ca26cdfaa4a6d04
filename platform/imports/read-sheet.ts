/** The first sheet of an XLSX file as texts: numbers without exponent, dates as year-month-day. */
import { readSheet as readCells } from 'read-excel-file/node'

import { ArchiveProblem, openArchive, storedArchive, type ArchiveEntry } from './open-archive.ts'
import { problem, type Table } from './rows.ts'

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const iso = cell.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
  }
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell)
  return String(cell)
}

const mostUnpacked = 200 * 1024 * 1024
/** The reader makes room for every cell up to the farthest, empty ones too. */
const mostCells = 15_000_000

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** Where a cell stands so far out that the sheet up to it cannot be held; null where none does. */
function farCell(entries: readonly ArchiveEntry[]): string | null {
  for (const { bytes } of entries) {
    let [rows, columns] = [0, 0]
    for (const [, , place = ''] of bytes.toString('latin1').matchAll(/\sr\s*=\s*(["'])([^"']*)\1/g)) {
      const [, letters, digits] = /^([A-Z]*)(\d*)$/.exec(place.toUpperCase()) ?? []
      if (letters === undefined || digits === undefined) {
        if (place.includes('&')) return place
        continue
      }
      rows = Math.max(rows, Number(digits))
      columns = Math.max(columns, columnNumber(letters))
      if (rows * columns > mostCells) return place
    }
  }
  return null
}

const refused = (code: string, message: string, remedy: string): Table => ({
  rows: [],
  problems: [problem(1, null, code, message, remedy)],
})
const broken = (why: string): Table =>
  refused('broken-spreadsheet', `The spreadsheet cannot be read: ${why}.`, 'Open and save it again as XLSX, or send CSV.')

export async function readSheet(bytes: Buffer): Promise<Table> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    return refused('not-a-spreadsheet', 'The file is not an XLSX spreadsheet.', 'Save it as XLSX, or send CSV.')
  try {
    const entries = openArchive(bytes, (name) => /\.(xml|rels)$/.test(name), mostUnpacked)
    const far = farCell(entries)
    if (far !== null) {
      return refused(
        'far-cell',
        `A cell stands far outside the table, at ${far.slice(0, 20)}.`,
        'Delete the empty rows and columns around the table, or send CSV.',
      )
    }
    const rows = await readCells(storedArchive(entries))
    return { rows: rows.map((cells, place) => ({ row: place + 1, cells: cells.map(textOf) })), problems: [] }
  } catch (error) {
    if (error instanceof ArchiveProblem && error.code === 'too-large')
      return refused('too-large', 'The spreadsheet unpacks to more than 200 MB.', 'Send it in parts, or as CSV.')
    return broken(error instanceof ArchiveProblem ? 'its archive is damaged' : error instanceof Error ? error.message : 'unknown fault')
  }
}
