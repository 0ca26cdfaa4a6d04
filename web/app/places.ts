/** Where each kind of record has its page. */
export type RecordKind = 'person' | 'post' | 'entity' | 'matter' | 'body' | 'delegation'

/** A body stands on the page of its entity and has none of its own. */
export type PagedKind = Exclude<RecordKind, 'body'>

const rooms: Readonly<Record<PagedKind, string>> = {
  person: '/people',
  post: '/posts',
  entity: '/organisation',
  matter: '/catalogue',
  delegation: '/register',
}

export const pagedKinds = Object.keys(rooms) as readonly PagedKind[]

export const hasPage = (kind: RecordKind): kind is PagedKind => kind in rooms

export const hrefOf = (kind: PagedKind, id: string): string => `${rooms[kind]}/${encodeURIComponent(id)}`
