/** Delegations held by no single seat: everybody of a class, or several posts jointly; their rows by grade and entity, and by post, newest first. */
import type { Holder } from '../model.ts'

type Shared = Extract<Holder, { kind: 'class' | 'joint' }>

/** By what a delegation to a class is linked. */
export const classKey = ({ grade, entity }: { readonly grade: string; readonly entity: string }): string => `${grade} in ${entity}`

const noRows: readonly number[] = []

export class SharedLinks {
  readonly #holders = new Map<number, Shared>()
  readonly #ofClass = new Map<string, number[]>()
  readonly #joint = new Map<string, number[]>()

  get size(): number {
    return this.#holders.size
  }

  add(row: number, holder: Shared): void {
    this.#holders.set(row, holder)
    const [lists, keys] = holder.kind === 'class' ? [this.#ofClass, [classKey(holder)]] as const : [this.#joint, holder.posts] as const
    for (const key of new Set(keys)) {
      const rows = lists.get(key)
      if (rows === undefined) lists.set(key, [row])
      else rows.unshift(row)
    }
  }

  /** Who holds what stands in a row. */
  holder(row: number): Holder | undefined {
    return this.#holders.get(row)
  }

  /** Rows of a class, by its key. */
  ofClass(key: string): readonly number[] {
    return this.#ofClass.get(key) ?? noRows
  }

  /** Rows that a post holds with others. */
  joint(post: string): readonly number[] {
    return this.#joint.get(post) ?? noRows
  }
}
