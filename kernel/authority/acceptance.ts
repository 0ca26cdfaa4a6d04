/** What stands against accepting a line: the recipient lacks what the matter asks for, or would hold two that are kept apart (rules 15, 17). */
import { apartFaults } from './held-apart.ts'
import { heldBy, organisationAt, type IssueWorld } from './issue-context.ts'
import type { DelegationFact, Instant } from './model.ts'
import { prerequisiteFaults } from './prerequisites.ts'
import type { Reason } from './reasons.ts'
import { servesUnder } from './rules/contract-kind.ts'

/** Contracts that count before arrival too: assignments recorded and not over. */
export function contractFaults(world: IssueWorld, delegation: string, person: string, kinds: readonly string[], at: Instant): Reason[] {
  const coming = heldBy(world, person).filter(({ effectiveTo }) => effectiveTo === null || effectiveTo > at)
  return servesUnder(coming, kinds) ? [] : [{ code: 'contract-kind', delegation, person, kinds }]
}

/** Everything against `person` accepting `line` now; accepted before arrival, it is looked at as it will stand on the first day. */
export function checkAcceptance(world: IssueWorld, line: DelegationFact, person: string, now: Instant): Reason[] {
  const matter = world.get('matter', line.matter)
  if (matter === null) return []
  const at = Math.max(now, line.effectiveFrom)
  const organisation = organisationAt(world, at)
  return [
    ...prerequisiteFaults(organisation, matter, person, 'issue'),
    ...contractFaults(world, line.id, person, matter.contractKinds, at),
    ...apartFaults(world, organisation, { ...line, holder: { kind: 'person', person } }, matter, at),
  ]
}
