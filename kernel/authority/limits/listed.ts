/** Dimensions that list what is allowed: methods, categories, funds differ only in which list and which word. */
import type { Dimension, OutsideCode } from './dimension.ts'

export function listed(
  name: 'methods' | 'categories' | 'funds', fact: 'method' | 'category' | 'fund', code: OutsideCode,
): Dimension {
  const refusal = { code }
  return {
    name,
    states: box => box[name] !== null,
    asks(box, { question }) {
      const allowed = box[name]
      if (allowed === null) return null
      const value = question[fact]
      if (value === undefined) return { code: 'cannot-evaluate', needs: fact }
      return allowed.includes(value) ? null : refusal
    },
    within(child, parent) {
      const allowed = parent[name]
      if (allowed === null || child[name] === allowed) return true
      return child[name]?.every(value => allowed.includes(value)) ?? false
    },
  }
}
