/** The worker in which the embedded database runs: wire protocol in, wire protocol out, so that a long query blocks nobody else. */
import { parentPort, workerData } from 'node:worker_threads'

import { startEngine } from './embedded-engine.ts'
import { messageOf } from './refusal.ts'

export type ToWorker = Uint8Array | 'close'
export type FromWorker = Uint8Array | { readonly state: 'ready' | 'closed' } | { readonly state: 'failed'; readonly reason: string }

const chunkBytes = 256 * 1024

async function serve(folder: string): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('the embedded database runs in a worker thread')
  const send = (message: FromWorker): void => port.postMessage(message)
  const engine = await startEngine(folder)

  let waiting: Uint8Array[] = []
  let size = 0
  const flush = (): void => {
    if (size > 0) send(waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  // The bytes lie in the engine's memory, which the next ones overwrite.
  const take = (bytes: Uint8Array): void => {
    waiting.push(bytes.slice())
    size += bytes.length
    if (size >= chunkBytes) flush()
  }

  port.on('message', (message: ToWorker) => {
    const work = message === 'close'
      ? engine.close().then(() => {
        send({ state: 'closed' })
        port.close()
      })
      : engine.execProtocolRawStream(message, { syncToFs: false, onRawData: take }).then(flush)
    work.catch((error: unknown) => send({ state: 'failed', reason: messageOf(error) }))
  })
  send({ state: 'ready' })
}

const { folder } = workerData as { folder: string }
serve(folder).catch((error: unknown) => {
  parentPort?.postMessage({ state: 'failed', reason: messageOf(error) } satisfies FromWorker)
  parentPort?.close()
})
