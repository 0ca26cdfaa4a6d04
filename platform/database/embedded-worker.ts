/** The worker in which the embedded database runs: wire protocol in, wire protocol out, so that a long query blocks nobody else. */
import { parentPort, workerData } from 'node:worker_threads'

import { startEngine } from './embedded-engine.ts'
import { PieceSender, type PieceChannel } from './embedded-pieces.ts'
import { messageOf } from './refusal.ts'

export interface WorkerData {
  readonly folder: string
  readonly pieces: PieceChannel
}
export type ToWorker = Uint8Array | 'close'
export type FromWorker = Uint8Array | { readonly state: 'ready' | 'closed' } | { readonly state: 'failed'; readonly reason: string }

async function serve({ folder, pieces }: WorkerData): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('the embedded database runs in a worker thread')
  const send = (message: FromWorker, handedOver: readonly ArrayBuffer[] = []): void => port.postMessage(message, handedOver)
  const sender = new PieceSender(pieces, send)
  const engine = await startEngine(folder)
  const take = (bytes: Uint8Array): void => sender.take(bytes)
  const flush = (): void => sender.flush()

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

serve(workerData as WorkerData).catch((error: unknown) => {
  parentPort?.postMessage({ state: 'failed', reason: messageOf(error) } satisfies FromWorker)
  parentPort?.close()
})
