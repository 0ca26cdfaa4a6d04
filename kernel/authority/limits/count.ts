import { basisOf, type Dimension } from './dimension.ts'

export const count: Dimension = {
  name: 'count',
  states: box => box.count !== null,
  asks(box, asked, entity) {
    if (box.count === null) return null
    const acts = asked.counting.count(basisOf(box, asked), entity)
    if (typeof acts !== 'number') return { code: 'cannot-evaluate', needs: acts.needs }
    return acts <= box.count ? null : { code: 'count-exceeded' }
  },
  within(child, parent, measures) {
    const outer = basisOf(parent, measures)
    // Every act is one act.
    if (parent.count === null || (outer === 'act' && parent.count >= 1)) return true
    return child.count !== null && basisOf(child, measures) === outer && child.count <= parent.count
  },
}
