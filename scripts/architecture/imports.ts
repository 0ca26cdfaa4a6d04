/** What a file imports: statements, re-exports, `import()` of values and of types, and the patterns of `import.meta.glob`. */
import { posix } from 'node:path'
import ts from 'typescript'

import { lineAt, type Source } from './sources.ts'

export interface Import {
  readonly from: string
  /** A path of the house, or the name of a package ("node:fs", "@scope/name"); null where the address is computed. */
  readonly to: string | null
  readonly inside: boolean
  /** `type` imports leave no trace in what runs. */
  readonly how: 'value' | 'type'
  readonly line: number
}

interface Found {
  readonly specifier: string | null
  readonly how: 'value' | 'type'
  readonly glob: boolean
  readonly at: number
}

const literal = (node: ts.Node | undefined): string | null => (node && ts.isStringLiteralLike(node) ? node.text : null)

const isGlob = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && expression.name.text === 'glob' && ts.isMetaProperty(expression.expression)

function globs(call: ts.CallExpression, tree: ts.SourceFile): Found[] {
  const [first] = call.arguments
  const patterns = first && ts.isArrayLiteralExpression(first) ? first.elements.map(literal) : [literal(first)]
  return patterns.map((specifier) => ({ specifier, how: 'value', glob: true, at: call.getStart(tree) }))
}

function foundIn(node: ts.Node, tree: ts.SourceFile): Found[] {
  const found = (specifier: ts.Node | undefined, typeOnly: boolean): Found[] =>
    [{ specifier: literal(specifier), how: typeOnly ? 'type' : 'value', glob: false, at: node.getStart(tree) }]
  // `import { type A }` still runs the module it names (verbatimModuleSyntax): a value import.
  if (ts.isImportDeclaration(node)) return found(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return found(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node)) return found(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
  if (!ts.isCallExpression(node)) return []
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return found(node.arguments[0], false)
  if (ts.isIdentifier(node.expression) && node.expression.text === 'require') return found(node.arguments[0], false)
  return isGlob(node) ? globs(node, tree) : []
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') ? specifier : specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

function matching(pattern: string, paths: readonly string[]): string[] {
  const wild: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '*': '[^/]*' }
  const parts = pattern.split(/(\*\*\/|\*)/).map((part) => wild[part] ?? part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&'))
  const fits = new RegExp(`^${parts.join('')}$`)
  return paths.filter((path) => fits.test(path))
}

/** All imports of one file; the patterns of a glob become the files they match. */
export function importsOf({ path, text, tree }: Source, paths: readonly string[]): Import[] {
  if (tree === null) return []
  const all: Found[] = []
  const visit = (node: ts.Node): void => {
    all.push(...foundIn(node, tree))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const resolve = (specifier: string): string => posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
  return all.flatMap(({ specifier, how, glob, at }): Import[] => {
    const one = { from: path, how, line: lineAt(text, at) }
    if (specifier === null) return [{ ...one, to: null, inside: false }]
    if (glob) return matching(resolve(specifier), paths).map((to) => ({ ...one, to, inside: true }))
    if (specifier.startsWith('.')) return [{ ...one, to: resolve(specifier), inside: true }]
    return [{ ...one, to: packageOf(specifier), inside: false }]
  })
}
