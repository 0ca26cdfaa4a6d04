/**
 * Whether one version may hang below another, remembered: versions never change, so what was once found true of two of them stays true
 * under the same order of grades and the same basis of the matter. A change of either is a new row, and is judged anew.
 */
import { ByteColumn, IntColumn } from './columns.ts'
import type { Basis } from '../model.ts'

const bases: readonly Basis[] = ['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year']
const holds = 1
const fails = 2

export class LinkMemo {
  #grades: readonly string[] = []
  #parent = new IntColumn()
  #verdict = new ByteColumn()

  /** The remembered verdict on a child and its parent, by row, or `judge`'s. */
  of(child: number, parent: number, grades: readonly string[], basis: Basis, judge: (child: number, parent: number) => boolean): boolean {
    if (grades !== this.#grades) {
      this.#grades = grades
      this.#parent = new IntColumn()
      this.#verdict = new ByteColumn()
    }
    const remembered = this.#verdict.get(child)
    const by = bases.indexOf(basis)
    if (this.#parent.get(child) === parent && remembered >> 2 === by) return (remembered & 3) === holds
    const verdict = judge(child, parent)
    this.#parent.set(child, parent)
    this.#verdict.set(child, (by << 2) | (verdict ? holds : fails))
    return verdict
  }
}
