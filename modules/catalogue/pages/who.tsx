/** Somebody the catalogue names: a post or person with a page of its own, a body, or words. */
import { Name, type Names } from '../../../web/design/index.ts'

export interface Named {
  readonly id: string
  readonly name: string
  readonly names: Names
  readonly kind: 'post' | 'body' | 'person' | 'words'
}

const pages: Readonly<Partial<Record<Named['kind'], string>>> = { post: '/posts', person: '/people' }

export function Who({ who }: { readonly who: Named }) {
  const page = pages[who.kind]
  return page === undefined ? (
    <Name {...who} />
  ) : (
    <a href={`${page}/${encodeURIComponent(who.id)}`}>
      <Name {...who} />
    </a>
  )
}
