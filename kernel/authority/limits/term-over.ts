import type { Dimension } from './dimension.ts'

export const termOver: Dimension = {
  name: 'termOver',
  states: box => box.termOver !== null,
  asks(box, { question }) {
    if (box.termOver === null) return null
    if (question.term === undefined || !(question.term >= 0)) return { code: 'cannot-evaluate', needs: 'term' }
    return question.term > box.termOver ? null : { code: 'below-term' }
  },
  within: (child, parent) => parent.termOver === null || (child.termOver !== null && child.termOver >= parent.termOver),
}
