/** At home: how many findings wait for me to close them. */
import { useAnswer } from '../../../web/app/api.ts'
import { ButtonLink, Notice, Steps, useLanguage } from '../../../web/design/index.ts'
import type { findingFiguresContract } from '../views/list-findings.ts'

export function Part({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const { data } = useAnswer<typeof findingFiguresContract>('GET', '/api/v1/findings/figures', { query: { owner: id } })
  if (!data || data.mine === 0) return null
  return (
    <Notice title={t('home.findings', { count: data.mine })}>
      <p>{t('home.findings-note')}</p>
      <Steps><ButtonLink kind="main" href={`/findings?owner=${encodeURIComponent(id)}`}>{t('home.findings-open')}</ButtonLink></Steps>
    </Notice>
  )
}
