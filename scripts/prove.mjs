/**
 * `npm run prove [-- --questions 1000000]`: the long mode of the property tests. The engine and the naive reference are asked as many
 * questions about random organisations, the laws are tried on thousands more, and what the answers reached is counted.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { checkNode, ensureInstalled, root } from './setup.mjs'

/** Of each random organisation (`random-questions.ts`). */
const questionsEach = 12

const { values } = parseArgs({ options: { questions: { type: 'string', default: '1000000' } } })
const questions = Number(values.questions)
if (!Number.isInteger(questions) || questions < 1) {
  console.error('--questions wants a whole number from 1')
  process.exit(2)
}
checkNode()
ensureInstalled(console.error)

const folder = mkdtempSync(join(tmpdir(), 'mandate-prove-'))
const counts = join(folder, 'counts.json')
const begun = performance.now()
const child = spawn(process.execPath, [
  join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--testTimeout=0',
  'kernel/authority/proof/properties.test.ts', 'kernel/authority/proof/laws.test.ts',
], {
  cwd: root, stdio: 'inherit',
  env: { ...process.env, MANDATE_PROPERTY_RUNS: String(Math.ceil(questions / questionsEach)), MANDATE_PROPERTY_COUNTS: counts },
})
child.once('exit', (code) => {
  try {
    const { questions: asked, ...reached } = JSON.parse(readFileSync(counts, 'utf8'))
    const seconds = Math.round((performance.now() - begun) / 1000)
    const rows = Object.entries(reached).sort(([, a], [, b]) => b - a).map(([what, count]) => `${String(count).padStart(9)}  ${what}`)
    const outcome = code === 0 ? 'no disagreement' : 'see above'
    console.log(`${rows.join('\n')}\n${asked} questions asked of the engine and the reference, with the laws in ${seconds} s; ${outcome}`)
  } catch {
    console.log('They did not get to the end: see above.')
  }
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = code ?? 1
})
