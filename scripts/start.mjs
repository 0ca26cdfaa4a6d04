/** `npm start`: from a clone to a running server. Installs and builds when needed, then serves in this same process. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './setup/built.mjs'
import { ensureInstalled } from './setup/installed.mjs'
import { requireNode } from './setup/node-version.mjs'
import { inRoot, orSayWhy, root } from './setup/place.mjs'

await orSayWhy(async () => {
  requireNode()
  await ensureInstalled()
  await ensureBuilt()
  process.chdir(root)
  // Whoever tries it out should find an organisation in it. To run for real: MANDATE_DEMO=0 (README, Running it for real).
  process.env.MANDATE_DEMO ??= '1'
  await import(pathToFileURL(inRoot('dist', 'server', 'main.js')).href)
})
