/** Columns and cells that many kinds of the organisation share. */
import { dateOf } from '../../../kernel/time/instants.ts'
import type { Instant, Versioned } from '../../../kernel/authority/model.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { ImportColumn, Row } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay } from '../../../platform/imports/written.ts'

export const span: readonly ImportColumn[] = [
  { name: 'effective_from', required: false, about: 'First day; empty = always.', example: '2020-01-01', aliases: ['from', 'start'] },
  { name: 'effective_to', required: false, about: 'Last day, inclusive; empty = no end.', example: '', aliases: ['to', 'until', 'end'] },
]

export const optional = (name: string, about: string, example = '', aliases: readonly string[] = []): ImportColumn => ({
  name, required: false, about, example, aliases,
})

export const spanWritten = ({ effectiveFrom, effectiveTo }: Versioned, { zone }: ImportWorld): Row => ({
  effective_from: firstDay(effectiveFrom, zone),
  effective_to: lastDay(effectiveTo, zone),
})

/** The id as written, or made of what the record says and its first day. */
export function idOf(cells: Cells, parts: readonly (string | null)[], from: Instant | null, world: ImportWorld): string {
  if (cells.has('id')) return cells.id()
  return [...parts.map((part) => part ?? ''), from === null ? '' : dateOf(from, world.zone)].join('/')
}
