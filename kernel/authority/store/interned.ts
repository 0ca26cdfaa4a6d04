/** Texts and small values kept once and spoken of by number. */

export class Texts {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  /** The number of a text, given to it now if it has none. */
  keep(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }

  keepOptional(text: string | null): number {
    return text === null ? -1 : this.keep(text)
  }

  /** -1 when the text was never kept. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  text(number: number): string {
    return this.#texts[number] as string
  }

  optional(number: number): string | null {
    return number < 0 ? null : this.text(number)
  }
}

/** Plain values that repeat (entity lists, permissions): equal ones are one object, so that identity proves equality. */
export class Values<V> {
  readonly #numbers = new Map<string, number>()
  readonly #values: V[] = []

  keep(value: V): number {
    const key = JSON.stringify(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#values.push(value) - 1
    this.#numbers.set(key, number)
    return number
  }

  value(number: number): V {
    return this.#values[number] as V
  }
}
