/** What would fall, stand and be left uncovered if a delegation were revoked, before anybody confirms it (rule 11). */
import type { ChildChoice } from './acts/revoke.ts'
import { inForce } from './chain.ts'
import { groundOf, type Ground } from './ground.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import type { FallChoice, Times } from './model.ts'
import { lineFaults, recipientFaults } from './passing-on.ts'
import type { Reason } from './reasons.ts'
import type { Register } from './register.ts'
import { groundsOf, inForceByItsLaw, subtree, uncoveredWithout, type Uncovered } from './uncovered.ts'

export interface IfRevoked {
  /** Every child that has not ended, in force or not: each wants a choice. */
  readonly direct: readonly {
    readonly delegation: string
    readonly choice: ChildChoice
    /** Why it could not stand under the grandparent; then it falls with the rest. */
    readonly standsProblem: readonly Reason[]
  }[]
  /** Descendants in force that would stop. */
  readonly falls: readonly string[]
  /** Descendants in force that would go on. */
  readonly stands: readonly string[]
  readonly uncovered: readonly Uncovered[]
}

/** Why a child cannot stand under the delegation above its revoked parent. */
export function standsProblem(ground: Ground, child: DelegationRow, parent: DelegationRow): readonly Reason[] {
  const above = ground.register.parentOf(parent, ground.times)
  if (above === null) return [{ code: 'legal-basis-missing', delegation: child.id }]
  const link = { child, parent: above, ...ground }
  return [...lineFaults(link), ...recipientFaults(link)]
}

interface Settled extends Pick<IfRevoked, 'direct'> {
  readonly falls: readonly DelegationRow[]
  readonly stands: readonly DelegationRow[]
}

/** What the choices, or where none is made the framework's default, make of these direct children and of all that hangs below them. */
export function settle(
  ground: Ground, row: DelegationRow, children: readonly DelegationRow[], choices: Readonly<Record<string, ChildChoice>>,
): Settled {
  const { register, times } = ground
  const fallback: FallChoice = register.framework(times)?.fallDefault ?? 'falls'
  const direct = children.filter(child => child.endedAt === null || child.endedAt > times.on).map(child => {
    const choice = choices[child.id] ?? { kind: fallback }
    return { child, choice, problem: choice.kind === 'falls' ? [] : standsProblem(ground, child, row) }
  })
  const groundFor = groundsOf(ground)
  const falls: DelegationRow[] = []
  const stands: DelegationRow[] = []
  for (const { child, choice, problem } of direct) {
    const goesOn = choice.kind !== 'falls' && problem.length === 0 && !(choice.kind === 'falls-on' && choice.at <= times.on)
    for (const below of subtree(ground, child)) if (inForce(groundFor(below), below)) (goesOn ? stands : falls).push(below)
  }
  return { direct: direct.map(({ child, choice, problem }) => ({ delegation: child.id, choice, standsProblem: problem })), falls, stands }
}

/** Passed on from it, oldest first, ended ones too. */
export const childRows = ({ register, times }: Ground, id: string): readonly DelegationRow[] =>
  Array.from(register.linked('parent', id, times)).reverse()

/** The effect of revoking `delegation` at D, with these choices for its direct children; where none is made, the framework's default. */
export function ifRevoked(
  register: Register, delegation: string, choices: Readonly<Record<string, ChildChoice>>, times: Times,
): IfRevoked {
  const row = register.delegation(delegation, times)
  if (row === null) return { direct: [], falls: [], stands: [], uncovered: [] }
  const ground = groundOf(register, row.matter, times)
  const { direct, falls, stands } = settle(ground, row, childRows(ground, delegation), choices)
  return {
    direct,
    falls: falls.map(below => below.id),
    stands: stands.map(below => below.id),
    uncovered: uncoveredWithout(ground, inForceByItsLaw(ground, row) ? [row, ...falls] : falls),
  }
}
