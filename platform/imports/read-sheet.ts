/** The first sheet of an XLSX file as texts: numbers without exponent, dates as year-month-day. */
import { Readable } from 'node:stream'
import readXlsxFile from 'read-excel-file/node'

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

/** Unpacked size is written in the archive's directory: a bomb is refused before it is opened. */
function unpackedSize(bytes: Buffer): number {
  let total = 0
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')) total += bytes.readUInt32LE(at + 24)
  return total
}

const mostUnpacked = 400 * 1024 * 1024

export async function readSheet(bytes: Buffer): Promise<Table> {
  const refused = (code: string, message: string, remedy: string): Table => ({ rows: [], problems: [problem(1, null, code, message, remedy)] })
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return refused('not-a-spreadsheet', 'The file is not an XLSX spreadsheet.', 'Save it as XLSX, or send CSV.')
  if (unpackedSize(bytes) > mostUnpacked) return refused('too-large', 'The spreadsheet unpacks to more than 400 MB.', 'Send it in parts, or as CSV.')
  try {
    const read: unknown = await readXlsxFile(Readable.from(bytes) as never)
    const rows = sheetRows(read)
    return { rows: rows.map((cells, place) => ({ row: place + 1, cells: cells.map(textOf) })), problems: [] }
  } catch (error) {
    return refused('broken-spreadsheet', `The spreadsheet cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}.`, 'Open and save it again as XLSX, or send CSV.')
  }
}

/** The reader gives rows, or sheets with their rows. */
function sheetRows(read: unknown): unknown[][] {
  const list = read as unknown[]
  const first = list[0]
  return first !== null && typeof first === 'object' && 'data' in first ? (first as { data: unknown[][] }).data : (list as unknown[][])
}
