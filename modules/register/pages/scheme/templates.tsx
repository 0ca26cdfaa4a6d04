/** Templates of schemes: found by kind of entity and by words. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Button, DataTable, Empty, Moment, Name, PageHead, Pager, SelectField, TextField, useLanguage, type Column } from '../../../../web/design/index.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { templatesContract } from '../../views/scheme-templates.ts'
import { useCategoryWords } from './use-category-words.ts'

type Template = AnswerOf<typeof templatesContract>['items'][number]
type Sort = 'name' | '-name' | 'category' | '-category' | 'written' | '-written'

const sorts: readonly Sort[] = ['name', '-name', 'category', '-category', 'written', '-written']

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const words = useCategoryWords()
  const [q, setQ] = useState(search['q'] ?? '')
  const sort = sorts.find((each) => each === search['sort']) ?? 'name'
  const answer = useAnswer<typeof templatesContract>(
    'GET', '/api/v1/scheme-templates', { query: { q: search['q'], category: search['category'], sort, page: search['page'] } }, { keepPrevious: true },
  )
  if (!answer.data) return <Reading answer={answer} title={t('scheme.templates')} busy={t('scheme.templates-busy')} />
  const { items, total, page, size } = answer.data
  const columns: readonly Column<Template>[] = [
    { key: 'name', head: t('scheme.template'), sortable: true, cell: ({ id, name, note }) => (<><a href={`/scheme-templates/${encodeURIComponent(id)}`}><bdi>{name}</bdi></a>{note ? <small><bdi>{note}</bdi></small> : null}</>) },
    { key: 'category', head: t('scheme.kind'), sortable: true, cell: ({ category }) => words.name(category) },
    { key: 'lines', head: t('drafts.column-lines'), numeric: true, cell: ({ lines }) => lines },
    { key: 'by', head: t('scheme.written-by'), cell: ({ writtenBy }) => <Name {...writtenBy} /> },
    { key: 'written', head: t('scheme.written'), sortable: true, cell: ({ writtenAt, version }) => (<><Moment value={writtenAt} /> <small>{t('scheme.version', { version })}</small></>) },
  ]
  return (
    <>
      <PageHead title={t('scheme.templates')}><p className="lead">{t('scheme.templates-intro')}</p></PageHead>
      <form
        className="field-row"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ q: q.trim() === '' ? undefined : q.trim(), page: undefined })
        }}
      >
        <TextField label={t('scheme.find')} type="search" value={q} maxLength={200} onChange={setQ} />
        <SelectField label={t('scheme.kind')} value={search['category'] ?? ''} none={t('scheme.every-kind')} choices={words.choices} onChange={(category) => setSearch({ category: category === '' ? undefined : category, page: undefined })} />
        <Button type="submit">{t('scheme.search')}</Button>
      </form>
      <DataTable
        caption={t('scheme.templates-found', { count: total })}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        sorting={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
        sortHref={({ key, descending }) => href({ sort: `${descending ? '-' : ''}${key}`, page: undefined })}
        busy={answer.isFetching}
        empty={<Empty title={t('scheme.no-templates')}>{t('scheme.no-templates-detail')}</Empty>}
        foot={<Pager page={page} size={size} total={total} href={(to) => href({ page: String(to) })} />}
      />
    </>
  )
}
