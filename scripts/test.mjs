/** `npm test`: sets up what is missing, checks types, runs every suite on both databases and in the browser, and counts. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { findChromium } from './chromium.mjs'
import { startPostgres } from './postgres.mjs'
import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

const say = (text) => process.stdout.write(`${text}\n`)
const report = join(root, 'test-results', 'report.json')

const run = (words, environment) => spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } }).status === 0

/** Files that could not even be loaded count as failures too. */
function counted() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((each) => each.status !== 'failed')).length
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + (numTodoTests ?? 0) }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

checkNode()
ensureInstalled(say)
ensureBuilt(say)
const chromium = findChromium(say)
const postgres = await startPostgres(say)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => { postgres?.stop(); process.exit(130) })

mkdirSync(join(root, 'test-results'), { recursive: true })
rmSync(report, { force: true })
say('Checking types …')
const typed = run([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit'], {})
const environment = { ...(postgres ? { MANDATE_TEST_POSTGRES: postgres.url } : {}), ...(chromium ? { MANDATE_CHROMIUM: chromium } : {}) }
const ran = run([join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], environment)
postgres?.stop()

const { passed, failed, skipped } = counted()
const failures = failed + (typed ? 0 : 1) + (!ran && failed === 0 ? 1 : 0)
if (!typed) say('The types do not hold: see above.')
say(`${passed + (typed ? 1 : 0)} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failures === 0 ? 0 : 1)
