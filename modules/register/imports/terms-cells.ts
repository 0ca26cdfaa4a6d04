/** The terms of a line that may change on a date, as cells; and what they were before, as rows within a cell. */
import type { ChangingTerms, FormerTerms, SubdelegationPermission } from '../../../kernel/authority/model.ts'
import { endOfDay } from '../../../kernel/time/instants.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { lastDay, listed, orNothing, yesNo } from '../../../platform/imports/written.ts'
import { holderOf, holderWritten } from './holder-cells.ts'
import { boxesIn, boxesKnown, boxesWritten, limitsOf, limitsWritten } from './limit-cells.ts'

function permissionOf(cells: Cells): SubdelegationPermission | null {
  const depth = cells.count('subdelegate_depth', 0, 20) ?? 0
  const limits = boxesIn(cells, 'subdelegate_limits')
  const lowestGrade = cells.text('subdelegate_lowest_grade', 40)
  boxesKnown(cells, 'subdelegate_limits', limits ?? [])
  cells.grade('subdelegate_lowest_grade', lowestGrade)
  const permission = {
    depth,
    limits,
    ownEntityOnly: cells.flag('subdelegate_own_entity', false),
    lowestGrade,
    endRequired: cells.flag('subdelegate_end_required', false),
  }
  return depth === 0 ? null : permission
}

function permissionWritten({ subdelegation }: ChangingTerms, zone: string): Row {
  if (subdelegation === null) return { subdelegate_depth: '0' }
  return {
    subdelegate_depth: String(subdelegation.depth),
    subdelegate_limits: subdelegation.limits === null ? undefined : boxesWritten(subdelegation.limits, zone),
    subdelegate_own_entity: yesNo(subdelegation.ownEntityOnly),
    subdelegate_lowest_grade: orNothing(subdelegation.lowestGrade),
    subdelegate_end_required: yesNo(subdelegation.endRequired),
  }
}

export function termsOf(cells: Cells): ChangingTerms {
  const [parent, entities, limits] = [cells.text('parent', 200), cells.list('entity'), limitsOf(cells)]
  cells.known('parent', 'delegation', parent)
  for (const entity of entities) cells.known('entity', 'entity', entity)
  if (entities.length === 0) cells.wrong('entity', 'missing', 'entity is empty.', 'Write the entities it covers, each with its subtree.')
  return { parent, holder: holderOf(cells), entities, limits, subdelegation: permissionOf(cells) }
}

export const termsWritten = (terms: ChangingTerms, zone: string): Row => ({
  parent: orNothing(terms.parent),
  ...holderWritten(terms.holder),
  entity: listed(terms.entities),
  ...limitsWritten(terms.limits, zone),
  ...permissionWritten(terms, zone),
})

const column = 'former_terms'

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === 'object' && !Array.isArray(value)

const rowsIn = (value: unknown): readonly Row[] | string =>
  Array.isArray(value) && value.length <= 50 && value.every(isRow)
    ? value.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? cell : JSON.stringify(cell)])))
    : 'Former terms are a list of at most 50 rows, each {"until": …} with the columns of its terms.'

/** Oldest first; nothing where the terms never changed. */
export function formerOf(outer: Cells, world: ImportWorld): { readonly formerly?: readonly FormerTerms[] } {
  const rows = outer.json(column, rowsIn) ?? []
  const formerly = rows.flatMap((row): FormerTerms[] => {
    const cells = new Cells(row, world)
    const until = row['until'] === undefined ? null : cells.instant('until', row['until'], endOfDay)
    if (row['until'] === undefined) cells.wrong('until', 'missing', 'until is empty.', 'Write the last day on which these terms counted.')
    const terms = termsOf(cells)
    const result = cells.result(() => [])
    if ('problems' in result) for (const { column: cell, code, message, remedy } of result.problems) outer.wrong(column, code, `${cell ?? ''}: ${message}`, remedy)
    return until === null ? [] : [{ until, ...terms }]
  })
  const isOrdered = formerly.every(({ until }, index) => index === 0 || until > (formerly[index - 1]?.until ?? until))
  if (!isOrdered) outer.wrong(column, 'dates-reversed', 'Former terms stand oldest first, each with a later last day.', 'Put them in order.')
  return formerly.length === 0 ? {} : { formerly }
}

export const formerWritten = (formerly: readonly FormerTerms[], zone: string): Row =>
  formerly.length === 0 ? {} : { [column]: JSON.stringify(formerly.map(({ until, ...terms }) => ({ until: lastDay(until, zone), ...termsWritten(terms, zone) }))) }
