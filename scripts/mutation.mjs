/**
 * `npm run mutation [-- FILE …] [--concurrency 1]`: changes the authority engine in thousands of small ways, one at a time, and counts
 * how many the kernel's tests notice. Without files: all of `kernel/authority`. Exit code 1 below 90 %.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { checkNode, ensureInstalled, root } from './setup.mjs'

const { values, positionals } = parseArgs({ options: { concurrency: { type: 'string', default: '1' } }, allowPositionals: true })
const missing = positionals.find((path) => !existsSync(join(root, path)))
if (missing !== undefined || !(Number(values.concurrency) >= 1)) {
  console.error(missing === undefined ? '--concurrency wants a whole number from 1' : `There is no ${missing}`)
  process.exit(2)
}
checkNode()
ensureInstalled(console.error)

/** A folder stands for the code below it. */
const mutated = positionals.flatMap((path) =>
  statSync(join(root, path)).isDirectory() ? [`${path.replace(/\/$/, '')}/**/*.ts`, `!${path.replace(/\/$/, '')}/**/*.test.ts`] : [path])
const only = mutated.length > 0 ? ['--mutate', mutated.join(',')] : []
const words = ['run', 'scripts/mutation/stryker.config.mjs', '--concurrency', values.concurrency, ...only]
const report = join(root, 'test-results', 'mutation', 'mutation.json')
rmSync(report, { force: true })
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'), ...words], {
  cwd: root, stdio: 'inherit',
  // Fewer examples, always the same ones: a mutant that survives, survives again. A property broken on purpose leaves no counter-example.
  env: { ...process.env, MANDATE_MUTATION: '160', MANDATE_PROPERTY_RUNS: '400' },
})
if (existsSync(report)) {
  const counts = new Map()
  for (const { mutants } of Object.values(JSON.parse(readFileSync(report, 'utf8')).files)) {
    for (const { status: fate } of mutants) counts.set(fate, (counts.get(fate) ?? 0) + 1)
  }
  console.log([...counts].map(([fate, count]) => `${count} ${fate}`).join(', '))
}
process.exitCode = status ?? 3
