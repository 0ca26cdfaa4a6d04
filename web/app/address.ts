/** The address of the page, which restores it whole: path and search, and the ways to change them. */
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'

import type { Search } from './page.ts'
import { searchText } from './search-text.ts'

export interface Address {
  readonly path: string
  readonly search: Search
  /** The address of this page with some of its search changed: for links that sort, filter and page. */
  readonly href: (change: Search) => string
  readonly go: (href: string) => void
  readonly setSearch: (change: Search, how?: 'replace' | 'push') => void
}

export function useAddress(): Address {
  const router = useRouter()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const text = useRouterState({ select: ({ location }) => location.searchStr })
  return useMemo(() => {
    const search: Search = Object.fromEntries(new URLSearchParams(text))
    const href = (change: Search): string => `${path}${searchText({ ...search, ...change })}`
    return {
      path, search, href,
      go: (to) => router.history.push(to),
      setSearch: (change, how = 'replace') => router.history[how](href(change)),
    }
  }, [router, path, text])
}
