/** Duties that a permit, or an issue, brings with it, and who is told (rule 16). */
import { scaledOrNull } from '../amount.ts'
import { climb } from '../chain.ts'
import { groundOf } from '../ground.ts'
import type { Inquiry } from '../inquiry.ts'
import type { DelegationFact, Money, Obligation, Times } from '../model.ts'
import type { Register } from '../register.ts'
import type { DelegationRow } from '../store/delegation-row.ts'
import { passesOver } from './preconditions.ts'

/** Of the permit: over a threshold, on the act that passes it and every one after. What cannot be compared is owed. */
export function obligationsOfPermit(inquiry: Inquiry, row: DelegationRow, entity: string | null): readonly Obligation[] {
  const { matter } = inquiry
  const report = isForEmergency(inquiry, row) ? [reportEmergency] : none
  if (matter === null || matter.obligations.length === 0) return report
  const duties = matter.obligations.filter(
    ({ at, over, basis }) => at === 'permit' && (over === undefined || passesOver(inquiry, over, basis, entity) !== false),
  )
  return [...duties, ...report]
}

const none: readonly Obligation[] = []

/** Emergency authority reports each use (rule 12), whatever the catalogue asks for besides. */
const reportEmergency: Obligation = { duty: 'report-emergency-use', at: 'permit', tells: [] }

/** Whether it, or what it was passed on from, is authority for an emergency. */
const isForEmergency = (inquiry: Inquiry, row: DelegationRow): boolean =>
  inquiry.register.store.delegations.seldom.emergencies.size > 0 && climb(inquiry, row).rows.some(({ emergency }) => emergency !== null)

/** Whether some act over the threshold could be taken under the limits. */
function reaches({ limits }: DelegationFact, over: Money): boolean {
  const threshold = scaledOrNull(over.value)
  return limits.length === 0 || limits.some(({ amount }) => {
    if (amount?.upTo === undefined || amount.currency !== over.currency) return true
    const upTo = scaledOrNull(amount.upTo)
    return threshold === null || upTo === null || upTo > threshold
  })
}

/** Of issuing this line: what is owed then, and the posts or bodies that are told. */
export function obligationsOfIssue(register: Register, line: DelegationFact, times: Times): readonly Obligation[] {
  const { matter } = groundOf(register, line.matter, times)
  return matter?.obligations.filter(({ at, over }) => at === 'issue' && (over === undefined || reaches(line, over))) ?? []
}
