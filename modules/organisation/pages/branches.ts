/** The organisation laid out as a tree. Where an entity has many entities of several categories below it, they stand in a group each. */
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { TreeNode } from '../../../web/design/tree/tree-moves.ts'
import type { entitiesContract } from '../views/entities.ts'

export type EntityItem = AnswerOf<typeof entitiesContract>['items'][number]

interface Placed {
  /** Among its siblings, from 1. */
  readonly position: number
  readonly siblings: number
}

export type Branch =
  | (Placed & { readonly kind: 'entity'; readonly entity: EntityItem })
  | (Placed & { readonly kind: 'group'; readonly category: string; readonly entities: number })

export type EntityNode = TreeNode<Branch>

const manyBelow = 12

function grouped<Key>(entities: readonly EntityItem[], keyOf: (entity: EntityItem) => Key): Map<Key, EntityItem[]> {
  const groups = new Map<Key, EntityItem[]>()
  for (const entity of entities) {
    const group = groups.get(keyOf(entity))
    if (group) group.push(entity)
    else groups.set(keyOf(entity), [entity])
  }
  return groups
}

/** The groups of what lies directly below, or null where one plain list reads better. */
function groupsBelow(below: readonly EntityItem[]): ReadonlyMap<string, readonly EntityItem[]> | null {
  if (below.length <= manyBelow) return null
  const groups = grouped(below, ({ category }) => category)
  return groups.size > 1 ? groups : null
}

/** A node's id is what the address keeps of an open branch: an entity's, or "parent/category" of a group. */
export function treeOf(items: readonly EntityItem[]): readonly EntityNode[] {
  const known = new Set(items.map(({ id }) => id))
  const forest = grouped(items, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))

  const entityNode = (entity: EntityItem, position: number, siblings: number): EntityNode => ({
    id: entity.id,
    content: { kind: 'entity', entity, position, siblings },
    children: nodesBelow(entity.id),
  })

  const nodesBelow = (parent: string | null): readonly EntityNode[] => {
    const below = forest.get(parent) ?? []
    const groups = groupsBelow(below)
    if (!groups) return below.map((entity, index) => entityNode(entity, index + 1, below.length))
    return [...groups].map(([category, entities], index): EntityNode => {
      const [only] = entities
      if (entities.length === 1 && only) return entityNode(only, index + 1, groups.size)
      return {
        id: `${parent ?? ''}/${category}`,
        content: { kind: 'group', category, entities: entities.length, position: index + 1, siblings: groups.size },
        children: entities.map((entity, place) => entityNode(entity, place + 1, entities.length)),
      }
    })
  }

  return nodesBelow(null)
}

/** Every node that can be opened. */
export const openable = (nodes: readonly EntityNode[]): readonly string[] =>
  nodes.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...openable(children)]))

const rootsOf = (nodes: readonly EntityNode[]): readonly string[] => nodes.filter(({ children }) => children.length > 0).map(({ id }) => id)

const separator = ';'
const everything = 'all'
const nothing = 'none'

/** The open branches as the address keeps them; where it says nothing, the roots. */
export function openInAddress(text: string | undefined, nodes: readonly EntityNode[]): ReadonlySet<string> {
  if (text === undefined) return new Set(rootsOf(nodes))
  if (text === everything) return new Set(openable(nodes))
  return new Set(text === nothing ? [] : text.split(separator))
}

export function addressOfOpen(open: ReadonlySet<string>, nodes: readonly EntityNode[]): string | undefined {
  const roots = rootsOf(nodes)
  if (open.size === roots.length && roots.every((id) => open.has(id))) return undefined
  if (open.size === 0) return nothing
  return openable(nodes).every((id) => open.has(id)) ? everything : [...open].join(separator)
}
