export interface TreeNode<Content> {
  readonly id: string
  readonly content: Content
  readonly children: readonly TreeNode<Content>[]
}

export interface VisibleNode<Content> {
  readonly node: TreeNode<Content>
  readonly parent: string | null
  readonly level: number
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
}

/** The nodes one can see, top down: those whose ancestors are all open. */
export function visibleNodes<Content>(nodes: readonly TreeNode<Content>[], open: ReadonlySet<string>): VisibleNode<Content>[] {
  const seen: VisibleNode<Content>[] = []
  const look = (level: readonly TreeNode<Content>[], parent: string | null, depth: number): void => {
    for (const [index, node] of level.entries()) {
      seen.push({ node, parent, level: depth, position: index + 1, siblings: level.length })
      if (open.has(node.id)) look(node.children, node.id, depth + 1)
    }
  }
  look(nodes, null, 1)
  return seen
}

export type TreeMove = { readonly go: string } | { readonly open: string } | { readonly close: string } | null

/** What a key does in a tree, by the pattern people know: "forward" opens or goes in, "back" closes or goes out. */
export function treeMove<Content>(
  key: string,
  at: string,
  visible: readonly VisibleNode<Content>[],
  open: ReadonlySet<string>,
  rightToLeft: boolean,
): TreeMove {
  const index = visible.findIndex(({ node }) => node.id === at)
  const here = visible[index]
  if (!here) return null
  const go = (target: VisibleNode<Content> | undefined): TreeMove => (target ? { go: target.node.id } : null)
  switch (key) {
    case 'ArrowDown':
      return go(visible[index + 1])
    case 'ArrowUp':
      return go(visible[index - 1])
    case 'Home':
      return go(visible[0])
    case 'End':
      return go(visible.at(-1))
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight': {
      if (here.node.children.length === 0) return null
      return open.has(at) ? go(visible[index + 1]) : { open: at }
    }
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft': {
      if (open.has(at) && here.node.children.length > 0) return { close: at }
      return here.parent === null ? null : { go: here.parent }
    }
    default:
      return null
  }
}
