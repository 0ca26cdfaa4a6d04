import { Name, useLanguage, type Names } from '../../../web/design/index.ts'
import { entityAddress } from './addresses.ts'

interface Step {
  readonly id: string
  readonly name: string
  readonly names: Names
}

/** Entities from the top down, each a link: where a record stands. */
export function Path({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useLanguage()
  if (steps.length === 0) return null
  return (
    <nav className="path" aria-label={t('entity.above')}>
      <ol>
        {steps.map(({ id, name, names }) => (
          <li key={id}>
            <a href={entityAddress(id)}>
              <Name name={name} names={names} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
