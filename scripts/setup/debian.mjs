/** Debian's packages, where this machine has them and we may install. */
import { existsSync } from 'node:fs'
import { say } from './place.mjs'
import { run } from './run.mjs'

const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }

export const isRoot = () => process.getuid?.() === 0

/** Why packages cannot be installed here, or null when they can. */
export function whyNoPackages() {
  if (!existsSync('/usr/bin/apt-get')) return 'this machine has no apt-get'
  return isRoot() ? null : 'only root may install packages'
}

/** Installs Debian packages; says why in words when it cannot, null when all is well. */
export async function installDebian(names) {
  const reason = whyNoPackages()
  if (reason) return reason
  say(`installing ${names.join(', ')} (apt-get) …`)
  const install = () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quietly)
  let outcome = await install()
  if (outcome.code !== 0) { // an old list of packages, or none yet
    await run('apt-get', ['update', '-qq'], quietly)
    outcome = await install()
  }
  if (outcome.code === 0) return null
  return `apt-get could not install ${names.join(', ')}: ${outcome.printed.trim().split('\n').at(-1)}`
}
