/** All current records of a kind as a file, in the columns that import takes: exported and imported again, they are the same. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'

import type { Services } from '../services.ts'
import type { ImportKind, Row } from './import-kind.ts'
import { OverlaidWorld } from './import-world.ts'
import type { FileFormat } from './read-file.ts'

/** A spreadsheet would run a text that begins like a formula; an apostrophe before it stops that, and import takes it off again. */
const guarded = (text: string): string => (/^'*[=+\-@\t]/.test(text) ? `'${text}` : text)

export async function exportFile(
  { register, clock }: Pick<Services, 'register' | 'clock'>,
  kind: ImportKind,
  format: FileFormat,
): Promise<Buffer> {
  return writeRows(kind.columns.map(({ name }) => name), [...kind.write(new OverlaidWorld(register, clock.now()))], format)
}

/** Rows as a file of the format, in the order of the columns. */
export async function writeRows(columns: readonly string[], rows: readonly Row[], format: FileFormat): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return Buffer.from(csvOf(columns, rows))
    case 'json':
      return Buffer.from(`${JSON.stringify(rows, null, 1)}\n`)
    case 'xlsx':
      return sheetOf(columns, rows)
  }
}

function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => guarded(row[column] ?? ''))),
    { header: true, columns: [...columns], bom: true },
  )
}

async function sheetOf(columns: readonly string[], rows: readonly Row[]): Promise<Buffer> {
  const heading = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }))
  const cells = rows.map((row) => columns.map((name) => (row[name] === undefined ? null : { value: row[name], type: String })))
  return writeXlsxFile([heading, ...cells]).toBuffer()
}
