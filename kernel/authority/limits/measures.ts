/** What limits are measured by: the order of grades, what the matter counts on unless a box says otherwise, the tree of places. */
import type { Basis, MatterFact } from '../model.ts'
import { inTree, type World } from '../world.ts'

export interface Measures {
  /** Grades from lowest to highest. */
  readonly grades: readonly string[]
  readonly basis: Basis
  /** Whether `place` is one of `roots` or lies below one, at D. */
  placeUnder(place: string, roots: readonly string[]): boolean
}

export const measuresOf = (
  { world, matter, grades }: { readonly world: World; readonly matter: MatterFact | null; readonly grades: readonly string[] },
): Measures => ({
  grades,
  basis: matter?.basis ?? 'act',
  placeUnder: (place, roots) => roots.some(root => inTree(world, 'place', place, root)),
})
