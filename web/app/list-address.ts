/** How a list is sorted and which of its pages is shown, kept in the address. */
import type { Sorting } from '../design/index.ts'
import { useAddress } from './address.ts'

export interface ListAddress {
  /** "-at": as the server takes it. */
  readonly sort: string
  readonly page: string | undefined
  readonly sorting: Sorting
  readonly sortHref: (sorting: Sorting) => string
  readonly pageHref: (page: number) => string
}

/** `usual`: the order where nobody chose one. `prefix` tells a second list of a page from the first. */
export function useListAddress(usual: string, prefix = ''): ListAddress {
  const { search, href } = useAddress()
  const [sortName, pageName] = [`${prefix}sort`, `${prefix}page`]
  const sort = search[sortName] ?? usual
  return {
    sort,
    page: search[pageName],
    sorting: { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    sortHref: ({ key, descending }) => href({ [sortName]: descending ? `-${key}` : key, [pageName]: undefined }),
    pageHref: (page) => href({ [pageName]: page === 1 ? undefined : String(page) }),
  }
}
