/** `npm test`: sets up all it needs (packages, build, Chromium, PostgreSQL), checks the types, runs every test, and closes with the count. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './setup/built.mjs'
import { findChromium } from './setup/chromium.mjs'
import { ensureInstalled } from './setup/installed.mjs'
import { requireNode } from './setup/node-version.mjs'
import { inRoot, orSayWhy, root, say } from './setup/place.mjs'
import { startPostgres } from './setup/postgres.mjs'
import { runShown, stopAll } from './setup/run.mjs'
import { closingLine, countReport, sum } from './setup/test-count.mjs'

const node = (args, env) => runShown(process.execPath, args, { cwd: root, env })

async function typesHold() {
  say('checking the types …')
  const { code } = await node([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit'], process.env)
  if (code !== 0) say('the types do not hold: counted as one failure')
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function runTests(reports, name, args, env) {
  const file = join(reports, `${name}.json`)
  const { code } = await node([
    inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
  ], env)
  return countReport(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code)
}

/** Browser tests run after the others, not beside them: two cores are too few for both, and a slow page is not a wrong one. */
async function runAll(reports, postgres, chromium) {
  const env = { ...process.env, ...(postgres.address ? { MANDATE_TEST_POSTGRES: postgres.address } : {}) }
  const counts = [await typesHold()]
  counts.push(await runTests(reports, 'unit', ['--project', 'unit', '--project', 'architecture'], env))
  if (chromium.path) counts.push(await runTests(reports, 'browser', ['--project', 'browser'], { ...env, MANDATE_CHROMIUM: chromium.path }))
  if (postgres.reason) say(`tests on PostgreSQL were skipped: ${postgres.reason}`)
  if (chromium.reason) say(`browser tests were skipped: ${chromium.reason}`)
  return sum(counts)
}

await orSayWhy(async () => {
  requireNode()
  await ensureInstalled()
  await ensureBuilt()
  const reports = mkdtempSync(join(tmpdir(), 'mandate-test-'))
  let postgres = {}
  const tidy = async () => {
    await postgres.stop?.()
    rmSync(reports, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stopAll()
      void tidy().finally(() => process.exit(130))
    })
  }
  try {
    postgres = await startPostgres()
    const total = await runAll(reports, postgres, await findChromium())
    await tidy()
    process.stdout.write(`${closingLine(total)}\n`)
    process.exitCode = total.failed === 0 ? 0 : 1
  } catch (error) {
    await tidy()
    throw error
  }
})
