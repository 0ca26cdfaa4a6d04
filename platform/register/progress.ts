/** How much of a rebuild is done, by the size of its tables. */
import { sql } from 'kysely'

import type { Tx } from '../database/database.ts'

export class Progress {
  readonly #done = new Map<string, number>()

  private constructor(
    private readonly sizes: ReadonlyMap<string, number>, private readonly total: number, private readonly onShare: (share: number) => void,
  ) {}

  static async over(tx: Tx, tables: readonly { readonly table: string }[], onShare: (share: number) => void): Promise<Progress> {
    const { rows } = await sql<{ table: string; size: string }>`
      SELECT t AS table, pg_relation_size(t) AS size FROM unnest(${tables.map(({ table }) => table)}::text[]) AS t`.execute(tx)
    const sizes = new Map(rows.map(({ table, size }) => [table, Number(size)]))
    return new Progress(sizes, [...sizes.values()].reduce((sum, size) => sum + size, 0), onShare)
  }

  /** How much of a table was read. */
  done(table: string, share: number): void {
    this.#done.set(table, share)
    if (this.total === 0) return
    let read = 0
    for (const [each, part] of this.#done) read += (this.sizes.get(each) ?? 0) * part
    this.onShare(Math.min(read / this.total, 1))
  }
}
