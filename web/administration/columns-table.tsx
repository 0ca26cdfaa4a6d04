/** What a kind of file looks like: its columns, a sample, and what is there already. */
import { DataTable, useLanguage, type Column } from '../design/index.ts'
import { useKindWords, type Kind } from './kinds.ts'

type FileColumn = Kind['columns'][number]

const samples: Readonly<Record<string, string>> = import.meta.glob<string>('../../docs/import/*.csv', {
  eager: true,
  query: '?url',
  import: 'default',
})

export function ColumnsTable({ kind }: { readonly kind: Kind }) {
  const { t } = useLanguage()
  const words = useKindWords()
  const sample = samples[`../../docs/import/${kind.kind}.csv`]
  const columns: readonly Column<FileColumn>[] = [
    {
      key: 'name',
      head: t('administration.column-name'),
      cell: ({ name, required }) => (
        <>
          <code>{name}</code>
          {required ? <small>{t('administration.required')}</small> : null}
        </>
      ),
    },
    { key: 'about', head: t('administration.column-about'), cell: (column) => words.aboutColumn(kind.kind, column) },
    {
      key: 'example',
      head: t('administration.column-example'),
      cell: ({ example }) => (example === '' ? null : <code dir="ltr">{example}</code>),
    },
  ]
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t('administration.columns', { kind: words.name(kind.kind) })}</h2>
      </div>
      <p>{words.about(kind)}</p>
      <p className="quiet">{t('administration.columns-intro')}</p>
      <p>
        {sample === undefined ? null : (
          <>
            <a href={sample} download={`${kind.kind}.csv`}>
              {t('administration.sample', { kind: words.name(kind.kind) })}
            </a>
            <br />
          </>
        )}
        <a href={`/api/v1/exports/${kind.kind}?format=csv`} download>
          {t('administration.exported')}
        </a>
      </p>
      <DataTable
        caption={t('administration.columns', { kind: words.name(kind.kind) })}
        captionHidden
        columns={columns}
        rows={kind.columns}
        rowKey={({ name }) => name}
      />
    </section>
  )
}
