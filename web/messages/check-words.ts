/** Words that stand in pages without passing through the catalogues, and keys that pages use but no catalogue has. */
import ts from 'typescript'

const worded = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'caption',
  'aria-description',
  'aria-roledescription',
])
const hasLetters = (text: string): boolean => /\p{L}/u.test(text)
/** The product's name is the same in every language. */
const names = new Set(['Mandate'])

export interface Found {
  readonly line: number
  readonly text: string
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

const sourceOf = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

const literalText = (node: ts.Node | undefined): string | null => {
  const inner = node && ts.isJsxExpression(node) ? node.expression : node
  return inner && ts.isStringLiteralLike(inner) ? inner.text : null
}

/** Literal words in JSX: texts with letters, and attributes that are shown or read out. */
export function literalWords(path: string, text: string): readonly Found[] {
  const source = sourceOf(path, text)
  const found: Found[] = []
  const add = (node: ts.Node, words: string): void => {
    if (hasLetters(words) && !names.has(words.trim()))
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: words.trim() })
  }
  for (const node of nodesOf(source)) {
    if (ts.isJsxText(node)) add(node, node.text)
    else if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent)) add(node, literalText(node) ?? '')
    else if (ts.isJsxAttribute(node) && worded.has(node.name.getText())) add(node, literalText(node.initializer) ?? '')
  }
  return found
}

/** Keys given literally to `t`, `rich` or `has`. */
export function keysUsed(path: string, text: string): readonly Found[] {
  const source = sourceOf(path, text)
  const found: Found[] = []
  for (const node of nodesOf(source)) {
    if (!ts.isCallExpression(node)) continue
    const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText()
    const key = literalText(node.arguments[0])
    if ((called === 't' || called === 'rich') && key !== null)
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: key })
  }
  return found
}
