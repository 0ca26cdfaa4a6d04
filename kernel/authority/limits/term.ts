import type { Dimension } from './dimension.ts'

export const term: Dimension = {
  name: 'term',
  states: box => box.term !== null,
  asks(box, { question }) {
    if (box.term === null) return null
    if (question.term === undefined || !(question.term >= 0)) return { code: 'cannot-evaluate', needs: 'term' }
    return question.term <= box.term ? null : { code: 'term-exceeded' }
  },
  within: (child, parent) => parent.term === null || (child.term !== null && child.term <= parent.term),
}
