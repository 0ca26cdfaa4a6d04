/**
 * What the embedded database answers, from its worker to the connection, in pieces: handed over without a copy, lent again when they were
 * read, and never far ahead of the reader, for a worker that is not stopped would fill the memory with what nobody has read yet.
 */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'

const pieceBytes = 256 * 1024
/** Less is copied: a piece is not handed over for a short answer. */
const shortBytes = 16 * 1024
/** Pieces under way at one time. */
const atOnce = 16
/** After so long without a reader the worker goes on all the same: it must not hang on a reader that went. */
const patience = 10_000

export interface PieceChannel {
  /** One cell: how many pieces are under way. */
  readonly underWay: SharedArrayBuffer
  readonly returned: MessagePort
}

export const newUnderWay = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** In the worker. */
export class PieceSender {
  #piece = new Uint8Array(pieceBytes)
  #filled = 0
  readonly #underWay: Int32Array
  readonly #returned: MessagePort

  constructor({ underWay, returned }: PieceChannel, private readonly post: (bytes: Uint8Array, handedOver: readonly ArrayBuffer[]) => void) {
    this.#underWay = new Int32Array(underWay)
    this.#returned = returned
  }

  /** Takes bytes that lie in the engine's memory, which the next ones overwrite. */
  take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + pieceBytes - this.#filled)
      this.#piece.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
      if (this.#filled === pieceBytes) this.flush()
    }
  }

  flush(): void {
    if (this.#filled > shortBytes) this.#handOver()
    else if (this.#filled > 0) this.post(this.#piece.slice(0, this.#filled), [])
    this.#filled = 0
  }

  #handOver(): void {
    for (let ahead = Atomics.load(this.#underWay, 0); ahead >= atOnce; ahead = Atomics.load(this.#underWay, 0)) {
      if (Atomics.wait(this.#underWay, 0, ahead, patience) === 'timed-out') break
    }
    Atomics.add(this.#underWay, 0, 1)
    this.post(this.#piece.subarray(0, this.#filled), [this.#piece.buffer])
    const lent = receiveMessageOnPort(this.#returned) as { message: ArrayBuffer } | undefined
    this.#piece = lent === undefined ? new Uint8Array(pieceBytes) : new Uint8Array(lent.message)
  }
}

/** On the side of the connection. */
export class PieceReturns {
  readonly #underWay: Int32Array

  constructor(underWay: SharedArrayBuffer, private readonly returned: MessagePort) {
    this.#underWay = new Int32Array(underWay)
  }

  /** A piece arrived and was given on; `over` when nobody holds it any more. */
  arrived({ buffer }: Uint8Array, over: boolean): void {
    if (buffer.byteLength !== pieceBytes || !(buffer instanceof ArrayBuffer)) return
    Atomics.sub(this.#underWay, 0, 1)
    Atomics.notify(this.#underWay, 0)
    if (over) this.returned.postMessage(buffer, [buffer])
  }
}
