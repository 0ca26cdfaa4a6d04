/** Rules a file keeps by itself: its name, its length, its types, its stylesheets' directions. */
import ts from 'typescript'

import { lineAt, type Source, type Violation } from './sources.ts'

const longest = 400
const emptyNames = /^(utils?|helpers?|common|misc|managers?)$/
/** A file `field-utils.ts` says as little as `utils.ts`. */
const wordsOf = (name: string): string[] => name.replace(/\..*$/, '').split('-')

/** Names that say nothing of what is inside. */
export function judgeName(path: string): Violation[] {
  const empty = path.split('/').flatMap(wordsOf).find((word) => emptyNames.test(word.toLowerCase()))
  return empty === undefined ? [] : [{ rule: 'empty-name', file: path, line: 1, what: `"${empty}" says nothing of what is inside` }]
}

function judgeLength({ path, text }: Source): Violation[] {
  const lines = text.trimEnd().split('\n').length
  return lines <= longest ? [] : [{ rule: 'too-long', file: path, line: longest + 1, what: `${lines} lines; at most ${longest}` }]
}

/** A directive is its own comment; one directly after a quotation mark stands in a text. */
const directive = /(?<!['"`])(?:\/\/+|\/\*+)\s*@ts-(?:ignore|nocheck|expect-error)/g

function judgeTypes({ path, text, tree }: Source): Violation[] {
  if (tree === null) return []
  const escape = (at: number, what: string): Violation => ({ rule: 'type-escape', file: path, line: lineAt(text, at), what })
  const found = [...text.matchAll(directive)].map(({ index, 0: what }) => escape(index, what))
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(escape(node.getStart(tree), 'any'))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const side = '(?:left|right)'
const box = `(?:margin|padding|border|scroll-margin|scroll-padding)-${side}(?:-[a-z]+)?`
const physical = [`(?:${box}|${side}|border-(?:top|bottom)-${side}-radius)\\s*:`, `(?:text-align|float|clear)\\s*:\\s*${side}\\b`]
  .map((declaration) => new RegExp(`(?<=[;{\\s])${declaration}`, 'g'))
const physicalInCode = /(?<=[{,\s])(?:(?:margin|padding|border)(?:Left|Right)\w*|(?:textAlign|float)\s*:\s*'(?:left|right)')/g

/** Sides of the page are its start and end: left and right change places in Arabic. */
function judgeSides({ path, text, tree }: Source): Violation[] {
  const patterns = tree === null ? physical : path.endsWith('.tsx') ? [physicalInCode] : []
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return patterns.flatMap((pattern) => [...bare.matchAll(pattern)])
    .map(({ index, 0: what }) => ({ rule: 'physical-side', file: path, line: lineAt(bare, index), what }))
}

/** All that one file says about itself. */
export const judgeSource = (source: Source): Violation[] => [...judgeLength(source), ...judgeTypes(source), ...judgeSides(source)]
