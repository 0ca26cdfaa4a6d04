/** Finding records by kind for the forms' choosers: `<Combobox find={useFinder('person')} …>`. */
import { useCallback } from 'react'

import type { Found } from '../design/combobox/combobox.tsx'
import { useName } from '../design/language/language.tsx'
import type { RecordKind } from './places.ts'
import { send } from './request.ts'

/** An item of GET /api/v1/search. The shell knows its address, not its module. */
export interface SearchItem {
  readonly kind: RecordKind
  readonly id: string
  readonly name: string
  readonly names: NonNullable<Found['names']>
  readonly detail: { readonly name: string; readonly names: NonNullable<Found['names']> } | null
  readonly detail2: { readonly name: string; readonly names: NonNullable<Found['names']> } | null
}

export const searchFor = async (
  words: string,
  kinds: readonly RecordKind[],
  size: number,
  signal: AbortSignal,
): Promise<readonly SearchItem[]> => {
  const query = { q: words, size, ...(kinds.length > 0 ? { kind: kinds.join(',') } : {}) }
  return (await send<{ readonly items: readonly SearchItem[] }>('GET', '/api/v1/search', { query, signal })).items
}

/** What tells an item from its namesakes, in the reader's language. */
export function useDetail(): (item: SearchItem) => string {
  const name = useName()
  return useCallback(
    ({ detail, detail2 }) =>
      [detail, detail2]
        .filter((part) => part !== null)
        .map((part) => name(part.name, part.names))
        .join(' · '),
    [name],
  )
}

export function useFinder(...kinds: readonly RecordKind[]): (words: string, signal: AbortSignal) => Promise<readonly Found[]> {
  const detailOf = useDetail()
  const wanted = kinds.join(',')
  return useCallback(
    async (words, signal) => {
      const items = await searchFor(words, wanted.split(',') as RecordKind[], 8, signal)
      return items.map((item) => ({ id: item.id, name: item.name, names: item.names, detail: detailOf(item) || item.id }))
    },
    [wanted, detailOf],
  )
}
