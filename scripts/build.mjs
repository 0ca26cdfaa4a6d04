/** Builds the browser's files into dist/web and the server, its database worker and the command line into dist/server. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

import { root, sourcesDigest } from './setup.mjs'

const entries = {
  main: join(root, 'composition', 'main.ts'),
  cli: join(root, 'cli', 'cli.ts'),
  'embedded-worker': join(root, 'platform', 'database', 'embedded-worker.ts'),
}

/** One language a file, all modules merged, beside the server's code. */
function writeMessages(folder) {
  const sources = [...readdirSync(join(root, 'modules')).map((name) => join(root, 'modules', name, 'messages')), join(root, 'web', 'messages'), join(root, 'web', 'administration', 'messages'), join(root, 'demo', 'messages')].filter(existsSync)
  const merged = {}
  for (const source of sources) {
    for (const file of readdirSync(source).filter((name) => name.endsWith('.json'))) merged[file] = { ...merged[file], ...JSON.parse(readFileSync(join(source, file), 'utf8')) }
  }
  mkdirSync(folder, { recursive: true })
  for (const [file, messages] of Object.entries(merged)) writeFileSync(join(folder, file), JSON.stringify(messages))
}

async function buildServer() {
  await build({
    configFile: false, root, logLevel: 'warn', publicDir: false,
    ssr: { target: 'node' },
    build: {
      ssr: true, target: 'node20', outDir: join(root, 'dist', 'server'), emptyOutDir: true, minify: false, sourcemap: true,
      rollupOptions: { input: entries, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  writeMessages(join(root, 'dist', 'server', 'messages'))
}

/** What is sent often is compressed once. */
function precompress(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|html|svg|json)$/.test(name)) continue
    const file = join(folder, name)
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

async function buildBrowser() {
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  precompress(join(root, 'dist', 'web'))
}

process.chdir(root)
rmSync(join(root, 'dist', '.sources'), { force: true })
await buildServer()
await buildBrowser()
writeFileSync(join(root, 'dist', '.sources'), sourcesDigest())
