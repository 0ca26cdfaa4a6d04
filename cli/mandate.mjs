#!/usr/bin/env node
/** The `mandate` command, from a clone: installs and builds what is missing (saying so on standard error), then runs it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { checkNode, ensureBuilt, ensureInstalled, root } from '../scripts/setup.mjs'

const say = (text) => process.stderr.write(`${text}\n`)

checkNode()
ensureInstalled(say)
ensureBuilt(say)
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')))
