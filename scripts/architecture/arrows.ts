/** Who may import whom: ARCHITECTURE.md's arrows, each with the words said when it is broken. */
import { isBuiltin } from 'node:module'

import type { Import } from './imports.ts'
import { placeOf, type Place } from './rooms.ts'
import { code, type Violation } from './sources.ts'

type How = Import['how']

/** The pure libraries the kernel may stand on. */
const kernelPackages: ReadonlySet<string> = new Set(['temporal-polyfill'])
/** Sentences over data, shared by the pages and the command line: the one file of a module that all sides may run. */
const sharedWords = (to: Place): boolean => to.path === 'modules/register/sentences.ts'
const messages = ({ path }: Place): boolean => path.startsWith('platform/messages/')
/** Words, not code: the languages of the web collect those of all rooms. */
const collectsWords = (from: Place, to: Place): boolean =>
  from.path.startsWith('web/languages/') && /\/messages\/[a-z]+\.json$/.test(to.path)
/** What runs in the browser takes the server's files as types; of the platform it runs only the messages. */
const forBrowser = (to: Place, how: How): boolean => to.room === 'kernel' || (to.room === 'platform' && (how === 'type' || messages(to)))

function fromModule(from: Place, to: Place): boolean {
  if (to.room === 'kernel' || to.room === 'platform') return true
  return to.room === 'modules' && !to.pages && (to.module === from.module || to.front)
}

function fromPages(from: Place, to: Place, how: How): boolean {
  if (forBrowser(to, how)) return true
  if (to.room === 'web') return /^web\/(app|design)\//.test(to.path)
  if (to.room !== 'modules') return false
  if (to.module !== from.module) return to.front && how === 'type'
  return to.pages || how === 'type' || sharedWords(to)
}

function fromWeb(from: Place, to: Place, how: How): boolean {
  if (forBrowser(to, how) || collectsWords(from, to)) return true
  if (to.room === 'modules') return from.path === 'web/pages.ts' && to.pages
  if (to.room !== 'web') return false
  return !from.path.startsWith('web/design/') || to.path.startsWith('web/design/')
}

function allowed(from: Place, to: Place, how: How): boolean {
  switch (from.room) {
    case 'kernel': return to.room === 'kernel'
    case 'platform': return to.room === 'platform' || to.room === 'kernel'
    case 'modules': return from.pages ? fromPages(from, to, how) : fromModule(from, to)
    case 'web': return fromWeb(from, to, how)
    case 'cli': return ['cli', 'composition', 'platform', 'kernel'].includes(to.room) || sharedWords(to)
    case 'demo': return ['demo', 'platform', 'kernel'].includes(to.room)
    case 'composition': return ['composition', 'demo', 'platform', 'kernel'].includes(to.room) || to.front
    case 'tooling': return true
  }
}

const home = ({ room, module, pages }: Place): string => (module === null ? room : `modules/${module}${pages ? '/pages' : ''}`)

function judgeInside(from: Place, to: Place, how: How): { rule: string; what: string } | null {
  if (to.room === 'tooling' && from.room !== 'tooling' && code.test(to.path)) {
    return { rule: 'arrow', what: `${to.path} is tooling: the product does not use it` }
  }
  if (to.proof && !from.proof && from.room !== 'tooling') return { rule: 'proof-in-product', what: `${to.path} is for tests only` }
  const showsExamples = from.proof || from.example || from.room === 'tooling' || from.path.startsWith('web/gallery/')
  if (to.example && !showsExamples) return { rule: 'proof-in-product', what: `${to.path} is for the gallery and tests only` }
  // A proof may use the proofs of other rooms; towards the product it keeps its own room's arrows.
  if ((from.proof && to.proof) || to.room === 'tooling' || allowed(from, to, how)) return null
  const asTypes = how === 'value' && allowed(from, to, 'type') ? ' but as types' : ''
  return { rule: 'arrow', what: `${home(from)} may not import ${to.path}${asTypes}` }
}

function judgePackage(from: Place, name: string, how: How): { rule: string; what: string } | null {
  if (from.proof || from.room === 'tooling') return null
  if (from.room === 'kernel' && !kernelPackages.has(name)) return { rule: 'kernel-pure', what: `the kernel may not import ${name}` }
  const inBrowser = from.room === 'web' || from.pages
  if (inBrowser && how === 'value' && isBuiltin(name)) return { rule: 'arrow', what: `${name} is not to be had in the browser` }
  return null
}

/** What is wrong with one import, if anything. */
export function judgeImport({ from, to, inside, how, line }: Import): Violation[] {
  const place = placeOf(from)
  if (to === null) {
    const free = place.room === 'tooling' || place.proof
    return free ? [] : [{ rule: 'unreadable-import', file: from, line, what: 'the address of an import is computed' }]
  }
  const found = inside ? judgeInside(place, placeOf(to), how) : judgePackage(place, to, how)
  return found ? [{ ...found, file: from, line }] : []
}
