/** `delegations`: roots and what was passed on from them, each row a line of an instrument. */
import { checkIssue } from '../../../kernel/authority/issue.ts'
import type { DelegationFact, EndReason, SubdelegationPermission } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { delegationColumns } from './delegation-columns.ts'
import { holderOf } from './holder-cells.ts'
import { boxesIn, boxesKnown, limitsOf } from './limit-cells.ts'
import { rowProblem } from './row-problems.ts'
import { citesOf, emergencyOf, suspensionsOf } from './standing-cells.ts'
import { writeDelegations } from './write-delegations.ts'

const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

/** The post in which the signatory signed; "person" where they signed as themselves. */
function signedAsOf(cells: Cells): string | null {
  const post = cells.text('signed_as', 200)
  if (post !== 'person') cells.known('signed_as', 'post', post)
  return post
}

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

function factOf(cells: Cells): DelegationFact {
  const id = cells.id()
  const people = (column: string): string | null => {
    const person = cells.text(column, 200)
    cells.known(column, 'person', person)
    return person
  }
  const [parent, matter, entities, limits] = [cells.text('parent', 200), cells.id('matter'), cells.list('entity'), limitsOf(cells)]
  cells.known('parent', 'delegation', parent)
  cells.known('matter', 'matter', matter)
  for (const entity of entities) cells.known('entity', 'entity', entity)
  if (entities.length === 0) cells.wrong('entity', 'missing', 'entity is empty.', 'Write the entities it covers, each with its subtree.')
  if (!cells.has('effective_from')) cells.wrong('effective_from', 'missing', 'effective_from is empty.', 'Fill in the first day.')
  const { effectiveFrom, effectiveTo } = cells.span()
  const signedBy = people('signed_by')
  const endedAt = cells.until('ended_on')
  const reason = cells.text('end_reason', 40)
  if (reason !== null && !endReasons.includes(reason as EndReason))
    cells.wrong('end_reason', 'not-a-choice', `"${reason}" is not known here.`, `Write one of: ${endReasons.join(', ')}.`)
  if ((endedAt === null) !== (reason === null))
    cells.wrong(
      endedAt === null ? 'ended_on' : 'end_reason',
      'missing',
      'An end needs its date and its reason.',
      'Fill in both, or neither.',
    )
  return {
    kind: 'delegation',
    id,
    instrument: cells.text('instrument', 200) ?? id,
    line: cells.count('line', 1, 100_000) ?? 1,
    parent,
    legalBasis: cells.text('legal_basis', 500),
    holder: holderOf(cells),
    matter,
    entities,
    limits,
    mayExercise: cells.flag('may_exercise', true),
    subdelegation: permissionOf(cells),
    conditions: cells.text('conditions', 2000),
    effectiveFrom: effectiveFrom ?? 0,
    effectiveTo,
    preparedBy: people('prepared_by'),
    decidedBy: people('decided_by'),
    signedBy,
    signedAs: signedAsOf(cells),
    communicatedBy: people('communicated_by'),
    signedAt: cells.from('signed_on'),
    acceptedBy: people('accepted_by'),
    acceptedAt: cells.from('accepted_on'),
    confirmedBy: people('confirmed_by') ?? signedBy,
    endedAt,
    endReason: endedAt === null ? null : (reason as EndReason),
    fallsAt: cells.until('falls_on'),
    suspensions: suspensionsOf(cells),
    emergency: emergencyOf(cells),
    reviewedAt: cells.from('reviewed_on'),
    cites: citesOf(cells),
    provenance: cells.provenance(),
  }
}

function read(row: Row, world: ImportWorld): RowResult {
  const cells = new Cells(row, world)
  const fact = factOf(cells)
  const result = cells.result(() => [fact])
  if ('problems' in result) return result
  const faults = checkIssue(world, fact, world.now, 'import')
  return faults.length > 0 ? { problems: faults.map(rowProblem) } : result
}

export const delegationsKind: ImportKind = {
  kind: 'delegations',
  about:
    'Delegations and subdelegations, each a line of an instrument, with what they were passed on from. ' +
    'Nothing wider than its parent is taken.',
  columns: delegationColumns,
  above: 'parent',
  onlyOnce: {
    column: 'line',
    code: 'duplicate-line',
    of: (fact) => (fact.kind === 'delegation' ? `Line ${fact.line} of instrument ${fact.instrument}` : null),
  },
  read,
  write: writeDelegations,
}
