/** Where each kind of record has its page. */
export type RecordKind = 'person' | 'post' | 'entity' | 'matter' | 'body' | 'delegation'

const rooms: Readonly<Record<RecordKind, string>> = {
  person: '/people', post: '/posts', entity: '/organisation', matter: '/catalogue', body: '/bodies', delegation: '/register',
}

export const hrefOf = (kind: RecordKind, id: string): string => `${rooms[kind]}/${encodeURIComponent(id)}`
