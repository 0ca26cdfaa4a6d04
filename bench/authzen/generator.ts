/** The load generator's process, as the measurement holds it. */
import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'

import type { Load, Loaded } from './load.ts'

export interface Generator {
  /** Applies the loads at the same time. */
  apply(...loads: readonly Load[]): Promise<Loaded[]>
  stop(): void
}

export function startGenerator(): Generator {
  // Everything of the bench is built into one folder.
  const child = fork(join(dirname(process.argv[1] ?? ''), 'authzen-load.process.js'))
  return {
    apply: (...loads) => new Promise((resolve, reject) => {
      const broken = (): void => reject(new Error('The load generator ended'))
      child.once('exit', broken)
      child.once('message', (loaded) => {
        child.off('exit', broken)
        const failed = (loaded as Loaded[]).reduce((sum, each) => sum + each.failed, 0)
        if (failed > 0) reject(new Error(`${failed} answers were not 200`))
        else resolve(loaded as Loaded[])
      })
      child.send(loads)
    }),
    stop: () => void child.kill(),
  }
}
