/** Finds Chromium for the browser tests, or installs Debian's. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const isRoot = () => process.getuid?.() === 0

/** Installs Debian packages; false where that is not to be had. */
export function aptInstall(packages, say, environment = {}) {
  if (!isRoot() || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false
  say(`Installing ${packages.join(', ')} from Debian's packages …`)
  const run = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...environment } }).status === 0
  const install = () => run('install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', ...packages)
  return install() || (run('update', '-qq') && install())
}

/** The browser's path, or null with the reason said. */
export function findChromium(say) {
  const known = () => [process.env.MANDATE_CHROMIUM, ...places].find((path) => path && existsSync(path)) ?? null
  if (known() === null) aptInstall(['chromium', 'fonts-noto-core'], say)
  if (known() === null) say('Browser tests are skipped: there is no Chromium here. Install it (Debian: apt-get install chromium), or name one in MANDATE_CHROMIUM.')
  return known()
}
