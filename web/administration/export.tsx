/** Export: every kind of record as a file, in the columns that import takes. */
import { Busy, DataTable, PageHead, ProblemNotice, useLanguage, type Column } from '../design/index.ts'
import './administration.css'
import { useKinds, useKindWords, type Kind } from './kinds.ts'

const formats = ['csv', 'xlsx', 'json'] as const

export function Page() {
  const { t } = useLanguage()
  const words = useKindWords()
  const kinds = useKinds()
  const columns: readonly Column<Kind>[] = [
    { key: 'kind', head: t('administration.export-kind'), cell: ({ kind }) => words.name(kind) },
    { key: 'about', head: t('administration.export-about'), cell: (kind) => words.about(kind) },
    {
      key: 'files',
      head: t('administration.export-as'),
      cell: ({ kind }) => (
        <span className="exports">
          {formats.map((format) => (
            <a key={format} href={`/api/v1/exports/${kind}?format=${format}`} download>
              <span className="spoken">{t('administration.export-format', { kind: words.name(kind), format: format.toUpperCase() })}</span>
              <span aria-hidden="true">{format.toUpperCase()}</span>
            </a>
          ))}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('administration.export-title')}>
        <p>{t('administration.export-intro')}</p>
      </PageHead>
      {kinds.error ? <ProblemNotice error={kinds.error} onRetry={() => void kinds.refetch()} /> : null}
      {kinds.isPending ? <Busy /> : null}
      {kinds.data ? (
        <DataTable
          caption={t('administration.export-title')}
          captionHidden
          columns={columns}
          rows={kinds.data.kinds}
          rowKey={({ kind }) => kind}
        />
      ) : null}
    </>
  )
}
