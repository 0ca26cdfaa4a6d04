/**
 * `npm run bench [-- group …] [--json]`: measures what is promised, and says what was measured. The code measured is built as the product
 * is: run from its sources, each small function would pay for its name.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs'

const say = (text) => process.stderr.write(`${text}\n`)

checkNode()
ensureInstalled(say)
ensureBuilt(say)
/** Measurements that run in a process of their own. */
const processes = readdirSync(join(root, 'bench'), { recursive: true }).filter((path) => path.endsWith('.process.ts'))
const { build } = await import('vite')
const outDir = join(root, 'dist', 'bench')
await build({
  configFile: false, root, logLevel: 'warn', publicDir: false,
  build: {
    ssr: true, target: 'node20', outDir, emptyOutDir: true, minify: false,
    rollupOptions: {
      input: {
        run: join(root, 'bench', 'run.ts'), 'embedded-worker': join(root, 'platform', 'database', 'embedded-worker.ts'),
        ...Object.fromEntries(processes.map((path) => [basename(path, '.ts'), join(root, 'bench', path)])),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
const { status } = spawnSync(process.execPath, [join(outDir, 'run.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
