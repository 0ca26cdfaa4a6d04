/** People: found by name or code, or by the entity whose posts they hold. */
import { useCallback, useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { send } from '../../../web/app/request.ts'
import {
  Button,
  ButtonLink,
  Combobox,
  DataTable,
  Empty,
  FieldRow,
  Name,
  PageHead,
  Pager,
  TextField,
  useLanguage,
  type Column,
  type Found,
  type Sorting,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { entitiesContract, entityContract } from '../views/entities.ts'
import type { peopleContract } from '../views/people.ts'
import { entityAddress, personAddress, postAddress } from './addresses.ts'
import './organisation.css'

type People = AnswerOf<typeof peopleContract>
type Person = People['items'][number]

const sorts = ['name', '-name', 'id', '-id'] as const
const size = 50
const formats = ['csv', 'xlsx', 'json'] as const

const sortingOf = (sort: string): Sorting => ({ key: sort.replace('-', ''), descending: sort.startsWith('-') })

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const sort = sorts.find((each) => each === search['sort']) ?? 'name'
  const answer = useAnswer<typeof peopleContract>(
    'GET',
    '/api/v1/people',
    {
      query: { q: search['q'], entity: search['entity'], sort, page: search['page'], size: String(size) },
    },
    { keepPrevious: true },
  )
  if (!answer.data) return <Reading answer={answer} title={t('people.title')} busy={t('people.busy')} />
  return (
    <>
      <PageHead title={t('people.title')}>
        <p>{t('people.intro')}</p>
        <Filters search={search} setSearch={setSearch} />
        <p className="quiet" role="status">
          {t('people.count', { count: answer.data.total })}
        </p>
      </PageHead>
      <PeopleTable
        people={answer.data}
        sort={sort}
        narrowed={search['q'] !== undefined || search['entity'] !== undefined}
        busy={answer.isPlaceholderData}
      />
    </>
  )
}

function Filters({ search, setSearch }: Pick<PageProps, 'search' | 'setSearch'>) {
  const { t } = useLanguage()
  const [words, setWords] = useState(search['q'] ?? '')
  const entity = search['entity']
  const chosen = useAnswer<typeof entityContract>(
    'GET',
    '/api/v1/entities/{id}',
    { params: { id: entity ?? '' } },
    { enabled: entity !== undefined },
  )
  const find = useCallback(async (q: string, signal: AbortSignal): Promise<readonly Found[]> => {
    const found = await send<AnswerOf<typeof entitiesContract>>('GET', '/api/v1/entities', { query: { q }, signal })
    return found.items.slice(0, 20)
  }, [])
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        setSearch({ q: words.trim() || undefined, page: undefined }, 'push')
      }}
    >
      <FieldRow>
        <TextField type="search" label={t('people.words')} value={words} onChange={setWords} maxLength={200} />
        <Combobox
          label={t('people.entity-filter')}
          value={entity === undefined ? null : (chosen.data?.entity ?? { id: entity, name: entity })}
          find={find}
          onChoose={(found) => setSearch({ entity: found?.id, page: undefined }, 'push')}
        />
        <Button type="submit">{t('people.find')}</Button>
      </FieldRow>
    </form>
  )
}

function PeopleTable({
  people,
  sort,
  narrowed,
  busy,
}: {
  readonly people: People
  readonly sort: string
  readonly narrowed: boolean
  readonly busy: boolean
}) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const columns: readonly Column<Person>[] = [
    {
      key: 'name',
      head: t('people.column-name'),
      sortable: true,
      cell: (person) => (
        <>
          <a href={personAddress(person.id)}>
            <bdi>{person.name}</bdi>
          </a>
          {person.staff ? null : <small>{t('people.not-staff')}</small>}
        </>
      ),
    },
    {
      key: 'post',
      head: t('people.column-post'),
      cell: ({ post }) =>
        post ? (
          <a href={postAddress(post.id)}>
            <Name {...post} />
          </a>
        ) : (
          <span className="quiet">{t('people.no-post')}</span>
        ),
    },
    {
      key: 'entity',
      head: t('people.column-entity'),
      cell: ({ entity }) =>
        entity ? (
          <a href={entityAddress(entity.id)}>
            <Name {...entity} />
          </a>
        ) : null,
    },
    { key: 'grade', head: t('people.column-grade'), cell: ({ grade }) => (grade === null ? null : <bdi>{grade}</bdi>) },
    { key: 'id', head: t('people.column-code'), sortable: true, cell: ({ id }) => <code>{id}</code> },
  ]
  const empty = narrowed ? (
    <Empty title={t('people.none-found-title')} step={<ButtonLink href="/people">{t('people.everyone')}</ButtonLink>}>
      {t('people.none-found')}
    </Empty>
  ) : (
    <Empty
      title={t('people.empty-title')}
      step={
        <ButtonLink kind="main" href="/administration/import?kind=people">
          {t('people.empty-step')}
        </ButtonLink>
      }
    >
      {t('people.empty')}
    </Empty>
  )
  return (
    <DataTable
      caption={t('people.title')}
      captionHidden
      columns={columns}
      rows={people.items}
      rowKey={({ id }) => id}
      empty={empty}
      busy={busy}
      sorting={sortingOf(sort)}
      sortHref={({ key, descending }) => href({ sort: descending ? `-${key}` : key === 'name' ? undefined : key, page: undefined })}
      exports={formats.map((format) => ({ label: format.toUpperCase(), href: `/api/v1/exports/people?format=${format}` }))}
      foot={
        <Pager
          page={people.page}
          size={people.size}
          total={people.total}
          href={(page) => href({ page: page === 1 ? undefined : String(page) })}
        />
      }
    />
  )
}
