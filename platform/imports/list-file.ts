/** A list as a file: what the reader filtered, whole, whatever page is shown. */
import { z } from 'zod'

import { FileAnswer } from '../http/route.ts'
import type { Row } from './import-kind.ts'
import type { FileFormat } from './read-file.ts'
import { writeRows } from './run-export.ts'

export const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const

/** For the query of a list's contract: with it the answer is the file. */
export const asFile = { format: z.enum(['csv', 'xlsx', 'json']).optional().describe('The whole list as a file instead of a page.') }

export const listFile = async (name: string, columns: readonly string[], rows: readonly Row[], format: FileFormat): Promise<FileAnswer> =>
  new FileAnswer(contentTypes[format], `${name}.${format}`, await writeRows(columns, rows, format))
