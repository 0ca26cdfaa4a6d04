import type { Provenance as From } from '../../../kernel/authority/model.ts'
import { useLanguage } from '../language/language.tsx'

/** Whether a record is invented for the demonstration or quoted from a document. The organisation's own records carry no mark. */
export function Provenance({ provenance }: { readonly provenance: From }) {
  const { t } = useLanguage()
  if (provenance.kind === 'own') return null
  const words =
    provenance.kind === 'invented' ? t('design.provenance-invented') : t('design.provenance-quoted', { source: provenance.source })
  return <span className={`provenance ${provenance.kind}`}>{words}</span>
}
