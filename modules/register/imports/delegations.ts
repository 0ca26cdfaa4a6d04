/** `delegations`: roots and what was passed on from them, each row a line of an instrument. */
import { checkIssue } from '../../../kernel/authority/issue.ts'
import type { AmountBand, Box, DelegationFact, EndReason, Holder, SubdelegationPermission } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { boxes } from '../shapes.ts'
import { delegationColumns } from './delegation-columns.ts'
import { rowProblem } from './row-problems.ts'
import { writeDelegations } from './write-delegations.ts'

const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

function holderOf(cells: Cells): Holder {
  const [person, post, body] = [cells.text('person', 200), cells.text('post', 200), cells.text('body', 200)]
  cells.known('person', 'person', person)
  cells.known('post', 'post', post)
  cells.known('body', 'body', body)
  if (body !== null && (person !== null || post !== null))
    cells.wrong('body', 'two-holders', 'A body holds it, or a person or post, not both.', 'Leave the others empty.')
  if (body !== null) return { kind: 'body', body }
  if (person !== null && post !== null) return { kind: 'person-in-post', person, post }
  if (person !== null) return { kind: 'person', person }
  if (post === null) cells.wrong('person', 'missing', 'Nobody holds it.', 'Fill in person, post, both (the person in that post), or body.')
  return { kind: 'post', post: post ?? '' }
}

function bandOf(cells: Cells): AmountBand | null {
  const [currency, over, upTo] = [cells.currency('currency'), cells.decimal('over'), cells.decimal('up_to')]
  if (over === null && upTo === null) return null
  if (currency === null) {
    if (!cells.has('currency'))
      cells.wrong('currency', 'missing', 'An amount needs its currency.', 'Write a code of ISO 4217, for example USD.')
    return null
  }
  return {
    currency,
    ...(over === null ? {} : { over }),
    ...(cells.flag('over_included', false) ? { overIncluded: true } : {}),
    ...(upTo === null ? {} : { upTo }),
    ...(cells.flag('up_to_included', true) ? {} : { upToIncluded: false }),
  }
}

const readBoxes = (value: unknown): Box[] | string => {
  const read = boxes.safeParse(value)
  return read.success
    ? (read.data as Box[])
    : `The limits cannot be read: ${read.error.issues
        .slice(0, 3)
        .map((issue) => `${issue.path.join('.')} ${issue.message}`)
        .join('; ')}`
}

function limitsOf(cells: Cells): readonly Box[] {
  if (cells.has('limits')) {
    if (['over', 'up_to', 'grade', 'methods', 'categories', 'funds', 'term_months'].some((column) => cells.has(column))) {
      cells.wrong('limits', 'said-twice', 'The limits stand in `limits` and in columns of their own.', 'Keep one of the two.')
    }
    return cells.json('limits', readBoxes) ?? []
  }
  const amount = bandOf(cells)
  const grade = cells.text('grade', 40)
  const term = cells.count('term_months', 1, 1200)
  const [methods, categories, funds] = [cells.list('methods'), cells.list('categories'), cells.list('funds')]
  const box: Box = {
    ...(amount === null ? {} : { amount }),
    ...(grade === null ? {} : { grade }),
    ...(methods.length > 0 ? { methods } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(funds.length > 0 ? { funds } : {}),
    ...(term === null ? {} : { term }),
  }
  return Object.keys(box).length > 0 ? [box] : []
}

/** Grades no framework knows would make a limit nobody can compare. */
function gradesKnown(cells: Cells, column: string, limits: readonly Box[]): void {
  for (const { grade } of limits) cells.grade(column, grade)
}

/** The post in which the signatory signed; "person" where they signed as themselves. */
function signedAsOf(cells: Cells): string | null {
  const post = cells.text('signed_as', 200)
  if (post !== 'person') cells.known('signed_as', 'post', post)
  return post
}

function permissionOf(cells: Cells): SubdelegationPermission | null {
  const depth = cells.count('subdelegate_depth', 0, 20) ?? 0
  const limits = cells.json('subdelegate_limits', readBoxes)
  const lowestGrade = cells.text('subdelegate_lowest_grade', 40)
  gradesKnown(cells, 'subdelegate_limits', limits ?? [])
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

function factOf(cells: Cells, world: ImportWorld): DelegationFact {
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
  gradesKnown(cells, cells.has('limits') ? 'limits' : 'grade', limits)
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
  const earlier = world.get('delegation', id)
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
    suspensions: earlier?.suspensions ?? [],
    emergency: earlier?.emergency ?? null,
    reviewedAt: earlier?.reviewedAt ?? null,
    cites: earlier?.cites ?? [],
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
