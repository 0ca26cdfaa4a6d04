/** Who answers for a line and who holds it are one person, or declared as related (rule 18; A/75/201 ¶14 "no conflict of interest"). */
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'
import type { LookedLine } from '../looked-line.ts'
import type { RelationFact } from '../../model.ts'

/** The declared relation between two, at an instant; instants of now are remembered. */
export function relationBetween(look: Look, one: string, other: string, runs: (fact: RelationFact) => boolean): RelationFact | null {
  if (!look.has('relation')) return null
  for (const fact of look.register.mentioning('relation', one, look.times.known)) {
    if ((fact.person === other || fact.other === other) && runs(fact)) return fact
  }
  return null
}

export function conflictInLine(line: LookedLine): readonly Found[] {
  const { look, row } = line
  if (row.isRoot) return nothing
  const signatory = row.confirmedBy ?? row.signedBy
  if (signatory === null) return nothing
  for (const person of line.persons) {
    if (person === signatory) {
      return [{ rule: 'conflict-of-interest', since: null, cause: { person: ref('person', person), other: ref('person', signatory), relation: 'self' } }]
    }
    const relation = relationBetween(look, person, signatory, fact => look.runs(fact))
    if (relation !== null) {
      return [{
        rule: 'conflict-of-interest', since: relation.effectiveFrom,
        cause: { person: ref('person', person), other: ref('person', signatory), relation: relation.relation },
      }]
    }
  }
  return nothing
}
