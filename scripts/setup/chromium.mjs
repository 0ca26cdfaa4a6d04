/** A browser for the browser tests and the screenshots. */
import { existsSync } from 'node:fs'
import { CannotGoOn } from './place.mjs'
import { installDebian } from './debian.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']

/** Path of a Chromium: MANDATE_CHROMIUM, one found, or Debian's, installed now. Else why there is none. */
export async function findChromium() {
  const named = process.env.MANDATE_CHROMIUM
  if (named) {
    if (existsSync(named)) return { path: named }
    throw new CannotGoOn(`MANDATE_CHROMIUM names ${named}, and there is no such file.`)
  }
  const found = () => places.find((place) => existsSync(place))
  if (found()) return { path: found() }
  const reason = await installDebian(['chromium'])
  const path = found()
  return path ? { path } : { reason: `no Chromium was found, and ${reason ?? 'apt-get brought none'}. Install one and name it in MANDATE_CHROMIUM.` }
}
