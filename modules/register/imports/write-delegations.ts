/** Delegations as rows: what import reads back to the same facts. */
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, listed, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'
import { holderWritten } from './holder-cells.ts'
import { boxesWritten, limitsWritten } from './limit-cells.ts'
import { standingWritten } from './standing-cells.ts'

function permissionWritten({ subdelegation }: DelegationFact, zone: string): Row {
  if (subdelegation === null) return { subdelegate_depth: '0' }
  return {
    subdelegate_depth: String(subdelegation.depth),
    subdelegate_limits: subdelegation.limits === null ? undefined : boxesWritten(subdelegation.limits, zone),
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
      ...limitsWritten(fact.limits, zone),
      may_exercise: yesNo(fact.mayExercise),
      ...permissionWritten(fact, zone),
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
      ...standingWritten(fact, zone),
      conditions: orNothing(fact.conditions),
      source: sourceWritten(fact.provenance),
    }
  }
}
