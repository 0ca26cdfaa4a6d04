/** `npm start`: sets up what is missing and runs the product, in demonstration mode unless MANDATE_DEMO or NODE_ENV says otherwise. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

const say = (text) => process.stdout.write(`${text}\n`)

checkNode()
ensureInstalled(say)
ensureBuilt(say)
if (process.env.NODE_ENV !== 'production') process.env.MANDATE_DEMO ??= '1'
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')))
