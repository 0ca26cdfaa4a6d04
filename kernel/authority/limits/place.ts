import type { Dimension } from './dimension.ts'

/** Roots of the trees of places the decision may take effect in. */
export const place: Dimension = {
  name: 'places',
  states: box => box.places !== null,
  asks(box, asked) {
    if (box.places === null) return null
    if (asked.question.place === undefined) return { code: 'cannot-evaluate', needs: 'place' }
    return asked.placeUnder(asked.question.place, box.places) ? null : { code: 'wrong-place' }
  },
  within(child, parent, measures) {
    const roots = parent.places
    return roots === null || (child.places?.every(inner => measures.placeUnder(inner, roots)) ?? false)
  },
}
