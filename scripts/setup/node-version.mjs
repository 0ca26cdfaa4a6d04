import { CannotGoOn } from './place.mjs'

const floor = [20, 19]

/** Refuses a Node that is too old before something less clear does. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return
  throw new CannotGoOn(`Node ${floor.join('.')} or newer is needed and this is ${version}. Install a newer one (https://nodejs.org), then run the same command again.`)
}
