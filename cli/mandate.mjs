#!/usr/bin/env node
/** `npx mandate …` from the clone: installs and builds when needed (said on stderr), then the command line itself. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../scripts/setup/built.mjs'
import { ensureInstalled } from '../scripts/setup/installed.mjs'
import { requireNode } from '../scripts/setup/node-version.mjs'
import { inRoot, orSayWhy } from '../scripts/setup/place.mjs'

await orSayWhy(async () => {
  requireNode()
  await ensureInstalled()
  await ensureBuilt()
  await import(pathToFileURL(inRoot('dist', 'server', 'cli.js')).href)
})
