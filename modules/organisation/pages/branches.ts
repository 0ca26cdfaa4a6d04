/** The organisation laid out as rows of a tree. Where an entity has many entities of several categories below it, they stand in a group each. */
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { entitiesContract } from '../views/entities.ts'

export type EntityItem = AnswerOf<typeof entitiesContract>['items'][number]
export type Category = AnswerOf<typeof entitiesContract>['categories'][number]

interface Placed {
  /** Unique among the rows; what the address keeps of an open branch. */
  readonly key: string
  /** 1 at the top. */
  readonly level: number
  /** Among its siblings, from 1. */
  readonly position: number
  readonly siblings: number
  /** Key of the branch it lies in. */
  readonly within: string | null
  /** null: nothing below. */
  readonly open: boolean | null
}

export type Branch =
  | (Placed & { readonly kind: 'entity'; readonly entity: EntityItem })
  | (Placed & { readonly kind: 'group'; readonly category: string; readonly entities: number })

export interface Opened {
  has(key: string): boolean
}

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

type Forest = ReadonlyMap<string | null, readonly EntityItem[]>

function forestOf(items: readonly EntityItem[]): Forest {
  const known = new Set(items.map(({ id }) => id))
  return grouped(items, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
}

const groupKey = (parent: string | null, category: string): string => `${parent ?? ''}/${category}`

/** The groups of what lies directly below, or null where one plain list reads better. */
function groupsBelow(below: readonly EntityItem[]): ReadonlyMap<string, readonly EntityItem[]> | null {
  if (below.length <= manyBelow) return null
  const groups = grouped(below, ({ category }) => category)
  return groups.size > 1 ? groups : null
}

/** The rows to show, top down: everything whose branches are all open. */
export function branchesOf(items: readonly EntityItem[], opened: Opened): readonly Branch[] {
  const forest = forestOf(items)
  const rows: Branch[] = []

  const addEntities = (entities: readonly EntityItem[], level: number, within: string | null): void => {
    entities.forEach((entity, index) => {
      const below = forest.get(entity.id) ?? []
      const open = below.length === 0 ? null : opened.has(entity.id)
      rows.push({ kind: 'entity', key: entity.id, entity, level, within, open, position: index + 1, siblings: entities.length })
      if (open) addBelow(entity.id, below, level + 1)
    })
  }

  const addBelow = (parent: string | null, below: readonly EntityItem[], level: number): void => {
    const groups = groupsBelow(below)
    if (!groups) return addEntities(below, level, parent)
    let position = 0
    for (const [category, entities] of groups) {
      position += 1
      if (entities.length === 1) {
        addEntities(entities, level, parent)
        continue
      }
      const key = groupKey(parent, category)
      const open = opened.has(key)
      rows.push({ kind: 'group', key, category, entities: entities.length, level, within: parent, open, position, siblings: groups.size })
      if (open) addEntities(entities, level + 1, key)
    }
  }

  addBelow(null, forest.get(null) ?? [], 1)
  return rows
}

/** Every key that can be opened. */
export function allKeys(items: readonly EntityItem[]): readonly string[] {
  return branchesOf(items, { has: () => true }).filter(({ open }) => open !== null).map(({ key }) => key)
}

/** What is open when nobody has opened anything: the roots. */
export const rootKeys = (items: readonly EntityItem[]): readonly string[] =>
  branchesOf(items, new Set()).filter(({ level, open }) => level === 1 && open !== null).map(({ key }) => key)

const separator = ';'
const everything = 'all'
const nothing = 'none'

/** The open branches as the address keeps them. */
export function openedInAddress(text: string | undefined, items: readonly EntityItem[]): ReadonlySet<string> {
  if (text === undefined) return new Set(rootKeys(items))
  if (text === everything) return new Set(allKeys(items))
  return new Set(text === nothing ? [] : text.split(separator))
}

export function addressOfOpened(opened: ReadonlySet<string>, items: readonly EntityItem[]): string | undefined {
  const roots = rootKeys(items)
  if (opened.size === roots.length && roots.every((key) => opened.has(key))) return undefined
  if (opened.size === 0) return nothing
  return allKeys(items).every((key) => opened.has(key)) ? everything : [...opened].join(separator)
}
