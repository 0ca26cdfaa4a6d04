/**
 * `COPY … TO STDOUT` over a connection of node-postgres: while it runs, what arrives is read from the socket in place, for an object a row
 * would cost more than the row.
 */
import type pg from 'pg'

import { CopyMessages, type TakeRow } from './copy-messages.ts'
import { isLending } from './lending-stream.ts'

export class CopyOut implements pg.Submittable {
  /** Resolves when every row was shown; rejects with the server's refusal, or with what `take` threw. */
  readonly done: Promise<void>
  #resolve: () => void = () => undefined
  #reject: (error: unknown) => void = () => undefined
  /** Gives the connection its own reading back. */
  #giveBack: () => void = () => undefined
  readonly #messages: CopyMessages

  constructor(private readonly select: string, take: TakeRow) {
    this.#messages = new CopyMessages(take)
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection
    const [reading, ...others] = stream.listeners('data') as ((piece: Buffer) => void)[]
    if (reading === undefined || others.length > 0) throw new Error('Somebody else reads this connection.')
    const taking = (piece: Buffer): void => {
      const over = this.#messages.push(piece)
      if (over < 0) return
      const rest = piece.subarray(over)
      const keepable = isLending(stream) ? Buffer.from(rest) : rest
      this.#giveBack()
      reading(keepable)
    }
    this.#giveBack = () => {
      this.#giveBack = () => undefined
      if (isLending(stream)) stream.lends = false
      stream.on('data', reading)
      stream.off('data', taking)
    }
    stream.on('data', taking)
    stream.off('data', reading)
    if (isLending(stream)) stream.lends = true
    connection.query(`COPY (${this.select}) TO STDOUT (FORMAT binary)`)
  }

  // What node-postgres tells a query.
  handleError(error: unknown): void {
    this.#giveBack()
    this.#reject(error)
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    try {
      this.#messages.end()
      this.#resolve()
    } catch (error) {
      this.#reject(error)
    }
  }
}
