import { Texts } from './texts.ts'

/**
 * Plain values that repeat (entity lists, permissions), spoken of by number. Those written alike are one object, so that identity proves
 * equality; but not being one proves nothing.
 */
export class Values<V> {
  readonly #written = new Texts()
  readonly #values: V[] = []

  keep(value: V): number {
    const number = this.#written.keep(JSON.stringify(value))
    if (number === this.#values.length) this.#values.push(value)
    return number
  }

  /** As `keep`, of a value as it is stored; the number is `count` where it is new, and `push` then gives it its value. */
  keepStored(stored: DataView, from: number, to: number, near: number): number {
    return this.#written.keepBytes(stored, from, to, near)
  }

  get count(): number {
    return this.#values.length
  }

  push(value: V): void {
    this.#values.push(value)
  }

  value(number: number): V {
    return this.#values[number] as V
  }
}
