/** What stops while a delegation is suspended (rule 12), before anybody confirms it. */
import { ifRevoked, type IfRevoked } from './if-revoked.ts'
import type { Times } from './model.ts'
import type { Register } from './register.ts'

export interface IfSuspended {
  /** Delegations in force below it that could not be used meanwhile; none of them ends. */
  readonly stops: readonly string[]
  /** What its holder and theirs could not decide meanwhile. */
  readonly uncovered: IfRevoked['uncovered']
}

/** The effect of suspending `delegation` at D: use of it, and of all that hangs below it, stops as long as it lasts (SEMANTICS, In force). */
export function ifSuspended(register: Register, delegation: string, times: Times): IfSuspended {
  const choices = Object.fromEntries(register.children(delegation, times.known).map(({ id }) => [id, { kind: 'falls' } as const]))
  const { falls, uncovered } = ifRevoked(register, delegation, choices, times)
  return { stops: falls, uncovered }
}
