/** Never wider (rule 3): every decision the child's limit allows, the parent's allows, over the union of its boxes. */
import type { Box } from '../model.ts'
import { dimensions } from './dimensions.ts'
import type { Measures } from './measures.ts'
import { readBox, type BoxList, type ReadBox } from './read-box.ts'
import { coveredByUnion } from './union.ts'

function boxWithin(child: ReadBox, parent: ReadBox, measures: Measures): boolean {
  for (const dimension of dimensions) {
    if (dimension.states(parent) && !dimension.within(child, parent, measures)) return false
  }
  return true
}

function boxWithinLimit(child: ReadBox, parent: BoxList, measures: Measures): boolean {
  for (let index = 0; index < parent.count; index++) if (boxWithin(child, parent.at(index), measures)) return true
  return coveredByUnion(child, parent, measures)
}

const unlimited = readBox({})

/** Whether the child's limit lies inside the parent's. No box at all is no limit. */
export function limitWithin(child: BoxList, parent: BoxList, measures: Measures): boolean {
  if (parent.count === 0) return true
  if (child.count === 0) return boxWithinLimit(unlimited, parent, measures)
  for (let index = 0; index < child.count; index++) if (!boxWithinLimit(child.at(index), parent, measures)) return false
  return true
}

/** In which dimensions the child is wider, each box measured against the parent's box nearest to it. Empty: nowhere. */
export function widerIn(child: BoxList, parent: BoxList, measures: Measures): readonly (keyof Box)[] {
  const wider = new Set<keyof Box>()
  for (let index = 0; index < Math.max(child.count, 1); index++) {
    const box = child.count === 0 ? unlimited : child.at(index)
    if (parent.count === 0 || boxWithinLimit(box, parent, measures)) continue
    let nearest: readonly (keyof Box)[] | null = null
    for (let other = 0; other < parent.count; other++) {
      const against = parent.at(other)
      const failing = dimensions.filter(dimension => dimension.states(against) && !dimension.within(box, against, measures))
      if (nearest === null || failing.length < nearest.length) nearest = failing.map(dimension => dimension.name)
    }
    for (const name of nearest ?? []) wider.add(name)
  }
  return [...wider]
}
