import { bandSays, bandWithin } from './band.ts'
import type { Asked, Dimension, Outcome } from './dimension.ts'
import type { ReadBox } from './read-box.ts'

/** The first of the stated amounts that lies outside; an amount that is too high or too low before one that nobody stated. */
function firstOutside(stated: NonNullable<ReadBox['stated']>, { counting }: Asked): Outcome {
  const outcomes = Object.entries(stated).map(([fact, band]) => bandSays(band, counting.stated(fact, band.currency)))
  const outside = outcomes.filter(outcome => outcome !== null)
  return outside.find(({ code }) => code !== 'cannot-evaluate') ?? outside[0] ?? null
}

/** Further amounts of the decision, by the fact that states them. */
export const stated: Dimension = {
  name: 'stated',
  states: box => box.stated !== null,
  asks: (box, asked) => (box.stated === null ? null : firstOutside(box.stated, asked)),
  within: (child, parent) =>
    parent.stated === null || Object.entries(parent.stated).every(([fact, band]) => bandWithin(child.stated?.[fact] ?? null, band)),
}
