/** The load generator, beside the server's process: takes loads as messages, applies them, tells what came of each. */
import { applyLoad, type Load } from './load.ts'

process.on('message', (loads: readonly Load[]) => {
  Promise.all(loads.map(applyLoad)).then((loaded) => process.send?.(loaded), (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})
