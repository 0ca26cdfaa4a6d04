/** The guides say what is: every file, command, setting and address they name exists. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { allRoutes } from '../composition/application.ts'
import { readSources } from './architecture/sources.ts'

const root = join(import.meta.dirname, '..')
const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const found = (source: string, pattern: RegExp): string[] => [...new Set(Array.from(source.matchAll(pattern), ([, first = '']) => first))]

const { paths, sources } = readSources(root)
const guides = paths.filter((path) => /^(?:docs\/.*|demo\/README|[A-Z]+)\.md$/.test(path))
const all = guides.map(text).join('\n')
const codeIn = (folders: RegExp): string => sources.filter(({ path }) => folders.test(path)).map((source) => source.text).join('\n')

describe.each(guides)('%s', (guide) => {
  it('leads to files that exist', () => {
    const targets = found(text(guide), /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)
    expect(targets.filter((target) => !existsSync(join(root, dirname(guide), target)))).toEqual([])
  })

  it('names files and folders that exist', () => {
    const named = found(text(guide), /`((?:bench|cli|composition|demo|docs|e2e|kernel|modules|platform|scripts|web)\/[\w./-]+)`/g)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names scripts of package.json', () => {
    const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts)
    const named = found(text(guide), /\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

describe('the guides', () => {
  it('name verbs and options that the command line has', () => {
    const commandLine = codeIn(/^cli\//)
    const verbs = found(all, /npx mandate ([a-z-]+)/g)
    expect(verbs.filter((verb) => !commandLine.includes(`command('${verb}')`))).toEqual([])
    const options = found(text('docs/command-line.md'), /(--[a-z][a-z-]+)/g).filter((option) => option !== '--help')
    expect(options.filter((option) => !commandLine.includes(`'${option}`))).toEqual([])
  })

  it('list every setting that the code reads, and no other', () => {
    const listed = found(text('README.md'), /^\| `([A-Z_]+)` \|/gm)
    const code = codeIn(/^(cli|composition|platform|scripts|e2e)\//)
    const read = found(code, /\benv(?:ironment)?\.((?:MANDATE_[A-Z_]+)|PORT|HOST|DATABASE_URL)\b/g)
    const ofTests = ['MANDATE_API_RUNS', 'MANDATE_MUTATION_PATIENCE', 'MANDATE_PICTURES']
    expect(read.filter((name) => !listed.includes(name) && !ofTests.includes(name))).toEqual([])
    expect(listed.filter((name) => !read.includes(name))).toEqual([])
  })

  it('name addresses that the server answers', () => {
    const addresses = new Set(allRoutes([]).map(({ contract }) => contract.path))
    const named = found(all, /\/(api\/v1\/[a-z/-]*[a-z])/g).map((path) => `/${path}`)
    const begins = (path: string): boolean => addresses.has(path) || [...addresses].some((address) => address.startsWith(`${path}/{`))
    expect(named.filter((path) => !begins(path))).toEqual([])
  })

  it('have a page for every decision, and list it', () => {
    const pages = paths.flatMap((path) => /^docs\/decisions\/(\d.*)$/.exec(path)?.[1] ?? [])
    expect(pages.filter((page) => !text('docs/decisions/README.md').includes(`(${page})`))).toEqual([])
  })
})
