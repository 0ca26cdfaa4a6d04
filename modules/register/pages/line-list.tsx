/** Delegations as a plain list of links: what would fall, what would stop. */
import { useLanguage } from '../../../web/design/index.ts'
import type { DelegationSummary } from '../shapes.ts'
import { delegationHref, useHolderWords } from './words.tsx'

export function LineList({ lines }: { readonly lines: readonly Pick<DelegationSummary, 'id' | 'matter' | 'holder'>[] }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id}>
          <a href={delegationHref(line.id)}>{line.id}</a>{' '}
          {t('record.heading', { matter: name(line.matter.name, line.matter.names), holder: holder(line.holder) })}
        </li>
      ))}
    </ul>
  )
}
