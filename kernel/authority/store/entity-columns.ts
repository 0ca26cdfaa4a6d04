/** Every version of every entity: the facts as they came, and their tree in columns, for it is climbed at every question. */
import { IntColumn } from './columns.ts'
import { RowLinks } from './links.ts'
import type { Names } from './names.ts'
import { Versions } from './versions.ts'
import type { EntityFact, Instant, LedgerNumber } from '../model.ts'

/** No organisation is deeper; what is, turns in a circle and lies under nothing. */
export const deepestTree = 100

export class EntityColumns {
  readonly versions = new Versions()
  readonly #parent = new IntColumn()
  readonly #below = new RowLinks()
  readonly #facts: EntityFact[] = []

  constructor(private readonly names: Names) {}

  add(fact: EntityFact, number: LedgerNumber): void {
    const { entities } = this.names
    const row = this.versions.add(entities.keep(fact.id), fact.effectiveFrom, fact.effectiveTo, number)
    const parent = entities.keepOptional(fact.parent)
    this.#parent.setOptional(row, parent)
    if (parent >= 0) this.#below.add(parent, row)
    this.#facts[row] = fact
  }

  known(id: string, known: LedgerNumber): number {
    return this.versions.known(this.names.entities.find(id), known)
  }

  /** Rows of the entities directly below one, known at `known`. */
  below(entity: string, known: LedgerNumber): number[] {
    return this.#below.known(this.names.entities.find(entity), this.versions, known)
  }

  fact(row: number): EntityFact {
    return this.#facts[row] as EntityFact
  }

  /** Whether an entity, by number, exists at the instant. */
  exists(entity: number, at: Instant, known: LedgerNumber): boolean {
    const row = this.versions.known(entity, known)
    return row >= 0 && this.versions.runsAt(row, at)
  }

  /** Whether an entity, by number, is one of `roots` or lies below one, through entities that exist at the instant. */
  liesUnder(entity: number, roots: readonly number[], at: Instant, known: LedgerNumber): boolean {
    let current = entity
    for (let depth = 0; current >= 0 && depth < deepestTree; depth++) {
      for (let index = 0; index < roots.length; index++) if (roots[index] === current) return true
      const row = this.versions.known(current, known)
      if (row < 0 || !this.versions.runsAt(row, at)) return false
      current = this.#parent.get(row)
    }
    return false
  }
}
