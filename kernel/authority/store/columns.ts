/** Typed arrays that grow, one by one or in records. One class a kind of cell, so that each stays one machine type to the compiler. */

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

/** Columns that are read together and lie together, record after record: one look at the memory brings a whole record. */
export class IntRecords {
  readonly columns: IntColumn[] = []
  #cells = new Int32Array(0)

  constructor(readonly width: number, private readonly room: Room = unknown) {}

  /** Makes room up to a record; every column of it then stands on the same new cells. */
  grow(record: number): void {
    const grown = new Int32Array(roomFor(this.#cells.length / this.width, record, this.room) * this.width).fill(-1, this.#cells.length)
    grown.set(this.#cells)
    this.#cells = grown
    for (const column of this.columns) column.cells = grown
  }
}

/** Whole numbers: interned texts, row numbers. What was never set reads as -1. */
export class IntColumn {
  /** Those of its records. */
  cells = new Int32Array(0)
  readonly #records: IntRecords
  readonly #width: number
  readonly #place: number

  /** Alone, or in its place of each record. */
  constructor(at: Room | IntRecords = unknown) {
    const records = at instanceof IntRecords ? at : new IntRecords(1, at)
    this.#records = records
    this.#width = records.width
    this.#place = records.columns.length
    if (this.#place === this.#width) throw new RangeError(`These records have no more than ${this.#width} columns`)
    records.columns.push(this)
  }

  get(index: number): number {
    const cell = index * this.#width + this.#place
    return cell < this.cells.length ? (this.cells[cell] as number) : -1
  }

  set(index: number, value: number): void {
    const cell = index * this.#width + this.#place
    if (cell >= this.cells.length) this.#records.grow(index)
    this.cells[cell] = value
  }

  /** As `set`, but what is absent takes no room while nothing after it is there. */
  setOptional(index: number, value: number): void {
    if (value >= 0) this.set(index, value)
  }
}

/** As `IntRecords`. */
export class NumberRecords {
  readonly columns: NumberColumn[] = []
  #cells = new Float64Array(0)

  constructor(readonly width: number, private readonly room: Room = unknown) {}

  /** Makes room up to a record; every column of it then stands on the same new cells. */
  grow(record: number): void {
    const grown = new Float64Array(roomFor(this.#cells.length / this.width, record, this.room) * this.width).fill(NaN, this.#cells.length)
    grown.set(this.#cells)
    this.#cells = grown
    for (const column of this.columns) column.cells = grown
  }
}

/** Instants, ledger numbers and amounts. What was never set reads as NaN, which compares false with everything. */
export class NumberColumn {
  /** Those of its records. */
  cells = new Float64Array(0)
  readonly #records: NumberRecords
  readonly #width: number
  readonly #place: number

  /** Alone, or in its place of each record. */
  constructor(at: Room | NumberRecords = unknown) {
    const records = at instanceof NumberRecords ? at : new NumberRecords(1, at)
    this.#records = records
    this.#width = records.width
    this.#place = records.columns.length
    if (this.#place === this.#width) throw new RangeError(`These records have no more than ${this.#width} columns`)
    records.columns.push(this)
  }

  get(index: number): number {
    const cell = index * this.#width + this.#place
    return cell < this.cells.length ? (this.cells[cell] as number) : NaN
  }

  set(index: number, value: number): void {
    const cell = index * this.#width + this.#place
    if (cell >= this.cells.length) this.#records.grow(index)
    this.cells[cell] = value
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
