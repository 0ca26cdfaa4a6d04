/** Delegations as rows: what import reads back to the same facts. */
import type { Box, DelegationFact, Holder } from '../../../kernel/authority/model.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, listed, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'

function holderWritten(holder: Holder): Row {
  return {
    person: 'person' in holder ? holder.person : undefined,
    post: 'post' in holder ? holder.post : undefined,
    body: 'body' in holder ? holder.body : undefined,
  }
}

/** What a cell can hold as a list; an empty one means "none of them", an empty cell "all". */
const isCell = (list: readonly string[] | undefined): boolean =>
  list === undefined || (list.length > 0 && list.every((each) => each !== '' && each === each.trim() && !each.includes(';')))

/** One box has columns of its own; a union is JSON. */
function limitsWritten(limits: readonly Box[]): Row {
  const [box, ...others] = limits
  if (box === undefined) return {}
  const amount = box.amount
  const bounded = amount === undefined || amount.over !== undefined || amount.upTo !== undefined
  const asImported = amount?.overIncluded !== false && amount?.upToIncluded !== true
  const lists = isCell(box.methods) && isCell(box.categories) && isCell(box.funds)
  if (others.length > 0 || !bounded || !asImported || !lists || Object.keys(box).length === 0) return { limits: JSON.stringify(limits) }
  return {
    currency: amount?.currency,
    over: amount?.over,
    over_included: amount?.overIncluded ? 'yes' : undefined,
    up_to: amount?.upTo,
    up_to_included: amount?.upToIncluded === false ? 'no' : undefined,
    grade: box.grade,
    methods: listed(box.methods ?? []),
    categories: listed(box.categories ?? []),
    funds: listed(box.funds ?? []),
    term_months: orNothing(box.term),
  }
}

function permissionWritten({ subdelegation }: DelegationFact): Row {
  if (subdelegation === null) return { subdelegate_depth: '0' }
  return {
    subdelegate_depth: String(subdelegation.depth),
    subdelegate_limits: subdelegation.limits === null ? undefined : JSON.stringify(subdelegation.limits),
    subdelegate_own_entity: yesNo(subdelegation.ownEntityOnly),
    subdelegate_lowest_grade: orNothing(subdelegation.lowestGrade),
    subdelegate_end_required: yesNo(subdelegation.endRequired),
  }
}

export function* writeDelegations(world: ImportWorld): Iterable<Row> {
  const { zone } = world
  for (const fact of world.all('delegation')) {
    yield {
      id: fact.id,
      instrument: fact.instrument,
      line: String(fact.line),
      parent: orNothing(fact.parent),
      legal_basis: orNothing(fact.legalBasis),
      ...holderWritten(fact.holder),
      matter: fact.matter,
      entity: listed(fact.entities),
      ...limitsWritten(fact.limits),
      may_exercise: yesNo(fact.mayExercise),
      ...permissionWritten(fact),
      effective_from: firstDay(fact.effectiveFrom, zone),
      effective_to: lastDay(fact.effectiveTo, zone),
      prepared_by: orNothing(fact.preparedBy),
      decided_by: orNothing(fact.decidedBy),
      signed_by: orNothing(fact.signedBy),
      signed_as: orNothing(fact.signedAs),
      confirmed_by: orNothing(fact.confirmedBy),
      communicated_by: orNothing(fact.communicatedBy),
      signed_on: firstDay(fact.signedAt, zone),
      accepted_on: firstDay(fact.acceptedAt, zone),
      accepted_by: orNothing(fact.acceptedBy),
      ended_on: lastDay(fact.endedAt, zone),
      end_reason: orNothing(fact.endReason),
      falls_on: lastDay(fact.fallsAt, zone),
      conditions: orNothing(fact.conditions),
      source: sourceWritten(fact.provenance),
    }
  }
}
