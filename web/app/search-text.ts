import type { Search } from './page.ts'

/** "?on=2025-06-01&page=2", or nothing; absent and empty names are left out. */
export function searchText(search: Search): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
  const text = new URLSearchParams(given).toString()
  return text === '' ? '' : `?${text}`
}
