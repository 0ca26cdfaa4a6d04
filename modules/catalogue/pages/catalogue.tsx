/** The catalogue: the framework in force and its matters, area by area. */
import { useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button,
  ButtonLink,
  Count,
  DataTable,
  Empty,
  FieldRow,
  FilterChoice,
  FilterSentence,
  Name,
  PageHead,
  Provenance,
  State,
  TextField,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { mattersContract } from '../views/matters.ts'
import './catalogue.css'
import { FrameworkInForce } from './framework.tsx'
import { Who } from './who.tsx'
import { useDimensions, useWords } from './words.ts'

type Matters = AnswerOf<typeof mattersContract>
type Matter = Matters['items'][number]

const exportFormats = ['csv', 'xlsx', 'json'] as const

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof mattersContract>(
    'GET',
    '/api/v1/matters',
    { query: { area: search['area'], q: search['q'] } },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('catalogue.title')} busy={t('catalogue.busy')} />
  return <Catalogue matters={answer.data} search={search} setSearch={setSearch} />
}

function Catalogue({ matters, search, setSearch }: Pick<PageProps, 'search' | 'setSearch'> & { readonly matters: Matters }) {
  const { t } = useLanguage()
  if (matters.areas.length === 0) {
    return (
      <>
        <PageHead title={t('catalogue.title')} />
        <Empty
          title={t('catalogue.empty-title')}
          step={
            <ButtonLink kind="main" href="/administration/import?kind=catalogue">
              {t('catalogue.empty-step')}
            </ButtonLink>
          }
        >
          {t('catalogue.empty')}
        </Empty>
      </>
    )
  }
  const { items } = matters
  const shownAreas = matters.areas
    .map(({ area }) => ({ area, found: items.filter((matter) => matter.area === area) }))
    .filter(({ found }) => found.length > 0)
  return (
    <>
      <PageHead title={t('catalogue.title')}>
        <p>{t('catalogue.intro')}</p>
        <Filters matters={matters} search={search} setSearch={setSearch} />
        <p className="quiet" role="status">
          {t('catalogue.count', { count: items.length })}
          {search['area'] !== undefined || search['q'] !== undefined ? (
            <>
              {' '}
              · <a href="/catalogue">{t('catalogue.show-all')}</a>
            </>
          ) : null}
        </p>
      </PageHead>
      <FrameworkInForce framework={matters.framework} />
      {shownAreas.map(({ area, found }) => (
        <AreaTable key={area} area={area} matters={found} />
      ))}
      {shownAreas.length === 0 ? <Empty title={t('catalogue.none-found-title')}>{t('catalogue.none-found')}</Empty> : null}
      <p className="exports">
        {t('catalogue.export-title')}{' '}
        {exportFormats.map((format) => (
          <a key={format} href={`/api/v1/exports/catalogue?format=${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  )
}

function Filters({ matters, search, setSearch }: Pick<PageProps, 'search' | 'setSearch'> & { readonly matters: Matters }) {
  const { rich, t } = useLanguage()
  const word = useWords()
  const [words, setWords] = useState(search['q'] ?? '')
  const choices = [
    { value: '', label: t('catalogue.every-area') },
    ...matters.areas.map(({ area, matters: count }) => ({
      value: area,
      label: t('catalogue.area-choice', { area: word('matter.area', area), count }),
    })),
  ]
  return (
    <>
      <FilterSentence>
        {rich('catalogue.sentence', {
          area: (
            <FilterChoice
              label={t('catalogue.area-filter')}
              value={search['area'] ?? ''}
              options={choices}
              onChoose={(area) => setSearch({ area: area || undefined }, 'push')}
            />
          ),
        })}
      </FilterSentence>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ q: words.trim() || undefined }, 'push')
        }}
      >
        <FieldRow>
          <TextField type="search" label={t('catalogue.words')} value={words} onChange={setWords} maxLength={200} />
          <Button type="submit">{t('catalogue.find')}</Button>
        </FieldRow>
      </form>
    </>
  )
}

function AreaTable({ area, matters }: { readonly area: string; readonly matters: readonly Matter[] }) {
  const { t } = useLanguage()
  const word = useWords()
  const dimensions = useDimensions()
  const columns: readonly Column<Matter>[] = [
    {
      key: 'matter',
      head: t('catalogue.column-matter'),
      cell: (matter) => (
        <>
          <a href={`/catalogue/${encodeURIComponent(matter.id)}`}>
            <Name {...matter} />
          </a>
          <small>{matter.citation ?? t('catalogue.no-rule')}</small>
        </>
      ),
    },
    { key: 'delegable', head: t('catalogue.column-delegable'), cell: (matter) => <Delegable matter={matter} /> },
    {
      key: 'acceptance',
      head: t('catalogue.column-acceptance'),
      cell: ({ acceptance, delegable }) => (delegable === 'no' ? null : t(`acceptance.${acceptance}`)),
    },
    {
      key: 'limits',
      head: t('catalogue.column-limits'),
      cell: (matter) =>
        matter.dimensions.length === 0 ? <span className="quiet">{t('catalogue.no-limits')}</span> : dimensions(matter.dimensions),
    },
    {
      key: 'delegations',
      head: t('catalogue.column-delegations'),
      numeric: true,
      cell: ({ id, delegations }) =>
        delegations === 0 ? (
          <Count value={0} />
        ) : (
          <a href={`/register?${new URLSearchParams({ matter: id })}`}>
            <Count value={delegations} />
          </a>
        ),
    },
    { key: 'source', head: t('catalogue.column-source'), cell: ({ provenance }) => <Provenance provenance={provenance} /> },
  ]
  return <DataTable caption={word('matter.area', area)} columns={columns} rows={matters} rowKey={({ id }) => id} />
}

function Delegable({ matter: { delegable, personalOnly, reservedTo } }: { readonly matter: Matter }) {
  const { rich, t } = useLanguage()
  return (
    <>
      <State tone={delegable === 'yes' ? 'yes' : delegable === 'once' ? 'wait' : 'none'}>{t(`delegable.${delegable}`)}</State>
      {delegable === 'no' ? <small>{rich('catalogue.held-by', { who: <Who who={reservedTo} /> })}</small> : null}
      {personalOnly ? <small>{t('catalogue.personal-only')}</small> : null}
    </>
  )
}
