/** Frameworks as rows of `catalogue`, and how the matters of one answer to those of the one before. */
import type { FrameworkFact, MappingFact } from '../../../kernel/authority/model.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, listed, orNothing, yesNo } from '../../../platform/imports/written.ts'

export function readFramework(cells: Cells): RowResult {
  const id = cells.id()
  const zone = cells.zone('zone')
  cells.useZone(zone)
  const supersedes = cells.text('supersedes', 200)
  cells.known('supersedes', 'framework', supersedes)
  if (supersedes === id) cells.wrong('supersedes', 'cycle', 'It would take its own place.', 'Name the framework before it, or leave it empty.')
  const transitionTo = cells.until('transition_to')
  if (transitionTo !== null && supersedes === null)
    cells.wrong('supersedes', 'missing', 'A transition leads from one framework to the next.', 'Fill in supersedes, or empty transition_to.')
  const span = cells.span()
  if (transitionTo !== null && span.effectiveFrom !== null && transitionTo <= span.effectiveFrom)
    cells.wrong('transition_to', 'dates-reversed', 'The transition ends before the framework begins.', 'Correct one of the two dates.')
  const fact: FrameworkFact = {
    kind: 'framework',
    id,
    title: cells.needed('name'),
    zone,
    grades: cells.list('grades'),
    fallDefault: cells.choice('fall_default', ['falls', 'stands'], 'falls'),
    longestActingDays: cells.count('longest_acting_days', 1, 10_000),
    acceptWithinDays: cells.count('accept_within_days', 1, 10_000) ?? 30,
    supersedes,
    transitionTo,
    runningCases: cells.choice('running_cases', ['keep', 'move'], 'keep'),
    yearBegins: cells.count('year_begins', 1, 12) ?? 1,
    reviewMonths: cells.count('review_months', 1, 1200),
    unusedMonths: cells.count('unused_months', 1, 1200),
    personalNotice: cells.flag('personal_notice', false),
    ...span,
  }
  return cells.result(() => [fact])
}

export const frameworkWritten = (fact: FrameworkFact): Row => ({
  type: 'framework',
  id: fact.id,
  name: fact.title,
  zone: fact.zone,
  grades: listed(fact.grades),
  fall_default: fact.fallDefault,
  longest_acting_days: orNothing(fact.longestActingDays),
  accept_within_days: String(fact.acceptWithinDays),
  supersedes: orNothing(fact.supersedes),
  transition_to: lastDay(fact.transitionTo, fact.zone),
  running_cases: fact.runningCases,
  year_begins: String(fact.yearBegins),
  review_months: orNothing(fact.reviewMonths),
  unused_months: orNothing(fact.unusedMonths),
  personal_notice: yesNo(fact.personalNotice),
  effective_from: firstDay(fact.effectiveFrom, fact.zone),
  effective_to: lastDay(fact.effectiveTo, fact.zone),
})

export function readMapping(cells: Cells): RowResult {
  const [from, to] = [cells.text('from', 200), cells.text('to', 200)]
  cells.known('from', 'matter', from)
  cells.known('to', 'matter', to)
  if (from === null && to === null)
    cells.wrong('from', 'missing', 'A mapping has a matter before, a matter after, or both.', 'Fill in from, to, or both.')
  const fact: MappingFact = {
    kind: 'mapping',
    id: cells.has('id') ? cells.id() : `${from ?? ''}>${to ?? ''}`,
    from,
    to,
    how: cells.oneOf('how', ['identical', 'narrower', 'wider', 'changed']),
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

export const mappingWritten = (fact: MappingFact, { zone }: ImportWorld): Row => ({
  type: 'mapping',
  id: fact.id,
  from: orNothing(fact.from),
  to: orNothing(fact.to),
  how: fact.how,
  effective_from: firstDay(fact.effectiveFrom, zone),
  effective_to: lastDay(fact.effectiveTo, zone),
})
