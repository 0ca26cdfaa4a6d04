/** Plain values that repeat (entity lists, permissions): equal ones are one object, so that identity proves equality. */
export class Values<V> {
  readonly #numbers = new Map<string, number>()
  readonly #values: V[] = []

  keep(value: V): number {
    return this.keepText(JSON.stringify(value), () => value)
  }

  /** As `keep`, by the value's own text: it is read only when it is new. */
  keepText(text: string, read: () => V): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#values.push(read()) - 1
    this.#numbers.set(text, number)
    return number
  }

  value(number: number): V {
    return this.#values[number] as V
  }
}
