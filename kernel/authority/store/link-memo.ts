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

  /** What was found of a child and its parent, by row; null: not judged yet. */
  remembered(child: number, parent: number, grades: readonly string[], basis: Basis): boolean | null {
    if (grades !== this.#grades) {
      this.#grades = grades
      this.#parent = new IntColumn()
      this.#verdict = new ByteColumn()
    }
    const verdict = this.#verdict.get(child)
    return this.#parent.get(child) === parent && verdict >> 2 === bases.indexOf(basis) ? (verdict & 3) === holds : null
  }

  /** Remembers it under the grades last asked with; returns it. */
  remember(child: number, parent: number, basis: Basis, verdict: boolean): boolean {
    this.#parent.set(child, parent)
    this.#verdict.set(child, (bases.indexOf(basis) << 2) | (verdict ? holds : fails))
    return verdict
  }
}
