/** Those who wait until their events are numbered and applied here. */
import type { LedgerNumber } from '../../kernel/authority/model.ts'

/** An event was recorded but not numbered in time: it is kept, and will be. */
export class LedgerStalled extends Error {
  override readonly name = 'LedgerStalled'
  constructor() {
    super('The act was recorded but has no number yet: the sequencer is not answering. Do not repeat it; look at the log in a moment.')
  }
}

export interface Settled {
  /** True when all of them had arrived before one asked. */
  readonly known: boolean
  readonly missing: readonly string[]
  /** The highest of their numbers. */
  readonly last: Promise<LedgerNumber>
}

interface Group {
  readonly missing: Set<string>
  highest: LedgerNumber
  readonly done: (number: LedgerNumber) => void
  readonly failed: (error: Error) => void
}

const remembered = 20_000

export class Waiting {
  readonly #patience: number
  readonly #groups = new Map<string, Set<Group>>()
  /** Lately arrived, oldest first: who asks after the event finds it here. */
  readonly #lately = new Map<string, LedgerNumber>()

  constructor(patience: number) {
    this.#patience = patience
  }

  get some(): boolean {
    return this.#groups.size > 0
  }

  arrived(id: string, number: LedgerNumber): void {
    this.#lately.set(id, number)
    if (this.#lately.size > remembered) {
      for (const oldest of this.#lately.keys()) {
        this.#lately.delete(oldest)
        break
      }
    }
    const groups = this.#groups.get(id)
    if (!groups) return
    this.#groups.delete(id)
    for (const group of groups) {
      group.missing.delete(id)
      group.highest = Math.max(group.highest, number)
      if (group.missing.size === 0) group.done(group.highest)
    }
  }

  for(ids: readonly string[]): Settled {
    const missing = ids.filter((id) => !this.#lately.has(id))
    const highest = ids.reduce((high, id) => Math.max(high, this.#lately.get(id) ?? 0), 0)
    if (missing.length === 0) return { known: true, missing, last: Promise.resolve(highest) }
    let group: Group | undefined
    const last = new Promise<LedgerNumber>((done, failed) => {
      group = { missing: new Set(missing), highest, done, failed }
      for (const id of missing) this.#groups.set(id, (this.#groups.get(id) ?? new Set()).add(group))
    })
    const timer = setTimeout(() => group && this.#giveUp(group, new LedgerStalled()), this.#patience)
    timer.unref()
    return { known: false, missing, last: last.finally(() => clearTimeout(timer)) }
  }

  fail(error: Error): void {
    for (const group of new Set([...this.#groups.values()].flatMap((groups) => [...groups]))) this.#giveUp(group, error)
  }

  #giveUp(group: Group, error: Error): void {
    for (const id of group.missing) {
      const groups = this.#groups.get(id)
      groups?.delete(group)
      if (groups?.size === 0) this.#groups.delete(id)
    }
    group.failed(error)
  }
}
