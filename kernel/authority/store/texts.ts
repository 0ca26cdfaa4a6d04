/**
 * Texts kept once, as bytes, and spoken of by number. Ids are what a register has most of: as strings in a map, five million of them would
 * take more room than everything else together.
 */
import { IntColumn } from './columns.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const firstRoom = 1 << 12

/**
 * Ids mostly count up, so texts that differ in their last characters are kept side by side, sixteen to a line of the machine's memory; the
 * lines themselves are scattered.
 */
const mixIn = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0
const placeOf = (hash: number, mask: number): number => {
  const line = Math.imul(hash >>> 4, 0x9e3779b1)
  return (((line ^ (line >>> 15)) << 4) | (hash & 15)) & mask
}

/** Texts read back lately, so that those asked for again and again are decoded once. */
const recentSlots = 1 << 15

export class Texts {
  #bytes = new Uint8Array(firstRoom * 16)
  /** Where text n ends; it begins where n - 1 ends. */
  readonly #ends = new IntColumn()
  /** Open addressing: numbers by hash, -1 where free. */
  #table = new Int32Array(firstRoom * 2).fill(-1)
  #count = 0
  /** One question asks for the same id at every rule. */
  #lastText: string | null = null
  #lastNumber = -1
  #lastKept = -1
  /** Numbers of a small vocabulary's texts, found before; null: too many to remember. */
  readonly #found: Map<string, number> | null
  readonly #recent: string[] = []
  readonly #recentNumbers = new Int32Array(recentSlots).fill(-1)

  /** `few`: there will never be very many (matters, entities), and every question asks for some. */
  constructor(few = false) {
    this.#found = few ? new Map() : null
  }

  get count(): number {
    return this.#count
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends.get(number - 1)
  }

  /** The number of a text, given to it now if it has none. */
  keep(text: string): number {
    const found = this.find(text)
    if (found >= 0) return found
    const bytes = encoder.encode(text)
    return this.#add(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
  }

  /** As `keep`, of UTF-8 bytes as they came. */
  keepBytes(bytes: Uint8Array, from: number, to: number): number {
    // Who prepared a line mostly decided and signed it, and the next one too.
    if (this.#lastKept >= 0 && this.#isBytes(this.#lastKept, bytes, from, to)) return this.#lastKept
    return (this.#lastKept = this.#keepOther(bytes, from, to))
  }

  #keepOther(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const found = this.#findBytes(bytes, from, to, hash)
    return found >= 0 ? found : this.#add(bytes, from, to, hash)
  }

  keepOptional(text: string | null): number {
    return text === null ? -1 : this.keep(text)
  }

  /** -1 when the text was never kept. */
  find(text: string): number {
    if (text === this.#lastText) return this.#lastNumber
    let number = this.#found?.get(text)
    if (number === undefined) {
      number = this.#find(text)
      // What anybody may ask for must not fill the memory.
      if (number >= 0) this.#found?.set(text, number)
    }
    this.#lastText = text
    this.#lastNumber = number
    return number
  }

  #find(text: string): number {
    let hash = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 127) {
        const bytes = encoder.encode(text)
        return this.#findBytes(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
      }
      hash = mixIn(hash, code)
    }
    const mask = this.#table.length - 1
    for (let slot = placeOf(hash, mask); ; slot = (slot + 1) & mask) {
      const number = this.#table[slot] as number
      if (number < 0 || this.#isAscii(number, text)) return number
    }
  }

  #isAscii(number: number, text: string): boolean {
    const start = this.#start(number)
    if (this.#ends.get(number) - start !== text.length) return false
    for (let index = 0; index < text.length; index++) if (this.#bytes[start + index] !== text.charCodeAt(index)) return false
    return true
  }

  #findBytes(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#table.length - 1
    for (let slot = placeOf(hash, mask); ; slot = (slot + 1) & mask) {
      const number = this.#table[slot] as number
      if (number < 0 || this.#isBytes(number, bytes, from, to)) return number
    }
  }

  #isBytes(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#start(number)
    if (this.#ends.get(number) - start !== to - from) return false
    for (let index = from; index < to; index++) if (this.#bytes[start + index - from] !== bytes[index]) return false
    return true
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    this.#lastText = null
    const number = this.#count++
    const start = this.#start(number)
    const end = start + to - from
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.ceil(end * 1.25))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(bytes.subarray(from, to), start)
    this.#ends.set(number, end)
    if (this.#count * 2 > this.#table.length) this.#widen()
    else this.#enter(number, hash)
    return number
  }

  #enter(number: number, hash: number): void {
    const mask = this.#table.length - 1
    let slot = placeOf(hash, mask)
    while ((this.#table[slot] as number) >= 0) slot = (slot + 1) & mask
    this.#table[slot] = number
  }

  #widen(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1)
    for (let number = 0; number < this.#count; number++) {
      this.#enter(number, hashOf(this.#bytes, this.#start(number), this.#ends.get(number)))
    }
  }

  text(number: number): string {
    const slot = number & (recentSlots - 1)
    if (this.#recentNumbers[slot] === number) return this.#recent[slot] as string
    const text = decoder.decode(this.#bytes.subarray(this.#start(number), this.#ends.get(number)))
    this.#recentNumbers[slot] = number
    this.#recent[slot] = text
    return text
  }

  optional(number: number): string | null {
    return number < 0 ? null : this.text(number)
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0
  for (let index = from; index < to; index++) hash = mixIn(hash, bytes[index] as number)
  return hash
}

/** The numbers of few words out of a great many: currencies, credentials. What is found is remembered. */
export class FewWords {
  readonly #numbers = new Map<string, number>()

  constructor(private readonly texts: Texts) {}

  /** -1 when the text was never kept. */
  find(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.find(text)
    // What anybody may ask for must not fill the memory.
    if (number >= 0 && this.#numbers.size < 1000) this.#numbers.set(text, number)
    return number
  }
}
