/** The nodes of a subdelegation tree as branches, and those that have some words with all above them. Pure. */
import type { HolderAnswer, Named } from '../shapes.ts'

export interface TreeNodeAnswer {
  readonly id: string
  readonly parent: string | null
  readonly holder: HolderAnswer
  readonly entities: readonly Named[]
}

export interface BranchOf<Content> {
  readonly id: string
  readonly content: Content
  readonly children: readonly BranchOf<Content>[]
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** What a node is found by: its id, its holder and places in every language. */
export const wordsOf = ({ id, holder: { person, post, body, persons }, entities }: TreeNodeAnswer): string =>
  folded([id, ...[person, post, body, ...persons, ...entities].flatMap((named) => (named ? [named.name, ...Object.values(named.names)] : []))].join('\n'))

/** Nodes with the words, and every node above them, in their order. */
export function matching<Node extends TreeNodeAnswer>(nodes: readonly Node[], texts: ReadonlyMap<string, string>, words: string): readonly Node[] {
  const wanted = folded(words.trim())
  if (wanted === '') return nodes
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const kept = new Set<string>()
  for (const node of nodes) {
    if (!texts.get(node.id)?.includes(wanted)) continue
    for (let at: Node | undefined = node; at && !kept.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) kept.add(at.id)
  }
  return nodes.filter(({ id }) => kept.has(id))
}

/** Parents stand before their children; a node whose parent is not among them is a root. */
export function branchesOf<Node extends TreeNodeAnswer, Content>(nodes: readonly Node[], contentOf: (node: Node) => Content): BranchOf<Content>[] {
  const made = new Map<string, { id: string; content: Content; children: BranchOf<Content>[] }>()
  const roots: BranchOf<Content>[] = []
  for (const node of nodes) {
    const branch = { id: node.id, content: contentOf(node), children: [] }
    made.set(node.id, branch)
    const above = node.parent === null ? undefined : made.get(node.parent)
    ;(above?.children ?? roots).push(branch)
  }
  return roots
}
