/** `npm run screenshots`: takes the pictures in docs/screenshots again, of the present build and the demonstration. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { findChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, giveUp, root } from './setup.mjs'

const say = (text) => process.stdout.write(`${text}\n`)

checkNode()
ensureInstalled(say)
ensureBuilt(say)
const chromium = findChromium(say)
if (chromium === null) giveUp('No pictures were taken; those there are kept.')
const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'take-screenshots.ts')], {
  cwd: root, stdio: 'inherit', env: { ...process.env, MANDATE_CHROMIUM: chromium },
})
process.exitCode = status ?? 1
