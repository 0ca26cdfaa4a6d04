/**
 * Whether one version may hang below another, remembered: versions never change, so what was once found true of two of them stays true
 * under the same order of grades and the same basis of the matter. A change of either is a new row, and is judged anew.
 */
import { IntColumn } from './columns.ts'
import type { Basis } from '../model.ts'

const bases: readonly Basis[] = ['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year']
/** Room for five bases and for whether it holds, below the parent's row. */
const found = 16

export class LinkMemo {
  #grades: readonly string[] = []
  /** By the child's row: the parent's, the basis and the verdict in one number. */
  #links = new IntColumn()

  /** What was found of a child and its parent, by row; null: not judged yet. */
  remembered(child: number, parent: number, grades: readonly string[], basis: Basis): boolean | null {
    if (grades !== this.#grades) {
      this.#grades = grades
      this.#links = new IntColumn()
    }
    const verdict = this.#links.get(child) - linkOf(parent, basis)
    return verdict === 0 || verdict === 1 ? verdict === 1 : null
  }

  /** Remembers it under the grades last asked with; returns it. */
  remember(child: number, parent: number, basis: Basis, verdict: boolean): boolean {
    const link = linkOf(parent, basis) + (verdict ? 1 : 0)
    // Beyond a hundred million lines it is judged anew each time.
    if (link <= largestInt) this.#links.set(child, link)
    return verdict
  }
}

const largestInt = 2 ** 31 - 1

const linkOf = (parent: number, basis: Basis): number => parent * found + bases.indexOf(basis) * 2
