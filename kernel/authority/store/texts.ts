/**
 * Texts kept once, as bytes, and spoken of by number. Ids are what a register has most of: as strings in a map, five million of them would
 * take more room than everything else together.
 */
import { IntColumn, type Room } from './columns.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function encoded(text: string): DataView {
  const { buffer, byteOffset, byteLength } = encoder.encode(text)
  return new DataView(buffer, byteOffset, byteLength)
}

const firstRoom = 1 << 12

/**
 * Ids mostly count up, so texts that differ in their last characters are kept side by side, sixteen to a line of the machine's memory; the
 * lines themselves are scattered. All but the last characters go in by fours.
 */
const mixFour = (hash: number, four: number): number => {
  const mixed = Math.imul(hash ^ four, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
const mixLast = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0
const slotOf = (hash: number, mask: number): number => {
  const line = Math.imul(hash >>> 4, 0x9e3779b1)
  return (((line ^ (line >>> 15)) << 4) | (hash & 15)) & mask
}
/** From 1 to 255, by other bits of the hash than those that find the slot. */
const tagOf = (hash: number): number => (Math.imul(hash, 0x85ebca6b) >>> 24) || 255

function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from
  let at = from
  for (; to - at > 4; at += 4) hash = mixFour(hash, view.getInt32(at))
  for (; at < to; at++) hash = mixLast(hash, view.getUint8(at))
  return hash
}

/** The same of a text in ASCII; null: it is none. */
function hashOfAscii(text: string): number | null {
  const { length } = text
  let hash = length
  let all = 0
  let at = 0
  for (; length - at > 4; at += 4) {
    const one = text.charCodeAt(at)
    const two = text.charCodeAt(at + 1)
    const three = text.charCodeAt(at + 2)
    const four = text.charCodeAt(at + 3)
    all |= one | two | three | four
    hash = mixFour(hash, (one << 24) | (two << 16) | (three << 8) | four)
  }
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    all |= code
    hash = mixLast(hash, code)
  }
  return all > 127 ? null : hash
}

/** A record: the number of the text, its length up to 255, which stands for all from there on, and the text. */
const numberBytes = 4
const headBytes = numberBytes + 1
const long = 255

/** Texts read back lately, so that those asked for again and again are decoded once. */
const recentSlots = 1 << 15

export class Texts {
  readonly #room: Room = { cells: 0 }
  #bytes = new Uint8Array(firstRoom * 16)
  #view: DataView = new DataView(this.#bytes.buffer)
  #used = 0
  /** Where the record of text n stands in `bytes`. */
  readonly #places = new IntColumn(this.#room)
  /** Open addressing: places of records by hash; with the record at hand, its number and text are one look into memory. */
  #table = new Int32Array(firstRoom * 2)
  /** By slot, a byte of the hash, 0 where free: what stands close by is mostly another text, and need not be looked at. */
  #tags = new Uint8Array(firstRoom * 2)
  #count = 0
  /** One question asks for the same id at every rule. */
  #lastText: string | null = null
  #lastNumber = -1
  /** Numbers of a small vocabulary's texts, found before; null: too many to remember. */
  readonly #found: Map<string, number> | null
  readonly #recent: string[] = []
  readonly #recentNumbers = new Int32Array(recentSlots).fill(-1)

  /** `few`: there will never be very many (matters, entities), and every question asks for some. */
  constructor(few = false) {
    this.#found = few ? new Map() : null
  }

  /** A vocabulary whose numbers are known before: those of the list. */
  static of(list: readonly string[]): Texts {
    const texts = new Texts()
    for (const text of list) texts.keep(text)
    return texts
  }

  /** About so many texts are coming: room is made for them once. */
  expect(count: number): void {
    this.#room.cells = count
  }

  get count(): number {
    return this.#count
  }

  #length(place: number, number: number): number {
    const length = this.#bytes[place + numberBytes] as number
    if (length < long) return length
    return (number + 1 < this.#count ? this.#places.get(number + 1) : this.#used) - place - headBytes
  }

  /** The number of a text, given to it now if it has none. */
  keep(text: string): number {
    const found = this.find(text)
    if (found >= 0) return found
    const view = encoded(text)
    return this.#add(view, 0, view.byteLength, hashOf(view, 0, view.byteLength))
  }

