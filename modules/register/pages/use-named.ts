/** The record an address names, with its name: a chooser shows it as if it had been chosen there. */
import { useAnswer } from '../../../web/app/api.ts'
import type { Found } from '../../../web/design/index.ts'
import type { matterContract } from '../../catalogue/index.ts'
import type { entityContract, personContract } from '../../organisation/index.ts'

export type NamedKind = 'person' | 'entity' | 'matter'

export function useNamed(kind: NamedKind, id: string | undefined): Found | null {
  const asked = { params: { id: id ?? '' } }
  const person = useAnswer<typeof personContract>('GET', '/api/v1/people/{id}', asked, { enabled: kind === 'person' && id !== undefined })
  const entity = useAnswer<typeof entityContract>('GET', '/api/v1/entities/{id}', asked, { enabled: kind === 'entity' && id !== undefined })
  const matter = useAnswer<typeof matterContract>('GET', '/api/v1/matters/{id}', asked, { enabled: kind === 'matter' && id !== undefined })
  if (id === undefined) return null
  const found = { person: person.data, entity: entity.data?.entity, matter: matter.data?.matter }[kind]
  return found ? { id, name: found.name, ...('names' in found ? { names: found.names } : {}) } : { id, name: id }
}
