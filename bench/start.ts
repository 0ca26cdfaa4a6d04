/** How long a start takes, from the process's first moment to its first answer. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadedFolder, startServer } from '../e2e/product.ts'
import { line, median, seconds, type Line } from './line.ts'

const starts = 3

async function startAndAnswer(folder: string): Promise<() => Promise<void>> {
  const server = await startServer(folder)
  const answer = await fetch(new URL('/ready', server.address))
  if (!answer.ok) throw new Error(`It listened before it was ready: ${answer.status}`)
  return server.stop
}

/** A second start: built, and with the demonstration loaded. */
export async function* measureStart(): AsyncIterable<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-bench-'))
  try {
    await cp(await loadedFolder(), folder, { recursive: true })
    const taken: number[] = []
    for (let round = 0; round < starts; round++) {
      let stop: (() => Promise<void>) | undefined
      taken.push(await seconds(async () => {
        stop = await startAndAnswer(folder)
      }))
      await stop?.()
    }
    yield line({
      group: 'start', claim: `a start with the demonstration loaded, until it is ready (median of ${starts})`,
      ours: median(taken), unit: 's', goal: { of: 'ours', atMost: 5 },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
