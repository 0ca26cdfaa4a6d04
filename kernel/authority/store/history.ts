/** Versions of facts that are kept as objects, and the lists that link them. */
import type { Instant, LedgerNumber } from '../model.ts'
import { runsAt, type Effective } from '../effective.ts'

export interface Version<F> {
  readonly fact: F
  readonly number: LedgerNumber
  /** Infinity while current: the only later write. */
  supersededBy: LedgerNumber
}

const isKnown = <F>(version: Version<F>, known: LedgerNumber): boolean => version.number <= known && known < version.supersededBy

export class History<F extends Effective & { readonly id: string }> {
  readonly #versions = new Map<string, Version<F>[]>()

  add(fact: F, number: LedgerNumber): Version<F> {
    const version: Version<F> = { fact, number, supersededBy: Infinity }
    const earlier = this.#versions.get(fact.id)
    if (earlier === undefined) this.#versions.set(fact.id, [version])
    else {
      const last = earlier.at(-1)
      if (last !== undefined) last.supersededBy = number
      earlier.push(version)
    }
    return version
  }

  known(id: string, known: LedgerNumber): F | null {
    const versions = this.#versions.get(id)
    if (versions === undefined) return null
    for (let index = versions.length - 1; index >= 0; index--) {
      const version = versions[index] as Version<F>
      if (version.number <= known) return version.fact
    }
    return null
  }

  /** As `known`, if it is effective at `at`. */
  effective(id: string, at: Instant, known: LedgerNumber): F | null {
    const fact = this.known(id, known)
    return fact !== null && runsAt(fact, at) ? fact : null
  }

  *all(known: LedgerNumber): Iterable<F> {
    for (const id of this.#versions.keys()) {
      const fact = this.known(id, known)
      if (fact !== null) yield fact
    }
  }
}

/** Versions by something they mention: assignments by person, posts by entity. */
export class Index<F> {
  readonly #lists = new Map<string, Version<F>[]>()

  add(key: string, version: Version<F>): void {
    const list = this.#lists.get(key)
    if (list === undefined) this.#lists.set(key, [version])
    else list.push(version)
  }

  known(key: string, known: LedgerNumber): F[] {
    const found: F[] = []
    for (const version of this.#lists.get(key) ?? []) if (isKnown(version, known)) found.push(version.fact)
    return found
  }
}
