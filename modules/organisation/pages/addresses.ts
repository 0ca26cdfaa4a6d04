/** Addresses of the organisation's records, and of the register's pages about them. */
const address = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`

export const entityAddress = (id: string): string => address('/organisation', id)
export const personAddress = (id: string): string => address('/people', id)
export const postAddress = (id: string): string => address('/posts', id)
export const delegationAddress = (id: string): string => address('/register', id)

/** A list or a question with some of its search filled in. */
export const withSearch = (path: string, search: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(search)}`
