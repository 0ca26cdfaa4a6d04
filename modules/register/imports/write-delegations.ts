/** Delegations as rows: what import reads back to the same facts. */
import type { Row } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'
import { standingWritten } from './standing-cells.ts'
import { formerWritten, termsWritten } from './terms-cells.ts'

export function* writeDelegations(world: ImportWorld): Iterable<Row> {
  const { zone } = world
  for (const fact of world.all('delegation')) {
    yield {
      id: fact.id,
      instrument: fact.instrument,
      line: String(fact.line),
      legal_basis: orNothing(fact.legalBasis),
      ...termsWritten(fact, zone),
      matter: fact.matter,
      may_exercise: yesNo(fact.mayExercise),
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
      ...formerWritten(fact.formerly ?? [], zone),
      conditions: orNothing(fact.conditions),
      source: sourceWritten(fact.provenance),
    }
  }
}