  /**
   * As `keep`, of UTF-8 bytes as they came. `near` is the number of the text that stood in the same place before (-1: none): who prepared
   * a line mostly prepared the next one too, and what is stored was mostly recorded in the order of what it speaks of.
   */
  keepBytes(view: DataView, from: number, to: number, near: number): number {
    if (near >= 0) {
      const place = this.#places.get(near)
      if (this.#isBytes(place, view, from, to)) return near
      if (near + 1 < this.#count && this.#isBytes(place + headBytes + this.#length(place, near), view, from, to)) return near + 1
    }
    const hash = hashOf(view, from, to)
    const found = this.#findBytes(view, from, to, hash)
    return found >= 0 ? found : this.#add(view, from, to, hash)
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
    const hash = hashOfAscii(text)
    if (hash === null) {
      const view = encoded(text)
      return this.#findBytes(view, 0, view.byteLength, hashOf(view, 0, view.byteLength))
    }
    const tags = this.#tags
    const mask = tags.length - 1
    const tag = tagOf(hash)
    for (let slot = slotOf(hash, mask); tags[slot] !== 0; slot = (slot + 1) & mask) {
      if (tags[slot] !== tag) continue
      const place = this.#table[slot] as number
      if (this.#isAscii(place, text)) return this.#view.getInt32(place)
    }
    return -1
  }

  #isOfLength(place: number, length: number): boolean {
    const stated = this.#bytes[place + numberBytes] as number
    return stated < long ? stated === length : this.#length(place, this.#view.getInt32(place)) === length
  }

  #isAscii(place: number, text: string): boolean {
    if (!this.#isOfLength(place, text.length)) return false
    const start = place + headBytes
    for (let index = 0; index < text.length; index++) if (this.#bytes[start + index] !== text.charCodeAt(index)) return false
    return true
  }

  #findBytes(view: DataView, from: number, to: number, hash: number): number {
    const tags = this.#tags
    const mask = tags.length - 1
    const tag = tagOf(hash)
    for (let slot = slotOf(hash, mask); tags[slot] !== 0; slot = (slot + 1) & mask) {
      if (tags[slot] !== tag) continue
      const place = this.#table[slot] as number
      if (this.#isBytes(place, view, from, to)) return this.#view.getInt32(place)
    }
    return -1
  }

  /** From behind, where texts that are not the same mostly differ. */
  #isBytes(place: number, view: DataView, from: number, to: number): boolean {
    let length = to - from
    if (!this.#isOfLength(place, length)) return false
    const start = place + headBytes
    const kept = this.#view
    while (length >= 4) {
      length -= 4
      if (kept.getInt32(start + length) !== view.getInt32(from + length)) return false
    }
    while (length > 0) {
      length--
      if (kept.getUint8(start + length) !== view.getUint8(from + length)) return false
    }
    return true
  }

  #add(view: DataView, from: number, to: number, hash: number): number {
    this.#lastText = null
    const number = this.#count++
    const place = this.#used
    const start = place + headBytes
    this.#used = start + to - from
    if (this.#used > this.#bytes.length) this.#grow(number)
    const bytes = this.#bytes
    this.#view.setInt32(place, number)
    bytes[place + numberBytes] = Math.min(to - from, long)
    for (let at = from; at < to; at++) bytes[start + at - from] = view.getUint8(at)
    this.#places.set(number, place)
    if (this.#count * 2 > this.#table.length) this.#widen()
    else this.#enter(place, hash)
    return number
  }

  /** Where more texts are coming, there is room for them if they are as long as those so far. */
  #grow(number: number): void {
    const coming = Math.ceil((this.#used / (number + 1)) * this.#room.cells * 1.05)
    const grown = new Uint8Array(Math.max(Math.ceil(this.#used * 1.25), coming))
    grown.set(this.#bytes)
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }

  #enter(place: number, hash: number): void {
    const tags = this.#tags
    const mask = tags.length - 1
    let slot = slotOf(hash, mask)
    while (tags[slot] !== 0) slot = (slot + 1) & mask
    tags[slot] = tagOf(hash)
    this.#table[slot] = place
  }

  #widen(): void {
    let length = this.#table.length * 2
    while (length < this.#room.cells * 1.5) length *= 2
    this.#table = new Int32Array(length)
    this.#tags = new Uint8Array(length)
    for (let number = 0; number < this.#count; number++) {
      const place = this.#places.get(number)
      const start = place + headBytes
      this.#enter(place, hashOf(this.#view, start, start + this.#length(place, number)))
    }
  }

  text(number: number): string {
    const slot = number & (recentSlots - 1)
    if (this.#recentNumbers[slot] === number) return this.#recent[slot] as string
    const place = this.#places.get(number)
    const start = place + headBytes
    const text = decoder.decode(this.#bytes.subarray(start, start + this.#length(place, number)))
    this.#recentNumbers[slot] = number
    this.#recent[slot] = text
    return text
  }

  optional(number: number): string | null {
    return number < 0 ? null : this.text(number)
  }
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
