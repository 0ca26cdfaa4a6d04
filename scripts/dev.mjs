/** `npm run dev`: the server from its sources, started anew when they change, and the browser's files as they are edited. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

import { checkNode, ensureInstalled, root } from './setup.mjs'

const say = (text) => process.stdout.write(`${text}\n`)

checkNode()
ensureInstalled(say)
const port = process.env.PORT ?? '8080'
const server = spawn(process.execPath, ['--watch', '--import', 'tsx', join(root, 'composition', 'main.ts')], {
  cwd: root, stdio: 'inherit', env: { MANDATE_DEMO: '1', ...process.env, PORT: port },
})

const target = `http://127.0.0.1:${port}`
const vite = await createServer({
  configFile: join(root, 'vite.config.ts'),
  // The server refuses writes from another origin: to it, the browser's files come from its own.
  server: { host: '127.0.0.1', proxy: Object.fromEntries(['/api', '/access', '/health', '/ready', '/problems'].map((path) => [path, { target, changeOrigin: true, headers: { origin: target } }])) },
})
await vite.listen()
vite.printUrls()

const stop = async () => {
  server.kill()
  await vite.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
server.once('exit', stop)
