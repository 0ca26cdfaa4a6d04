/** The files of the house as they lie on disk, each read once and parsed once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Source {
  /** From the root of the house, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Null for stylesheets. */
  readonly tree: ts.SourceFile | null
}

/** Something that stands where it must not. */
export interface Violation {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly what: string
}

const notOurs = new Set(['node_modules', 'dist', 'coverage', 'test-results'])
/** Names of files that hold code. */
export const code = /\.(ts|tsx|mjs)$/

function* pathsBelow(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || notOurs.has(entry.name)) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* pathsBelow(root, path)
    else yield path
  }
}

function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind)
}

/** Every file's path, and the code and stylesheets among them read. */
export function readSources(root: string): { paths: string[]; sources: Source[] } {
  const paths = [...pathsBelow(root, '')].sort()
  const sources = paths.filter((path) => code.test(path) || path.endsWith('.css')).map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, tree: code.test(path) ? parse(path, text) : null }
  })
  return { paths, sources }
}

/** Counted from 1. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length
