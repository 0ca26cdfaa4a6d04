/** Typed arrays that grow. Three classes of the same shape, so that each stays one machine type to the compiler. */

const firstRoom = 1024
/** Up to here they double, beyond they grow by a quarter: half-empty arrays are what large registers have no room for. */
const largeRoom = 1 << 16

/** How many cells are coming, where that is known before they come: columns that share it make room once. */
export interface Room {
  cells: number
}

const unknown: Room = { cells: 0 }

function roomFor(length: number, index: number, { cells }: Room): number {
  if (index < cells) return cells
  let room = Math.max(length, firstRoom)
  while (room <= index) room = room < largeRoom ? room * 2 : Math.ceil(room * 1.25)
  return room
}

/** Whole numbers: interned texts, row numbers. What was never set reads as -1. */
export class IntColumn {
  #cells = new Int32Array(0)

  constructor(private readonly room: Room = unknown) {}

  get(index: number): number {
    return index < this.#cells.length ? (this.#cells[index] as number) : -1
  }

  set(index: number, value: number): void {
    if (index >= this.#cells.length) this.#grow(index)
    this.#cells[index] = value
  }

  #grow(index: number): void {
    const grown = new Int32Array(roomFor(this.#cells.length, index, this.room)).fill(-1, this.#cells.length)
    grown.set(this.#cells)
    this.#cells = grown
  }

  /** As `set`, but what is absent takes no room while nothing after it is there. */
  setOptional(index: number, value: number): void {
    if (value >= 0) this.set(index, value)
  }
}

/** Instants, ledger numbers and amounts. What was never set reads as NaN, which compares false with everything. */
export class NumberColumn {
  #cells = new Float64Array(0)

  constructor(private readonly room: Room = unknown) {}

  get(index: number): number {
    return index < this.#cells.length ? (this.#cells[index] as number) : NaN
  }

  set(index: number, value: number): void {
    if (index >= this.#cells.length) this.#grow(index)
    this.#cells[index] = value
  }

  #grow(index: number): void {
    const grown = new Float64Array(roomFor(this.#cells.length, index, this.room)).fill(NaN, this.#cells.length)
    grown.set(this.#cells)
    this.#cells = grown
  }

  /** Absent takes no room while nothing after it is there. */
  setOptional(index: number, value: number | null): void {
    if (value !== null) this.set(index, value)
  }

  /** As `set`, but NaN, which is absent, takes no room. */
  setIfThere(index: number, value: number): void {
    if (!Number.isNaN(value)) this.set(index, value)
  }

  optional(index: number): number | null {
    const value = this.get(index)
    return Number.isNaN(value) ? null : value
  }
}

/** Flags and small codes. */
export class ByteColumn {
  #cells = new Uint8Array(0)

  constructor(private readonly room: Room = unknown) {}

  get(index: number): number {
    return index < this.#cells.length ? (this.#cells[index] as number) : 0
  }

  set(index: number, value: number): void {
    if (index >= this.#cells.length) this.#grow(index)
    this.#cells[index] = value
  }

  #grow(index: number): void {
    const grown = new Uint8Array(roomFor(this.#cells.length, index, this.room))
    grown.set(this.#cells)
    this.#cells = grown
  }
}
