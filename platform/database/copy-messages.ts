/** Parts a binary COPY, as PostgreSQL sends it, into its rows: a message a row, read where it lies. Pure. */

/** Shows a row: `bytes` from `from` to `to`, which hold it only until this returns. */
export type TakeRow = (bytes: Buffer, from: number, to: number) => void

const copyData = 0x64
/** What the server may send while it copies: the answer that a copy begins, and notices, settings and notifications between rows. */
const between = new Set([0x48, 0x4e, 0x53, 0x41])
/** A letter, and a length that counts itself. */
const headBytes = 5

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

/** Where the header of the copy ends and its first row begins. */
function headerEnd(bytes: Buffer, from: number, to: number): number {
  const flagsEnd = from + signature.length + 8
  if (to < flagsEnd || !bytes.subarray(from, from + signature.length).equals(signature)) throw new RangeError('not a binary copy')
  return flagsEnd + bytes.readInt32BE(flagsEnd - 4)
}

export class CopyMessages {
  /** A message that came in two pieces. */
  #held: Buffer = Buffer.alloc(1 << 12)
  #heldBytes = 0
  #begun = false
  #ended = false
  #failure: Error | null = null

  constructor(private readonly take: TakeRow) {}

  /** Takes the next piece; where in it the copy is over and the connection speaks of other things, -1 while it goes on. */
  push(piece: Buffer): number {
    const { length } = piece
    let at = this.#heldBytes > 0 ? this.#complete(piece) : 0
    while (at < length) {
      const letter = piece[at] as number
      if (letter !== copyData && !between.has(letter)) return at
      const end = at + headBytes > length ? Infinity : at + 1 + piece.readUInt32BE(at + 1)
      if (end > length) {
        this.#hold(piece, at, length)
        break
      }
      if (letter === copyData) this.#message(piece, at + headBytes, end)
      at = end
    }
    return -1
  }

  /** Throws what went wrong with a row, or if the copy broke off. */
  end(): void {
    if (this.#failure !== null) throw this.#failure
    if (!this.#ended) throw new RangeError('the copy broke off')
  }

  #message(bytes: Buffer, from: number, to: number): void {
    // The rest still comes, and is passed over.
    if (this.#failure !== null) return
    try {
      const start = this.#begun ? from : headerEnd(bytes, from, to)
      this.#begun = true
      if (start === to) return
      if (bytes.readInt16BE(start) === -1) this.#ended = true
      else this.take(bytes, start, to)
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error))
    }
  }

  #hold(piece: Buffer, from: number, to: number): void {
    const needed = this.#heldBytes + to - from
    if (needed > this.#held.length) this.#held = Buffer.concat([this.#held], needed * 2)
    piece.copy(this.#held, this.#heldBytes, from, to)
    this.#heldBytes = needed
  }

  /** Adds to the message that is held what `piece` has of it; where it ends there. */
  #complete(piece: Buffer): number {
    const headEnd = Math.min(Math.max(headBytes - this.#heldBytes, 0), piece.length)
    this.#hold(piece, 0, headEnd)
    if (this.#heldBytes < headBytes) return headEnd
    const size = 1 + this.#held.readUInt32BE(1)
    const end = Math.min(headEnd + size - this.#heldBytes, piece.length)
    this.#hold(piece, headEnd, end)
    if (this.#heldBytes === size) {
      this.#heldBytes = 0
      if (this.#held[0] === copyData) this.#message(this.#held, headBytes, size)
    }
    return end
  }
}
