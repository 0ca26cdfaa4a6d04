/** The embedded database as connections: one, lent in turn, spoken to by node-postgres over a stream that ends in a worker. */
import { resolve } from 'node:path'
import { Duplex } from 'node:stream'
import { MessageChannel, Worker } from 'node:worker_threads'
import pg from 'pg'

import { newUnderWay, PieceReturns } from './embedded-pieces.ts'
import type { FromWorker, ToWorker, WorkerData } from './embedded-worker.ts'
import type { LendingStream } from './lending-stream.ts'
import { claimFolder } from './owner.ts'
import { DatabaseRefusal, messageOf } from './refusal.ts'
import type { Connections, Lease } from './transaction.ts'
import { columnTypes } from './values.ts'

/**
 * The build puts the worker, as JavaScript, beside the bundle. From sources it is TypeScript, and a worker does not inherit the loader:
 * a line of script registers it first.
 */
function startWorker(data: WorkerData): Worker {
  const given = { workerData: data, transferList: [data.pieces.returned] }
  const built = !import.meta.url.endsWith('.ts')
  if (built) return new Worker(new URL('embedded-worker.js', import.meta.url), given)
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const worker = JSON.stringify(new URL('embedded-worker.ts', import.meta.url).href)
  const script = `import(${loader}).then(({ register }) => { register(); return import(${worker}) })`
  return new Worker(script, { eval: true, execArgv: [], ...given })
}

class EngineStream extends Duplex implements LendingStream {
  lends = false
  readonly #worker: Worker
  #closed: () => void = () => undefined

  constructor(worker: Worker, private readonly returns: PieceReturns) {
    super()
    this.#worker = worker
    worker.on('message', (message: FromWorker) => {
      if (message instanceof Uint8Array) this.#take(message)
      else if (message.state === 'closed') this.#closed()
      else if (message.state === 'failed') this.destroy(new Error(`The embedded database failed: ${message.reason}`))
    })
    worker.on('error', (error) => this.destroy(error))
    worker.on('exit', () => this.destroy())
  }

  #take(message: Uint8Array): void {
    const piece = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
    const lent = this.lends && this.readableLength === 0
    if (lent) this.emit('data', piece)
    else this.push(piece)
    this.returns.arrived(message, lent)
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  /** Ends the database in good order; the worker then exits. */
  shutDown(): Promise<void> {
    return new Promise((resolve) => {
      this.#closed = resolve
      this.#worker.once('exit', () => resolve())
      this.#send('close')
    })
  }

  // What node-postgres calls on a socket.
  connect(): this {
    setImmediate(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk)
    done()
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }
  override _final(done: () => void): void {
    done()
    this.destroy()
  }
}

const ready = (worker: Worker): Promise<void> =>
  new Promise((started, failed) => {
    worker.once('message', (message: FromWorker) => {
      if (!(message instanceof Uint8Array) && message.state === 'failed') failed(new Error(message.reason))
      else started()
    })
    worker.once('error', failed)
  })

/** Lends the only connection to one transaction at a time, first come, first served. */
class Turnstile {
  #last: Promise<void> = Promise.resolve()

  async take(): Promise<() => void> {
    let leave: () => void = () => undefined
    const before = this.#last
    this.#last = new Promise((resolve) => {
      leave = resolve
    })
    await before
    return leave
  }
}

/** Claims the folder and starts the database in it. */
export async function openEmbedded(given: string): Promise<Connections> {
  const folder = resolve(given)
  const claim = await claimFolder(folder)
  const { port1, port2 } = new MessageChannel()
  const underWay = newUnderWay()
  const returns = new PieceReturns(underWay, port1)
  const worker = startWorker({ folder, pieces: { underWay, returned: port2 } })
  try {
    await ready(worker)
  } catch (error) {
    await worker.terminate()
    await claim.release()
    throw new DatabaseRefusal('folder-unusable', 'The embedded database did not start', `In ${folder}: ${messageOf(error)}.`,
      'Restore a backup into another folder and give that in MANDATE_DATA, or start with an empty folder.', null, { cause: error })
  }
  const stream = new EngineStream(worker, returns)
  const client = new pg.Client({ stream: () => stream as never, user: 'postgres', database: 'postgres', password: '', ssl: false, types: columnTypes })
  let failure: Error | null = null
  client.on('error', (error) => {
    failure = error
  })
  await client.connect()

  const turnstile = new Turnstile()
  const acquire = async (): Promise<Lease> => {
    const leave = await turnstile.take()
    if (failure) {
      leave()
      throw new DatabaseRefusal('unreachable', 'The embedded database has stopped', failure.message,
        'Start Mandate again: what was acknowledged is kept.')
    }
    return {
      client,
      release: (broken) => {
        if (broken) failure ??= new Error('It did not come back from a transaction.')
        leave()
      },
    }
  }
  return {
    kind: 'embedded',
    acquire,
    close: async () => {
      const leave = await turnstile.take()
      if (failure) await worker.terminate()
      else {
        failure = new Error('It was closed.')
        await stream.shutDown()
        await client.end()
      }
      await claim.release()
      leave()
    },
  }
}
