/** The dimensions of a limit. A new one is a file here, a key of `Box`, and a line in this table. */
import type { Box } from '../model.ts'
import { amount } from './amount.ts'
import { basis } from './basis.ts'
import { category } from './category.ts'
import { count } from './count.ts'
import { dates } from './dates.ts'
import type { Asked, Dimension, Outcome } from './dimension.ts'
import { fund } from './fund.ts'
import { grade } from './grade.ts'
import { method } from './method.ts'
import { place } from './place.ts'
import type { BoxList, ReadBox } from './read-box.ts'
import { stated } from './stated.ts'
import { termOver } from './term-over.ts'
import { term } from './term.ts'
import { where } from './where.ts'

const everyday = { amount, grade, methods: method, categories: category, funds: fund, term }
/** Looked at only in boxes that state any of them (`ReadBox.rare`). */
const rare = { basis, count, places: place, termOver, dates, where, stated }
const table = { ...everyday, ...rare } satisfies Record<keyof Box, Dimension>

export const dimensions: readonly Dimension[] = Object.values(table)
const everydayDimensions: readonly Dimension[] = Object.values(everyday)

const dimensionsOf = (box: ReadBox): readonly Dimension[] => (box.rare ? dimensions : everydayDimensions)

/** What one dimension of the nearest box refuses; `box` is its place among the boxes. */
export type OutsideLimit = NonNullable<Outcome> & { readonly dimension: keyof Box; readonly box: number }

/** Whether the question lies inside the box. */
export function insideBox(box: ReadBox, asked: Asked, entity: string | null): boolean {
  for (const dimension of dimensionsOf(box)) {
    if (dimension.states(box) && dimension.asks(box, asked, entity) !== null) return false
  }
  return true
}

/** Whether the question lies inside the limit; no box at all is no limit. */
export function insideLimit(boxes: BoxList, asked: Asked, entity: string | null): boolean {
  if (boxes.count === 0) return true
  for (let index = 0; index < boxes.count; index++) if (insideBox(boxes.at(index), asked, entity)) return true
  return false
}

/** A box for another method, place or circumstance speaks of something else: what a box for the one asked about says comes first. */
const otherKind = new Set(['wrong-method', 'wrong-category', 'wrong-fund', 'wrong-place', 'outside-dates', 'fact-differs'])
const kindsMissed = (outside: readonly OutsideLimit[]): number => outside.filter(({ code }) => otherKind.has(code)).length

const nearer = (a: readonly OutsideLimit[], b: readonly OutsideLimit[]): boolean =>
  kindsMissed(a) !== kindsMissed(b) ? kindsMissed(a) < kindsMissed(b) : a.length < b.length

/** Why it does not: what the nearest box (for what is asked about, failed in the fewest dimensions, the first of equals) refuses. */
export function outsideLimit(boxes: BoxList, asked: Asked, entity: string | null): readonly OutsideLimit[] {
  let nearest: readonly OutsideLimit[] = []
  for (let index = 0; index < boxes.count; index++) {
    const box = boxes.at(index)
    const outside: OutsideLimit[] = []
    for (const dimension of dimensionsOf(box)) {
      const outcome = dimension.states(box) ? dimension.asks(box, asked, entity) : null
      if (outcome !== null) outside.push({ ...outcome, dimension: dimension.name, box: index })
    }
    if (outside.length === 0) return outside
    if (index === 0 || nearer(outside, nearest)) nearest = outside
  }
  return nearest
}
