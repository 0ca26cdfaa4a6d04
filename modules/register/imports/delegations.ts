/** `delegations`: roots and what was passed on from them, each row a line of an instrument. */
import { checkIssue } from '../../../kernel/authority/issue.ts'
import type { DelegationFact, EndReason } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { delegationColumns } from './delegation-columns.ts'
import { rowProblem } from './row-problems.ts'
import { citesOf, emergencyOf, suspensionsOf } from './standing-cells.ts'
import { formerOf, termsOf } from './terms-cells.ts'
import { writeDelegations } from './write-delegations.ts'

const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

/** The post in which the signatory signed; "person" where they signed as themselves. */
function signedAsOf(cells: Cells): string | null {
  const post = cells.text('signed_as', 200)
  if (post !== 'person') cells.known('signed_as', 'post', post)
  return post
}

function factOf(cells: Cells, world: ImportWorld): DelegationFact {
  const id = cells.id()
  const people = (column: string): string | null => {
    const person = cells.text(column, 200)
    cells.known(column, 'person', person)
    return person
  }
  const matter = cells.id('matter')
  cells.known('matter', 'matter', matter)
  const terms = termsOf(cells)
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
    legalBasis: cells.text('legal_basis', 500),
    ...terms,
    matter,
    mayExercise: cells.flag('may_exercise', true),
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
    ...formerOf(cells, world),
    provenance: cells.provenance(),
  }
}

function read(row: Row, world: ImportWorld): RowResult {
  const cells = new Cells(row, world)
  const fact = factOf(cells, world)
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
