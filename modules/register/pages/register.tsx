/** The register: delegations by state, entity, area, matter and holder, as it stands or as it stood. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { useTimes } from '../../../web/app/times.ts'
import {
  AsOf,
  Busy,
  Button,
  ButtonLink,
  DataTable,
  Day,
  Empty,
  FieldRow,
  FilterChoice,
  FilterSentence,
  Name,
  PageHead,
  Pager,
  ProblemNotice,
  Provenance,
  TextField,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { mattersContract } from '../../catalogue/index.ts'
import type { entitiesContract } from '../../organisation/index.ts'
import type { delegationsContract } from '../views/list-delegations.ts'
import { Chosen } from './chosen.tsx'
import { delegationHref, DelegationState, endOf, Ends, HolderName, Limits } from './words.tsx'
import './register.css'

type Delegations = AnswerOf<typeof delegationsContract>
type Delegation = Delegations['items'][number]
type Search = PageProps['search']

const states = ['current', 'awaiting', 'ending', 'ended', 'any'] as const
const formats = ['csv', 'xlsx', 'json'] as const

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const times = useTimes()
  const { q, entity, category, matter, area, person, post, state, sort, page } = search
  const answer = useAnswer<typeof delegationsContract>(
    'GET',
    '/api/v1/delegations',
    {
      query: {
        q,
        entity,
        category,
        matter,
        area,
        person,
        post,
        state: states.find((each) => each === state),
        sort: (sort ?? '-from') as never,
        page,
        ...times.asked,
      },
    },
    { keepPrevious: true },
  )
  return (
    <>
      <PageHead
        title={t('register.title')}
        steps={
          <>
            <ButtonLink href="/exercises">{t('register.exercises')}</ButtonLink>
            <ButtonLink href="/emergency">{t('register.emergency')}</ButtonLink>
            <ButtonLink href="/reorganise">{t('register.reorganise')}</ButtonLink>
          </>
        }
      >
        <AsOf asked={times.asked} onChange={times.set} {...(answer.data ? { standing: answer.data.times.standing } : {})} />
        <Filters search={search} setSearch={setSearch} />
        {answer.data ? (
          <p className="quiet" role="status">
            {t('register.count', { count: answer.data.total })}
          </p>
        ) : null}
      </PageHead>
      {answer.error ? (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <List found={answer.data} sort={sort ?? '-from'} busy={answer.isPlaceholderData} />
      ) : (
        <Busy>{t('register.busy')}</Busy>
      )}
    </>
  )
}

function Filters({ search, setSearch }: { readonly search: Search; readonly setSearch: PageProps['setSearch'] }) {
  const { t, has, rich } = useLanguage()
  const catalogue = useAnswer<typeof mattersContract>('GET', '/api/v1/matters', { query: {} })
  const organisation = useAnswer<typeof entitiesContract>('GET', '/api/v1/entities', { query: {} })
  const [words, setWords] = useState(search['q'] ?? '')
  const choose =
    (name: string) =>
    (value: string | undefined): void =>
      setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  const areas = (catalogue.data?.areas ?? []).map(({ area }) => ({ value: area, label: has(`area.${area}`) ? t(`area.${area}`) : area }))
  const categories = (organisation.data?.categories ?? []).map(({ category }) => ({
    value: category,
    label: has(`entity-category.${category}`) ? t(`entity-category.${category}`) : category,
  }))
  return (
    <>
      <FilterSentence>
        {rich('register.sentence', {
          state: (
            <FilterChoice
              label={t('register.filter-state')}
              value={search['state'] ?? 'current'}
              options={states.map((state) => ({ value: state, label: t(`register.state-${state}`) }))}
              onChoose={choose('state')}
            />
          ),
          area: (
            <FilterChoice
              label={t('register.filter-area')}
              value={search['area'] ?? ''}
              options={[{ value: '', label: t('register.any-area') }, ...areas]}
              onChoose={choose('area')}
            />
          ),
          category: (
            <FilterChoice
              label={t('register.filter-category')}
              value={search['category'] ?? ''}
              options={[{ value: '', label: t('register.any-category') }, ...categories]}
              onChoose={choose('category')}
            />
          ),
        })}
      </FilterSentence>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          choose('q')(words.trim())
        }}
      >
        <FieldRow>
          <TextField type="search" label={t('register.words')} value={words} onChange={setWords} maxLength={200} />
          <Chosen kind="entity" label={t('register.filter-entity')} id={search['entity']} onChoose={choose('entity')} />
          <Chosen kind="matter" label={t('register.filter-matter')} id={search['matter']} onChoose={choose('matter')} />
          <Chosen kind="person" label={t('register.filter-person')} id={search['person']} onChoose={choose('person')} />
          <Button type="submit">{t('register.find')}</Button>
        </FieldRow>
      </form>
    </>
  )
}

function List({ found, sort, busy }: { readonly found: Delegations; readonly sort: string; readonly busy: boolean }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const columns: readonly Column<Delegation>[] = [
    { key: 'holder', head: t('register.column-holder'), sortable: true, cell: ({ holder }) => <HolderName holder={holder} /> },
    {
      key: 'matter',
      head: t('register.column-matter'),
      sortable: true,
      cell: (line) => (
        <>
          <a href={delegationHref(line.id)}>
            <Name {...line.matter} />
          </a>
          <small>
            <span className="nowrap">{line.id}</span> <Provenance provenance={line.provenance} />
          </small>
        </>
      ),
    },
    { key: 'amount', head: t('register.column-limit'), sortable: true, cell: ({ limits }) => <Limits limits={limits} /> },
    { key: 'given', head: t('register.column-from'), cell: (line) => (line.from ? <HolderName holder={line.from} /> : line.legalBasis) },
    { key: 'from', head: t('register.column-since'), sortable: true, cell: ({ effectiveFrom }) => <Day value={effectiveFrom} /> },
    { key: 'until', head: t('register.column-until'), sortable: true, cell: (line) => <Ends end={endOf(line)} /> },
    { key: 'state', head: t('register.column-state'), cell: ({ state }) => <DelegationState state={state} /> },
  ]
  return (
    <DataTable
      caption={t('register.title')}
      captionHidden
      columns={columns}
      rows={found.items}
      rowKey={({ id }) => id}
      busy={busy}
      sorting={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      sortHref={({ key, descending }) => href({ sort: descending ? `-${key}` : key, page: undefined })}
      empty={
        <Empty title={t('register.none-title')} step={<ButtonLink href="/register?state=any">{t('register.show-all')}</ButtonLink>}>
          {t('register.none')}
        </Empty>
      }
      foot={
        <>
          <Pager
            page={found.page}
            size={found.size}
            total={found.total}
            href={(page) => href({ page: page === 1 ? undefined : String(page) })}
          />
          <p className="exports">
            {t('register.export-whole')}{' '}
            {formats.map((format) => (
              <a key={format} href={`/api/v1/exports/delegations?format=${format}`} download>
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </>
      }
    />
  )
}
