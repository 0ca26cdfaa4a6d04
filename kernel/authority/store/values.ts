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

  /** As `keep`, of a value as it is stored: it is read only when it is new. */
  keepStored(bytes: Uint8Array, from: number, to: number, read: () => V): number {
    const number = this.#written.keepBytes(bytes, from, to)
    if (number === this.#values.length) this.#values.push(read())
    return number
  }

  value(number: number): V {
    return this.#values[number] as V
  }
}
