/** CSV as people write it: UTF-8 with or without a mark, separated by comma, semicolon or tab. */
import { CsvError, parse } from 'csv-parse/sync'

import { problem, type Table } from './rows.ts'

const refused = (code: string, message: string, remedy: string, row = 1): Table => ({
  rows: [],
  problems: [problem(row, null, code, message, remedy)],
})

/** The separator that stands most often in the heading, outside quotes. */
function separatorOf(text: string): string {
  const heading = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((separator) => ({ separator, times: heading.split(separator).length }))
  return counted.reduce((most, each) => (each.times > most.times ? each : most)).separator
}

const remedies: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'Close the double quotes; double one that belongs to the text.',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'Double a quote that belongs to the text: "" stands for ".',
  INVALID_OPENING_QUOTE: 'Put the whole text in double quotes, and double those inside it.',
}

export function readCsv(bytes: Buffer): Table {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.subarray(0, 1000).includes(0)) {
    return refused('wrong-encoding', 'The file is not UTF-8 text.', 'Save it as "CSV UTF-8", or send it as XLSX.')
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('wrong-encoding', 'The file holds bytes that are not UTF-8.', 'Save it as "CSV UTF-8", or send it as XLSX.')
  }
  try {
    // Rows are counted as a spreadsheet shows them: a text of several lines is one row, an empty line is one too.
    const records = parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    }) as string[][]
    return { rows: records.map((record, place) => ({ row: place + 1, cells: record.map(unguarded) })), problems: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused(
      'broken-csv',
      `The CSV is broken: ${error.message}.`,
      remedies[error.code] ?? 'Correct the row named, or send it as XLSX.',
      Number((error as { records?: number }).records ?? 0) + 1,
    )
  }
}

/** Exports put an apostrophe before texts that a spreadsheet would take for a formula. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)
