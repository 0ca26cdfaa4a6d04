/** Never wider (rule 3): every decision the child's limit allows, the parent's allows, over the union of its boxes. */
import type { Box } from '../model.ts'
import { dimensions } from './dimensions.ts'
import type { BoxList, ReadBox } from './read-box.ts'
import { coveredByUnion } from './union.ts'

function boxWithin(child: ReadBox, parent: ReadBox, grades: readonly string[]): boolean {
  for (const dimension of dimensions) {
    if (dimension.states(parent) && !dimension.within(child, parent, grades)) return false
  }
  return true
}

function boxWithinLimit(child: ReadBox, parent: BoxList, grades: readonly string[]): boolean {
  for (let index = 0; index < parent.count; index++) if (boxWithin(child, parent.at(index), grades)) return true
  return parent.count > 1 && coveredByUnion(child, parent, grades)
}

export const unlimited: ReadBox = { amount: null, grade: null, methods: null, categories: null, funds: null, term: null }

/** Whether the child's limit lies inside the parent's. No box at all is no limit. */
export function limitWithin(child: BoxList, parent: BoxList, grades: readonly string[]): boolean {
  if (parent.count === 0) return true
  if (child.count === 0) return boxWithinLimit(unlimited, parent, grades)
  for (let index = 0; index < child.count; index++) if (!boxWithinLimit(child.at(index), parent, grades)) return false
  return true
}

/** In which dimensions the child is wider, each box measured against the parent's box nearest to it. Empty: nowhere. */
export function widerIn(child: BoxList, parent: BoxList, grades: readonly string[]): readonly (keyof Box)[] {
  const wider = new Set<keyof Box>()
  for (let index = 0; index < Math.max(child.count, 1); index++) {
    const box = child.count === 0 ? unlimited : child.at(index)
    if (parent.count === 0 || boxWithinLimit(box, parent, grades)) continue
    let nearest: readonly (keyof Box)[] | null = null
    for (let other = 0; other < parent.count; other++) {
      const against = parent.at(other)
      const failing = dimensions.filter(dimension => dimension.states(against) && !dimension.within(box, against, grades))
      if (nearest === null || failing.length < nearest.length) nearest = failing.map(dimension => dimension.name)
    }
    for (const name of nearest ?? []) wider.add(name)
  }
  return [...wider]
}
