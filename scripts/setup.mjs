/** What every script needs first: a Node that is new enough, the packages of the lock file, a build of the present sources. Plain Node. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockStamp = join(root, 'node_modules', '.mandate-lock')
const buildStamp = join(root, 'dist', '.sources')

/** Ends the script with what to do. */
export function giveUp(text) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) giveUp(`Mandate needs Node 20.19 or later; this is ${process.version}. Install a current release from your system or nodejs.org.`)
}

const digest = (text) => createHash('sha256').update(text).digest('hex')

/** Whether npm itself noted the lock file's packages as installed: so after a plain `npm ci` nothing is installed twice. */
function alreadyInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const found = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || found[path]?.version === version)
  } catch {
    return false
  }
}

/** Installs exactly what the lock file says, if that is not what is there. `say` is told what goes on. */
export function ensureInstalled(say) {
  const wanted = digest(readFileSync(join(root, 'package-lock.json')))
  if (existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === wanted) return
  if (alreadyInstalled()) return writeFileSync(lockStamp, wanted)
  say('Installing packages (npm ci) …')
  // Development packages hold the build, whatever NODE_ENV says.
  const done = spawnSync('npm', ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) giveUp('The packages could not be installed. Is the npm registry reachable? Nothing else was changed; run the command again when it is.')
  writeFileSync(lockStamp, wanted)
}

const sourceFolders = ['kernel', 'platform', 'modules', 'composition', 'cli', 'demo', 'web']
const sourceFiles = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'scripts/build.mjs']

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (!/\.(test|cases)\.tsx?$/.test(entry.name)) yield path
  }
}

/** A digest over all that goes into the build. */
export function sourcesDigest() {
  const hash = createHash('sha256')
  const paths = [...sourceFolders.map((folder) => join(root, folder)).filter(existsSync).flatMap((folder) => [...filesBelow(folder)]), ...sourceFiles.map((file) => join(root, file)).filter(existsSync)]
  for (const path of paths) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** Builds if the sources are not those of the last build. */
export function ensureBuilt(say) {
  const wanted = sourcesDigest()
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return
  say('Building …')
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) giveUp('The build failed; the reason stands above.')
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wanted)
}
