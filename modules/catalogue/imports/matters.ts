/** Matters as rows of `catalogue`. */
import type { Language, MatterFact } from '../../../kernel/authority/model.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, listed, namesWritten, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'
import {
  bases, incompatibleWith, incompatibleWritten, obligationsOf, obligationsWritten, preconditionsOf, preconditionsWritten, prerequisitesOf,
  prerequisitesWritten,
} from './requirement-cells.ts'

const dimensions = ['amount', 'grade', 'method', 'category', 'fund', 'place', 'term', 'count'] as const
const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const satisfies readonly Language[]

function frameworkOf(cells: Cells, world: ImportWorld): string {
  const named = cells.text('framework', 200)
  cells.known('framework', 'framework', named)
  if (named !== null) return named
  const all = [...world.all('framework')].map(({ id }) => id)
  if (all.length === 0)
    cells.wrong('framework', 'unknown-framework', 'There is no framework yet.', 'Add a row with type framework, with its id and name.')
  if (all.length > 1) cells.wrong('framework', 'missing', 'There are several frameworks.', `Write which: ${all.join(', ')}.`)
  return all[0] ?? ''
}

/** A list of which each is one of a few. */
function someOf<T extends string>(cells: Cells, column: string, among: readonly T[], what: string): T[] {
  return cells.list(column).flatMap((each) => {
    const found = among.find((known) => known === each)
    if (found === undefined)
      cells.wrong(column, 'not-a-choice', `"${each.slice(0, 40)}" is not a ${what}.`, `Write some of: ${among.join(', ')}.`)
    return found === undefined ? [] : [found]
  })
}

export function readMatter(cells: Cells, world: ImportWorld): RowResult {
  const id = cells.id()
  const rules = cells.text('rules', 20)
  if (rules !== null && rules !== 'staff' && rules !== 'financial')
    cells.wrong('rules', 'not-a-choice', 'A matter stands under one set of rules.', 'Write staff or financial, or leave it empty.')
  const advisers = cells.list('advisers')
  cells.seats('advisers', advisers)
  const fact: MatterFact = {
    kind: 'matter',
    id,
    framework: frameworkOf(cells, world),
    area: cells.text('area', 100) ?? 'general',
    name: cells.needed('name'),
    names: cells.names('name'),
    description: cells.text('description', 2000),
    rules: rules as MatterFact['rules'],
    citation: cells.text('citation', 300),
    acceptance: cells.choice('acceptance', ['before-use', 'after'], 'before-use'),
    delegable: cells.choice('delegable', ['yes', 'once', 'no'], 'yes'),
    reservedTo: cells.text('reserved_to', 300) ?? 'the head of the organisation',
    personalOnly: cells.flag('personal_only', false),
    dimensions: someOf(cells, 'dimensions', dimensions, 'dimension'),
    basis: cells.choice('basis', bases, 'act'),
    prerequisites: prerequisitesOf(cells),
    preconditions: preconditionsOf(cells),
    advisers,
    notChecked: cells.list('not_checked'),
    obligations: obligationsOf(cells),
    incompatible: incompatibleWith(cells, id),
    contractKinds: cells.list('contract_kinds'),
    splitDays: cells.count('split_days', 1, 3660),
    silenceDays: cells.count('silence_days', 1, 3660),
    authentic: someOf(cells, 'authentic', languages, 'language'),
    provenance: cells.provenance(),
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

export const matterWritten = (fact: MatterFact, { zone }: ImportWorld): Row => ({
  type: 'matter',
  id: fact.id,
  name: fact.name,
  ...namesWritten('name', fact.names),
  framework: fact.framework,
  area: fact.area,
  description: orNothing(fact.description),
  rules: orNothing(fact.rules),
  citation: orNothing(fact.citation),
  acceptance: fact.acceptance,
  delegable: fact.delegable,
  reserved_to: fact.reservedTo,
  personal_only: yesNo(fact.personalOnly),
  contract_kinds: listed(fact.contractKinds),
  dimensions: listed(fact.dimensions),
  basis: fact.basis,
  prerequisites: prerequisitesWritten(fact.prerequisites),
  preconditions: preconditionsWritten(fact.preconditions),
  advisers: listed(fact.advisers),
  not_checked: listed(fact.notChecked),
  obligations: obligationsWritten(fact.obligations),
  incompatible: incompatibleWritten(fact.incompatible),
  split_days: orNothing(fact.splitDays),
  silence_days: orNothing(fact.silenceDays),
  authentic: listed(fact.authentic),
  effective_from: firstDay(fact.effectiveFrom, zone),
  effective_to: lastDay(fact.effectiveTo, zone),
  source: sourceWritten(fact.provenance),
})
