import { bandSays, bandWithin, isOpen } from './band.ts'
import { basisOf, type Dimension } from './dimension.ts'

export const amount: Dimension = {
  name: 'amount',
  states: box => box.amount !== null,
  asks(box, asked, entity) {
    if (box.amount === null) return null
    return bandSays(box.amount, asked.counting.amount(basisOf(box, asked), box.amount.currency, entity))
  },
  within(child, parent, measures) {
    if (parent.amount === null || child.amount === null) return parent.amount === null
    const [inner, outer] = [basisOf(child, measures), basisOf(parent, measures)]
    if (inner === outer || isOpen(parent.amount)) return bandWithin(child.amount, parent.amount)
    // A total is never less than the act: what the total may not pass, the act cannot; what the act is over, the total is over.
    if (outer === 'act') return bandWithin({ ...child.amount, over: 0, overIncluded: true }, parent.amount)
    return inner === 'act' && bandWithin({ ...child.amount, upTo: Infinity }, parent.amount)
  },
}
