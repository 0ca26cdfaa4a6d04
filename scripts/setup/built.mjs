/** The built product in `dist/`, made once and again whenever a source changes. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotGoOn, inRoot, root, say } from './place.mjs'
import { runShown } from './run.mjs'

const sources = [
  'kernel', 'platform', 'modules', 'web', 'cli', 'demo', 'composition',
  'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/build.mjs',
]
const stampFile = inRoot('dist', '.built-from')

function* filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) yield { path, stat }
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** Names, sizes and times only: reading every file would cost each start; the build itself compares contents and skips when they are the same. */
export function sourcesStamp() {
  const digest = createHash('sha256')
  for (const source of sources) {
    for (const { path, stat } of filesUnder(inRoot(source))) {
      if (!/\.test\.tsx?$/.test(path)) digest.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
    }
  }
  return digest.digest('hex')
}

export function isBuilt(stamp = sourcesStamp()) {
  return existsSync(inRoot('dist', 'server', 'main.js')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/** Builds when needed. What the build prints goes to stderr. */
export async function ensureBuilt() {
  const stamp = sourcesStamp()
  if (isBuilt(stamp)) return
  say('building …')
  const began = performance.now()
  const { code } = await runShown(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0 || !existsSync(inRoot('dist', 'server', 'main.js'))) throw new CannotGoOn('The build failed (see above).')
  mkdirSync(inRoot('dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
  say(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
