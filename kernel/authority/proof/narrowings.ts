/** Ways to make a limit narrower, one small step at a time: none of them can let in what was outside. */
import fc from 'fast-check'

import { day } from './example-facts.ts'
import { start } from './random-limits.ts'
import type { Box } from '../model.ts'

/** What one step does to the box it is applied to. */
const steps: readonly ((box: Box) => Box)[] = [
  box => (box.amount === undefined ? { ...box, amount: { currency: 'USD', upTo: '500' } } : box),
  box => (box.amount === undefined ? box : { ...box, amount: { ...box.amount, upTo: '100' } }),
  box => (box.amount === undefined ? box : { ...box, amount: { ...box.amount, upToIncluded: false } }),
  box => (box.amount?.over === undefined ? box : { ...box, amount: { ...box.amount, overIncluded: false } }),
  box => ({ ...box, grade: 'P-3' }),
  box => ({ ...box, methods: box.methods?.slice(1) ?? ['tender'] }),
  box => ({ ...box, categories: box.categories?.slice(0, 1) ?? ['goods'] }),
  box => ({ ...box, funds: box.funds?.slice(0, 1) ?? ['regular'] }),
  box => ({ ...box, term: Math.min(box.term ?? 12, 12) }),
  box => ({ ...box, termOver: Math.max(box.termOver ?? 6, 6) }),
  box => ({ ...box, count: Math.min(box.count ?? 2, 1) }),
  box => ({ ...box, places: ['country'] }),
  box => ({ ...box, dates: { from: box.dates?.from ?? null, to: Math.min(box.dates?.to ?? Infinity, start + 20 * day) } }),
  box => ({ ...box, where: { exempt: 'false', ...box.where, again: 'true' } }),
  box => ({ ...box, stated: { ...box.stated, 'match-amount': { currency: 'USD', upTo: '100' } } }),
]

export interface Narrowing {
  /** Which box, and which step. */
  readonly box: number
  readonly step: number
  /** Instead: the box goes, if it is not the last. */
  readonly drops: boolean
}

export const narrowings: fc.Arbitrary<readonly Narrowing[]> = fc.array(
  fc.record({ box: fc.nat(5), step: fc.nat(steps.length - 1), drops: fc.constantFrom(false, false, false, true) }),
  { minLength: 1, maxLength: 4 },
)

/** No box at all is no limit: the first step then states one. */
export function narrowed(limits: readonly Box[], by: readonly Narrowing[]): readonly Box[] {
  return by.reduce<readonly Box[]>((boxes, { box, step, drops }) => {
    const given = boxes.length === 0 ? [{}] : boxes
    const at = box % given.length
    if (drops && given.length > 1) return given.filter((_, index) => index !== at)
    return given.map((each, index) => (index === at ? (steps[step] ?? (same => same))(each) : each))
  }, limits)
}
