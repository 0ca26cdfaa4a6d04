/** The record an address names, with its name: a chooser shows it as if it had been chosen there. */
import { useAnswer } from '../../../web/app/api.ts'
import type { Found } from '../../../web/design/index.ts'
import type { matterContract } from '../../catalogue/index.ts'
import type { entityContract, personContract, postContract } from '../../organisation/index.ts'

export type NamedKind = 'person' | 'post' | 'entity' | 'matter'

export function useNamed(kind: NamedKind, id: string | undefined): Found | null {
  const asked = { params: { id: id ?? '' } }
  const only = (asking: NamedKind) => ({ enabled: kind === asking && id !== undefined })
  const person = useAnswer<typeof personContract>('GET', '/api/v1/people/{id}', asked, only('person'))
  const post = useAnswer<typeof postContract>('GET', '/api/v1/posts/{id}', asked, only('post'))
  const entity = useAnswer<typeof entityContract>('GET', '/api/v1/entities/{id}', asked, only('entity'))
  const matter = useAnswer<typeof matterContract>('GET', '/api/v1/matters/{id}', asked, only('matter'))
  if (id === undefined) return null
  const found = { person: person.data, post: post.data?.post, entity: entity.data?.entity, matter: matter.data?.matter }[kind]
  return found ? { id, name: found.name, ...('names' in found ? { names: found.names } : {}) } : { id, name: id }
}
