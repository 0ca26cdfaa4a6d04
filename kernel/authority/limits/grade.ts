import type { Dimension } from './dimension.ts'

/** A ceiling in the framework's order of grades; a grade the framework does not know cannot be compared. */
export const grade: Dimension = {
  name: 'grade',
  states: box => box.grade !== null,
  asks(box, { question, grades }) {
    if (box.grade === null) return null
    const ceiling = grades.indexOf(box.grade)
    const asked = question.grade === undefined ? -1 : grades.indexOf(question.grade)
    if (ceiling < 0 || asked < 0) return { code: 'cannot-evaluate', needs: ceiling < 0 ? 'limit' : 'grade' }
    return asked <= ceiling ? null : { code: 'wrong-grade' }
  },
  within(child, parent, { grades }) {
    if (parent.grade === null) return true
    if (child.grade === null) return false
    const inner = grades.indexOf(child.grade)
    return inner >= 0 && inner <= grades.indexOf(parent.grade)
  },
}
