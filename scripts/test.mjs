/** `npm test`: sets up what is missing, checks types, runs every suite on both databases and in the browser, and counts. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { findChromium } from './chromium.mjs'
import { startPostgres } from './postgres.mjs'
import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

const say = (text) => process.stdout.write(`${text}\n`)
const results = join(root, 'test-results')

let child = null
let postgres = null

function stopAll() {
  child?.kill('SIGTERM')
  postgres?.stop()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => { stopAll(); process.exit(130) })

const run = (words, environment) => new Promise((done) => {
  child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } })
  child.once('exit', (code) => done(code === 0))
})

/** Files that could not even be loaded count as failures too. */
function counted(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((each) => each.status !== 'failed')).length
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + (numTodoTests ?? 0) }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** One run of the test runner; what it says and what it counted must agree. */
async function suites(name, projects, environment) {
  const report = join(results, `${name}.json`)
  rmSync(report, { force: true })
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const passed = await run([vitest, 'run', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], environment)
  const count = counted(report)
  return !passed && count.failed === 0 ? { ...count, failed: 1 } : count
}

checkNode()
ensureInstalled(say)
ensureBuilt(say)
const chromium = findChromium(say)
let broken = 0
try {
  postgres = await startPostgres(say)
} catch (error) {
  say(error.message)
  broken = 1
}
mkdirSync(results, { recursive: true })
const environment = { ...(postgres ? { MANDATE_TEST_POSTGRES: postgres.url } : {}), ...(chromium ? { MANDATE_CHROMIUM: chromium } : {}) }

say('Checking types …')
const typed = await run([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit'], {})
if (!typed) say('The types do not hold: see above.')
// The browser has the machine to itself: what is slow there must be the product's doing.
const counts = [await suites('unit', ['unit', 'architecture'], environment), await suites('browser', ['browser'], environment)]
postgres?.stop()

const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
const failed = sum('failed') + (typed ? 0 : 1) + broken
const skipped = sum('skipped')
say(`${sum('passed') + (typed ? 1 : 0)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
