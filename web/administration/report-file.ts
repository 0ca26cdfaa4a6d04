/** The report of an import as a file, to work through beside the spreadsheet it speaks of. */
import type { ImportReport } from './send-file.ts'

type Problem = ImportReport['refused'][number]

/** A spreadsheet would run a cell that begins like a formula. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => `"${guarded(String(value ?? '')).replaceAll('"', '""')}"`

const byRow = (a: Problem, b: Problem): number => a.row - b.row

/** Headings as given, then a line a problem, in the order of the file's rows. Begins with the mark by which spreadsheets know UTF-8. */
export function reportAsCsv(headings: readonly string[], report: ImportReport): string {
  const lines = [...report.refused, ...report.warnings]
    .sort(byRow)
    .map(({ row, column, code, message, remedy }) => [row, column, code, message, remedy])
  return `\ufeff${[headings, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
