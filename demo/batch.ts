/** What the demonstration hands to the importer: files as anyone could have written them, and the instant each lot was recorded. */
/** In the order the importer takes them. */
export const fileKinds = [
  'catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'facts', 'relations', 'absences', 'rates', 'delegations', 'acts',
  'roles',
] as const
export type FileKind = (typeof fileKinds)[number]

export interface DemonstrationBatch {
  /** ISO instant at which the loader's clock stands while it imports the batch. */
  readonly recordedAt: string
  readonly title: string
  readonly files: readonly { readonly kind: FileKind; readonly csv: string }[]
}

/** A row of a file by column; what is absent stays empty. */
export type FileRow = Readonly<Record<string, string | number | null | undefined>>

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

const toCsv = (rows: readonly FileRow[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => quoted(String(row[column] ?? ''))).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

/** Collects what changed since the last batch; a record written twice in one batch is written once, as it stood last. */
export class BatchWriter {
  private pending = new Map<FileKind, Map<string, FileRow>>()
  private readonly written: DemonstrationBatch[] = []

  put(kind: FileKind, id: string, row: FileRow): void {
    const rows = this.pending.get(kind) ?? new Map<string, FileRow>()
    this.pending.set(kind, rows.set(id, row))
  }

  close(recordedAt: string, title: string): void {
    const files = fileKinds.flatMap((kind) => {
      const rows = this.pending.get(kind)
      return rows ? [{ kind, csv: toCsv([...rows.values()]) }] : []
    })
    if (files.length > 0) this.written.push({ recordedAt, title, files })
    this.pending = new Map()
  }

  batches(): readonly DemonstrationBatch[] {
    return this.written
  }
}
