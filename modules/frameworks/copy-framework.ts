/** A bulletin begins as the framework in force, each matter under a new id and called identical to the one it was copied from. */
import type { FrameworkFact, MatterFact } from '../../kernel/authority/model.ts'
import type { Bulletin } from './model.ts'

export function copyFramework(
  before: FrameworkFact, oldMatters: readonly MatterFact[], begun: { readonly id: string; readonly title: string; readonly by: string; readonly now: number },
): Bulletin {
  const newIds = new Map(oldMatters.map(({ id }) => [id, `${id}@${begun.id}`]))
  const matters = oldMatters.map((matter): MatterFact => ({
    ...matter, id: newIds.get(matter.id) ?? matter.id, framework: begun.id, effectiveFrom: null, effectiveTo: null,
    incompatible: matter.incompatible.map((pair) => ({ ...pair, matter: newIds.get(pair.matter) ?? pair.matter })),
  }))
  const { grades, runningCases, acceptWithinDays } = before
  return {
    id: begun.id, version: 1, state: 'preparing', supersedes: before.id,
    terms: { title: begun.title, first: null, until: null, runningCases, grades: [...grades], acceptWithinDays },
    matters, mappings: oldMatters.map(({ id }) => ({ from: id, to: newIds.get(id) ?? null, how: 'identical' })),
    reissue: oldMatters.filter(({ delegable }) => delegable !== 'no').map(({ id }) => id),
    group: [], begunBy: begun.by, instrument: null, createdAt: begun.now, updatedAt: begun.now,
  }
}
