/**
 * `npm run mutation [-- FILE …] [--survivors] [--again] [--table] [--examples 40] [--patience SECONDS]
 * [--concurrency 1]`: changes the authority engine in thousands of small
 * ways, one at a time, and counts how many the kernel's tests notice. Without files: all of `kernel/authority`. What is measured is kept file
 * by file; a file that has not changed since is measured again only with `--again`, or with `--survivors` where only what survived is.
 * Exit code 1 below 90 %.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { codeIn, keep, keptOf, marksOf, measuredFolder, rangesOf, tableOf, told } from './mutation/kept-results.mjs'
import { checkNode, ensureInstalled, root } from './setup.mjs'

const yes = { type: 'boolean', default: false }
const { values, positionals } = parseArgs({
  options: { concurrency: { type: 'string', default: '1' }, examples: { type: 'string', default: '40' },
    patience: { type: 'string' }, survivors: yes, again: yes, table: yes }, allowPositionals: true,
})
const missing = positionals.find((path) => !existsSync(join(root, path)))
if (missing !== undefined || !(Number(values.concurrency) >= 1) || !(Number(values.examples) >= 4)) {
  console.error(missing === undefined ? '--concurrency wants a whole number from 1, --examples one from 4' : `There is no ${missing}`)
  process.exit(2)
}
checkNode()
ensureInstalled(console.error)

const report = join(root, 'test-results', 'mutation', 'mutation.json')
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')

/** One run of Stryker. What it reports is kept at once: an interrupted measurement loses one batch. */
function measure(mutate, onto) {
  rmSync(report, { force: true })
  const begun = marksOf(root, files)
  const words = ['run', 'scripts/mutation/stryker.config.mjs', '--concurrency', values.concurrency, '--mutate', mutate.join(',')]
  // Few examples of what is drawn at random: a property is broken early or not at all.
  const env = { ...process.env, MANDATE_MUTATION: values.examples, ...(values.patience ? { MANDATE_MUTATION_PATIENCE: String(Number(values.patience) * 1000) } : {}) }
  const { status } = spawnSync(process.execPath, [stryker, ...words], { cwd: root, stdio: 'inherit', env })
  if (status !== 0 || !existsSync(report)) process.exit(status || 3)
  keep(root, JSON.parse(readFileSync(report, 'utf8')), begun, onto)
}

/** Several files a run, as starting costs as much as measuring a file. */
function* batches(files) {
  let [batch, length] = [[], 0]
  for (const file of files) {
    const size = readFileSync(join(root, file), 'utf8').length
    if (batch.length > 0 && length + size > 12_000) {
      yield batch
      ;[batch, length] = [[], 0]
    }
    batch.push(file)
    length += size
  }
  if (batch.length > 0) yield batch
}

const files = [...new Set((positionals.length > 0 ? positionals : [measuredFolder]).flatMap((path) => codeIn(root, path)))]
if (values.survivors) {
  const ranges = files.flatMap((file) => rangesOf(keptOf(root, file) ?? { file, mutants: [] }))
  if (ranges.length > 0) measure(ranges, true)
} else if (!values.table) {
  for (const batch of batches(files.filter((file) => values.again || keptOf(root, file) === null))) measure(batch, false)
}
const { lines, share, missing: unmeasured } = tableOf(root, files)
for (const kept of files.map((file) => keptOf(root, file))) if (kept !== null) console.log(told(root, kept).join('\n'))
console.log(lines.join('\n'))
if (unmeasured.length > 0) console.log(`Not measured as they are today: ${unmeasured.join(', ')}`)
process.exitCode = unmeasured.length === 0 && (share ?? 1) >= 0.9 ? 0 : 1
