/** The kernel's tests of authority, bundled into chunks that can be evaluated afresh, again and again, in one process. */
import { readdirSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { join, relative } from 'node:path'
import vm from 'node:vm'

import { build } from 'vite'

const folder = 'kernel/authority'
/** It tests the keeping of counter-examples, which mutation tests go without. */
const left = ['kernel/authority/proof/law.test.ts']

/** Of the code as it lies under `root`: every test file is an entry; what several share is a chunk of its own. */
export async function bundleTests(root) {
  const files = readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`)
    .filter((file) => !left.includes(file)).sort()
  const { output } = await build({
    root, configFile: false, logLevel: 'error',
    define: { 'import.meta.dirname': JSON.stringify(join(root, folder, 'proof')) },
    build: {
      ssr: true, write: false, minify: false, target: 'esnext',
      rolldownOptions: { input: files.map((file) => join(root, file)), treeshake: false, output: { format: 'cjs', chunkFileNames: '[name]-[hash].cjs' } },
    },
  })
  const chunks = Object.fromEntries(output.map(({ fileName, code }) => [fileName, code]))
  const entries = output.filter(({ isEntry }) => isEntry).map(({ facadeModuleId, fileName }) => [relative(root, facadeModuleId), fileName])
  const outside = [...new Set(output.flatMap(({ imports }) => imports))].filter((name) => chunks[name] === undefined)
  return { chunks, entries: Object.fromEntries(entries), outside }
}

/** A function that evaluates the chunks it is asked for, each once; a new one starts over. `offered` stand for packages. */
export async function evaluator({ chunks, outside }, offered) {
  const require = createRequire(import.meta.url)
  const packages = new Map()
  for (const name of outside) packages.set(name, offered[name] ?? (isBuiltin(name) ? require(name) : await import(name)))
  const scripts = new Map(Object.entries(chunks).map(([name, code]) =>
    [name, new vm.Script(`(function (exports, require, module) {${code}\n})`, { filename: name })]))
  return () => {
    const evaluated = new Map()
    const evaluate = (name) => {
      const known = packages.get(name) ?? evaluated.get(name)?.exports
      if (known !== undefined) return known
      const script = scripts.get(name.replace(/^\.\//, ''))
      if (script === undefined) throw new Error(`No chunk ${name}`)
      const module = { exports: {} }
      evaluated.set(name, module)
      script.runInThisContext()(module.exports, (other) => evaluate(other), module)
      return module.exports
    }
    return evaluate
  }
}
