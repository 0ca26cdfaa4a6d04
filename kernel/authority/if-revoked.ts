/** What would fall, stand and be left uncovered if a delegation were revoked, before anybody confirms it (rule 11). */
import { inForce as inForceOn } from './chain.ts'
import type { ChildChoice } from './acts/revoke.ts'
import { isManned, personsExercising } from './exercising.ts'
import { groundOf, type Ground } from './ground.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import type { FallChoice, Times } from './model.ts'
import { lineFaults, recipientFaults } from './passing-on.ts'
import type { Reason } from './reasons.ts'
import type { Register } from './register.ts'
import { inAnySubtree } from './world.ts'

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

export interface Uncovered {
  readonly matter: string
  readonly entity: string
  /** Who would lose it. */
  readonly persons: readonly string[]
  /** Nobody else could decide the matter there. */
  readonly nobodyElse: boolean
}

/** Each line by the law of its own matter. */
const inForce = ({ register, times }: Ground, row: DelegationRow): boolean => inForceOn(groundOf(register, row.matter, times), row)

/** Why a child cannot stand under the delegation above its revoked parent. */
export function standsProblem(ground: Ground, child: DelegationRow, parent: DelegationRow): readonly Reason[] {
  const above = ground.register.parentOf(parent, ground.times.known)
  if (above === null) return [{ code: 'legal-basis-missing', delegation: child.id }]
  const link = { child, parent: above, ...ground }
  return [...lineFaults(link), ...recipientFaults(link)]
}

function* subtree(ground: Ground, row: DelegationRow, seen = new Set<string>()): Iterable<DelegationRow> {
  if (seen.has(row.id)) return
  seen.add(row.id)
  yield row
  for (const child of ground.register.linked('parent', row.id, ground.times.known)) yield* subtree(ground, child, seen)
}

function uncovered(ground: Ground, stopped: readonly DelegationRow[]): Uncovered[] {
  const gone = new Set(stopped.map(row => row.id))
  const lost = new Map<string, Uncovered & { persons: string[] }>()
  for (const row of stopped) {
    const here = groundOf(ground.register, row.matter, ground.times)
    for (const entity of row.entities) {
      const key = JSON.stringify([row.matter, entity])
      const entry = lost.get(key) ?? { matter: row.matter, entity, persons: [], nobodyElse: !somebodyElse(here, row.matter, entity, gone) }
      entry.persons.push(...personsExercising(here, row).filter(person => row.mayExercise && !entry.persons.includes(person)))
      lost.set(key, entry)
    }
  }
  return [...lost.values()]
}

function somebodyElse(ground: Ground, matter: string, entity: string, gone: ReadonlySet<string>): boolean {
  for (const row of ground.register.linked('matter', matter, ground.times.known)) {
    if (gone.has(row.id) || !row.mayExercise || !inAnySubtree(ground.world, entity, row.entities)) continue
    if (inForce(ground, row) && isManned(ground, row)) return true
  }
  return false
}

/** The effect of revoking `delegation` at D, with these choices for its direct children; where none is made, the framework's default. */
export function ifRevoked(
  register: Register, delegation: string, choices: Readonly<Record<string, ChildChoice>>, times: Times,
): IfRevoked {
  const row = register.delegation(delegation, times.known)
  if (row === null) return { direct: [], falls: [], stands: [], uncovered: [] }
  const ground = groundOf(register, row.matter, times)
  const fallback: FallChoice = register.framework(times)?.fallDefault ?? 'falls'
  const children = Array.from(register.linked('parent', delegation, times.known)).reverse()
  const direct = children.filter(child => child.endedAt === null || child.endedAt > times.on).map(child => {
    const choice = choices[child.id] ?? { kind: fallback }
    return { child, choice, problem: choice.kind === 'falls' ? [] : standsProblem(ground, child, row) }
  })
  const falls: DelegationRow[] = []
  const stands: DelegationRow[] = []
  for (const { child, choice, problem } of direct) {
    const goesOn = choice.kind !== 'falls' && problem.length === 0 && !(choice.kind === 'falls-on' && choice.at <= times.on)
    for (const below of subtree(ground, child)) if (inForce(ground, below)) (goesOn ? stands : falls).push(below)
  }
  const stopped = inForce(ground, row) ? [row, ...falls] : falls
  return {
    direct: direct.map(({ child, choice, problem }) => ({ delegation: child.id, choice, standsProblem: problem })),
    falls: falls.map(below => below.id),
    stands: stands.map(below => below.id),
    uncovered: uncovered(ground, stopped),
  }
}
