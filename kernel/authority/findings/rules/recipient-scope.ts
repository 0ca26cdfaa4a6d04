/** The holder moved out of those who may receive it: out of the unit, or below the grade (rule 5, "checked at issue and ever after"). */
import { recipientFaults } from '../../passing-on.ts'
import { nothing, ref, type Cause, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function recipientScope({ look, row, parent, ground }: LookedLine): readonly Found[] {
  if (parent === null || (row.subdelegation === null && parent.subdelegation === null)) return nothing
  const permission = parent.subdelegation
  if (permission === null || (!permission.ownEntityOnly && permission.lowestGrade === null)) return nothing
  const { holder } = row
  // Of somebody who has left, the leaving is what there is to say.
  if (holder.kind === 'person' && look.world.get('person', holder.person) === null) return nothing
  if (holder.kind === 'person-in-post') look.world.assignmentsOf(holder.person)
  const faults = recipientFaults({ child: row, parent, ...ground })
  if (faults.length === 0) return nothing
  const needs = faults.flatMap(fault => (fault.code === 'recipient-scope' ? [fault.needs] : []))
  const who: Cause = 'person' in holder ? { person: ref('person', holder.person) } : {}
  return [{ rule: 'recipient-scope', since: null, cause: { parent: ref('delegation', parent.id), needs: needs.join(' '), ...who } }]
}
