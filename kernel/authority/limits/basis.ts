import type { Dimension } from './dimension.ts'

/** By itself it allows and refuses nothing: amounts and counts are counted on it, and compare by it. */
export const basis: Dimension = {
  name: 'basis',
  states: () => false,
  asks: () => null,
  within: () => true,
}
