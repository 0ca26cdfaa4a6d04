/** The packages the lock file names, installed once and again whenever it changes. */
import { existsSync, readFileSync } from 'node:fs'
import { CannotGoOn, inRoot, root, say } from './place.mjs'
import { runShown } from './run.mjs'

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** npm writes its own record last, so a broken-off installation has none. Packages for other machines are optional and may be missing. */
export function isInstalled(lockFile = inRoot('package-lock.json'), recordFile = inRoot('node_modules', '.package-lock.json')) {
  if (!existsSync(recordFile)) return false
  const wanted = packagesOf(lockFile)
  const present = packagesOf(recordFile)
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || (present[path] ? present[path].version === entry.version : entry.optional === true))
}

/** Installs when needed. What npm prints goes to stderr. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('installing packages (npm ci) …')
  const began = performance.now()
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { NODE_ENV: _production, ...environment } = process.env // the build needs the development packages
  const { code } = await runShown(command, [...first, 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root, env: environment, stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw new CannotGoOn('npm ci failed (see above). It needs the npm registry, or a cache that has the packages already.')
  say(`packages installed in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
