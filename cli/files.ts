/** `import` and `export`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Command } from 'commander'

import type { Connection } from './connect.ts'
import { Ended, exit, problemOf } from './outcome.ts'
import { ask, out, printer, type Run } from './run.ts'

const formats: Record<string, 'csv' | 'xlsx' | 'json'> = { '.csv': 'csv', '.tsv': 'csv', '.txt': 'csv', '.xlsx': 'xlsx', '.json': 'json' }

interface ImportOptions {
  readonly dryRun?: true
  readonly rowByRow?: true
  readonly mapping?: string
  readonly json?: true
}

interface Report {
  readonly read: number
  readonly taken: number
  readonly unchanged: number
  readonly refused: readonly { readonly row: number; readonly column: string | null; readonly code: string; readonly message: string; readonly remedy: string }[]
  readonly warnings: readonly { readonly row: number; readonly column: string | null; readonly message: string; readonly remedy: string }[]
}

export function fileAt(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Ended(exit.wrongQuestion, `The file ${path} cannot be read: ${(error as Error).message}.`)
  }
}

function formatOf(path: string): 'csv' | 'xlsx' | 'json' {
  const format = formats[extname(path).toLowerCase()]
  if (!format) throw new Ended(exit.wrongQuestion, `The kind of file of ${path} cannot be told. Name it .csv, .xlsx or .json.`)
  return format
}

async function take(connection: Connection, kind: string, path: string, options: ImportOptions): Promise<number> {
  const format = formatOf(path)
  const bytes = fileAt(path)
  const mapping = options.mapping === undefined ? undefined : fileAt(options.mapping).toString('utf8')
  const report = await ask<Report>(connection, {
    method: 'POST', path: `/api/v1/imports/${encodeURIComponent(kind)}`,
    query: { format, mode: options.rowByRow ? 'rows' : 'whole', dryRun: options.dryRun ? 'true' : 'false', mapping },
    file: { bytes, contentType: 'application/octet-stream' },
  })
  const { print, printJson } = printer(options)
  printJson(report)
  for (const { row, column, code, message, remedy } of report.refused.slice(0, 200)) print(`row ${row}${column === null ? '' : `, ${column}`}: ${message} ${remedy} (${code})`)
  if (report.refused.length > 200) print(`… and ${report.refused.length - 200} more; --json prints all.`)
  for (const { row, column, message, remedy } of report.warnings) print(`note, row ${row}${column === null ? '' : `, ${column}`}: ${message} ${remedy}`)
  const nothing = report.refused.length > 0 && !options.rowByRow ? ' Nothing was taken: correct the rows named, or use --row-by-row.' : ''
  print(`${report.read} rows read, ${report.taken} ${options.dryRun ? 'would be taken' : 'taken'}, ${report.unchanged} unchanged, ${report.refused.length} problems.${nothing}`)
  return report.refused.length > 0 ? exit.no : exit.done
}

async function give(connection: Connection, kind: string, path: string | undefined, options: { readonly format?: string }): Promise<number> {
  const format = options.format ?? (path === undefined ? 'csv' : formatOf(path))
  const answer = await connection.call({ method: 'GET', path: `/api/v1/exports/${encodeURIComponent(kind)}`, query: { format } })
  if (answer.status >= 400) throw problemOf(answer.status, answer.body)
  if (path === undefined) out(answer.body.toString('utf8'))
  else writeFileSync(path, answer.body)
  return exit.done
}

export function fileVerbs(program: Command, run: Run): void {
  program.command('import').argument('<kind>', 'catalogue, organisation, people, assignments, credentials, bodies, facts, relations, absences, rates, delegations, acts, roles').argument('<file>', 'CSV, XLSX or JSON')
    .description('Take a file into the register: whole or not at all, unless --row-by-row.')
    .option('--dry-run', 'check everything, take nothing').option('--row-by-row', 'take the rows that are right, report the others')
    .option('--mapping <file>', 'how the fields of a JSON file become columns').option('--json', 'print JSON for programs')
    .action(run(take))
  program.command('export').argument('<kind>').argument('[file]', 'default: standard output, as CSV').option('--format <format>', 'csv, xlsx or json')
    .description('Write all records of a kind, in the columns that import takes.').action(run(give))
}
