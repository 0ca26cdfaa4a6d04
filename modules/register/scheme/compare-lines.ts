/** What a proposed line changes against the delegation it takes the place of: compared in every dimension. Pure. */
import type { Measures } from '../../../kernel/authority/limits/measures.ts'
import { readLimits } from '../../../kernel/authority/limits/read-box.ts'
import { limitWithin } from '../../../kernel/authority/limits/within.ts'
import type { DelegationFact, SubdelegationPermission } from '../../../kernel/authority/model.ts'

/** `changed`: neither only narrower nor only wider, or given to another. */
export type Change = 'unchanged' | 'narrowed' | 'widened' | 'changed'

type Terms = Pick<DelegationFact, 'parent' | 'holder' | 'matter' | 'entities' | 'limits' | 'mayExercise' | 'subdelegation' | 'conditions' | 'effectiveTo' | 'emergency'>

export interface Measure extends Measures {
  /** Whether an entity is the other or lies below it. */
  readonly inside: (entity: string, root: string) => boolean
}

/** Holders are small records of texts, told apart by all they say. */
export const sameHolder = (a: DelegationFact['holder'], b: DelegationFact['holder']): boolean => {
  const told = (holder: object): string => JSON.stringify(Object.entries(holder).sort(([one], [other]) => (one < other ? -1 : 1)))
  return told(a) === told(b)
}

function permissionWithin(inner: SubdelegationPermission | null, outer: SubdelegationPermission | null, measure: Measure): boolean {
  if (inner === null) return true
  if (outer === null) return false
  const boxesWithin = outer.limits === null || (inner.limits !== null && limitWithin(readLimits(inner.limits), readLimits(outer.limits), measure))
  const gradeWithin = outer.lowestGrade === null || (inner.lowestGrade !== null && measure.grades.indexOf(inner.lowestGrade) >= measure.grades.indexOf(outer.lowestGrade))
  return inner.depth <= outer.depth && (inner.ownEntityOnly || !outer.ownEntityOnly) && (inner.endRequired || !outer.endRequired) && boxesWithin && gradeWithin
}

/** Whether all that `inner` gives, `outer` gives too. A condition in other words may be a wider one: it is within only its equal or none. */
function within(inner: Terms, outer: Terms, measure: Measure): boolean {
  return limitWithin(readLimits(inner.limits), readLimits(outer.limits), measure) &&
    inner.entities.every((entity) => outer.entities.some((root) => measure.inside(entity, root))) &&
    (outer.mayExercise || !inner.mayExercise) &&
    permissionWithin(inner.subdelegation, outer.subdelegation, measure) &&
    (outer.conditions === null || outer.conditions === inner.conditions) &&
    (outer.effectiveTo === null || (inner.effectiveTo !== null && inner.effectiveTo <= outer.effectiveTo))
}

/** Authority that lies dormant is not the authority that does not; what was declared under the one before says nothing of this one. */
const sameTrigger = (a: DelegationFact['emergency'], b: DelegationFact['emergency']): boolean =>
  a?.trigger === b?.trigger && a?.lapsesAfterDays === b?.lapsesAfterDays

export function compareLines(before: Terms, after: Terms, measure: Measure): Change {
  if (!sameHolder(before.holder, after.holder) || before.matter !== after.matter || before.parent !== after.parent || !sameTrigger(before.emergency, after.emergency)) return 'changed'
  const [narrower, wider] = [within(after, before, measure), within(before, after, measure)]
  if (narrower) return wider ? 'unchanged' : 'narrowed'
  return wider ? 'widened' : 'changed'
}
