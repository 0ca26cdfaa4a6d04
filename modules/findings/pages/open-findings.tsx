/** Open findings about a record, on its own page; nothing where there is none. */
import { useAnswer } from '../../../web/app/api.ts'
import { ButtonLink, DataTable, Section, useLanguage, type Column } from '../../../web/design/index.ts'
import type { findingsContract } from '../views/list-findings.ts'
import { causeSentence, findingHref, Severity, type FindingItem } from './words.tsx'

type By = { readonly subject: string } | { readonly person: string } | { readonly entity: string }

const shownAtOnce = '5'

export function OpenFindings({ by }: { readonly by: By }) {
  const speech = useLanguage()
  const { t } = speech
  const { data } = useAnswer<typeof findingsContract>('GET', '/api/v1/findings', { query: { ...by, size: shownAtOnce } })
  if (!data || data.total === 0) return null
  const columns: readonly Column<FindingItem>[] = [
    {
      key: 'what', head: t('finding.column-what'), names: true,
      cell: (item) => (
        <>
          <a href={findingHref(item.id ?? '')}>{t(`finding.rule-${item.rule}`)}</a>
          <small>{causeSentence(item, speech)}</small>
        </>
      ),
    },
    { key: 'severity', head: t('finding.column-severity'), cell: ({ severity }) => <Severity severity={severity} /> },
  ]
  return (
    <Section title={t('finding.title')} aside={<ButtonLink href={`/findings?${new URLSearchParams({ ...by })}`}>{t('finding.count', { count: data.total })}</ButtonLink>}>
      <DataTable caption={t('finding.title')} captionHidden columns={columns} rows={data.items} rowKey={({ id, rule }) => id ?? rule} />
    </Section>
  )
}
