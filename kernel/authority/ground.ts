/** What every rule stands on: the register at two times, and the law of one matter there. */
import type { MatterFact, Times } from './model.ts'
import type { Register } from './register.ts'
import { carriedOver, type Carried } from './transition.ts'
import type { World } from './world.ts'

export interface Ground {
  readonly register: Register
  readonly times: Times
  readonly world: World
  /** The matter as known, if it and its framework are in force at D. */
  readonly matter: MatterFact | null
  readonly grades: readonly string[]
  readonly longestActingDays: number | null
  readonly acceptFirst: boolean
  /** Delegations of another framework that count for the matter too; null: none, as nearly always. */
  readonly carried: Carried | null
}

const noGrades: readonly string[] = []

export function groundOf(register: Register, matterId: string, times: Times): Ground {
  const world = register.world(times)
  const { store } = register
  const matter = store.matters.effective(matterId, times.on, times.known)
  const framework = matter === null ? null : store.frameworks.effective(matter.framework, times.on, times.known)
  return {
    register, times, world,
    matter: framework === null ? null : matter,
    grades: framework?.grades ?? noGrades,
    longestActingDays: framework?.longestActingDays ?? null,
    acceptFirst: matter?.acceptance === 'before-use',
    carried: matter === null || framework === null ? null : carriedOver(world, matter, framework),
  }
}
