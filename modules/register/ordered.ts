/** Lists that are put together in memory, sorted as a reader asked. */
type Part = string | number | bigint
/** Compared part by part; null: nothing to sort by. */
export type SortKey = Part | readonly Part[] | null

export type SortKeys<T> = Readonly<Record<string, (item: T) => SortKey>>

const words = new Intl.Collator('und', { numeric: true, sensitivity: 'base' })

function comparePart(one: Part, other: Part): number {
  if (typeof one === 'string' && typeof other === 'string') return words.compare(one, other)
  return one < other ? -1 : one > other ? 1 : 0
}

function compare(one: Exclude<SortKey, null>, other: Exclude<SortKey, null>): number {
  const [these, those] = [[one].flat(), [other].flat()]
  for (const [index, part] of these.entries()) {
    const against = those[index]
    const result = against === undefined ? 1 : comparePart(part, against)
    if (result !== 0) return result
  }
  return 0
}

/** "-at" sorts by `at`, the greatest first. What has nothing to sort by stands last either way; equals keep their order. */
export function ordered<T>(items: readonly T[], sort: string, keys: SortKeys<T>): readonly T[] {
  const descending = sort.startsWith('-')
  const keyOf = keys[descending ? sort.slice(1) : sort]
  if (keyOf === undefined) return items
  return items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return descending ? compare(b.key, a.key) : compare(a.key, b.key)
  }).map(({ item }) => item)
}
