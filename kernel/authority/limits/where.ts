import type { Dimension } from './dimension.ts'

/** Facts the box hangs on, all of them. */
export const where: Dimension = {
  name: 'where',
  states: box => box.where !== null,
  asks: (box, { circumstances }, entity) =>
    box.where === null || circumstances.are(box.where, entity) ? null : { code: 'fact-differs' },
  within: (child, parent) =>
    parent.where === null || Object.entries(parent.where).every(([key, value]) => child.where?.[key] === value),
}
