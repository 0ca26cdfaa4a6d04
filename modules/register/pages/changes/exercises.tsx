/** Decisions taken without authority, with the register's two verdicts; those ratified after the fact are counted apart. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAnswer } from '../../../../web/app/api.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import { useListAddress, type ListAddress } from '../../../../web/app/list-address.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { Amount, Button, DataTable, Day, Empty, FieldRow, Name, PageHead, Pager, State, Tabs, TextField, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { exercisesContract } from '../../views/exercises.ts'
import { Chosen } from '../chosen.tsx'
import { answerTones, exerciseHref } from './verdict.tsx'
import '../register.css'

type Exercises = AnswerOf<typeof exercisesContract>
type Exercise = Exercises['items'][number]
const views = ['unauthorised', 'ratified', 'all'] as const

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const which = views.find((each) => each === search['which']) ?? 'unauthorised'
  const { q, person, matter, entity } = search
  const filters = { which, q, person, matter, entity }
  const list = useListAddress('-at')
  const answer = useAnswer<typeof exercisesContract>('GET', '/api/v1/exercises', { query: { ...filters, sort: list.sort as never, page: list.page } }, { keepPrevious: true })
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('exercise.list-title')} busy={t('exercise.busy')} />
  const { unauthorised, ratified } = answer.data
  const words = {
    unauthorised: t('exercise.unauthorised-count', { count: unauthorised }),
    ratified: t('exercise.ratified-count', { count: ratified }),
    all: t('exercise.all'),
  }
  return (
    <>
      <PageHead title={t('exercise.list-title')}>
        <p className="lead">{t('exercise.list-intro')}</p>
        <Filters search={search} setSearch={setSearch} />
      </PageHead>
      <Tabs
        label={t('exercise.views')}
        tabs={views.map((each) => ({ href: href({ which: each, page: undefined }), label: words[each], current: each === which }))}
      />
      <List
        found={answer.data}
        caption={words[which]}
        list={list}
        busy={answer.isPlaceholderData}
        files={fileLinks('/api/v1/exercises', { ...filters, sort: list.sort })}
      />
    </>
  )
}

function Filters({ search, setSearch }: Pick<PageProps, 'search' | 'setSearch'>) {
  const { t } = useLanguage()
  const [words, setWords] = useState(search['q'] ?? '')
  const choose = (name: string) => (value: string | undefined): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        choose('q')(words.trim())
      }}
    >
      <FieldRow>
        <TextField type="search" label={t('exercise.words')} value={words} onChange={setWords} maxLength={200} />
        <Chosen kind="person" label={t('exercise.column-who')} id={search['person']} onChoose={choose('person')} />
        <Chosen kind="matter" label={t('register.filter-matter')} id={search['matter']} onChoose={choose('matter')} />
        <Chosen kind="entity" label={t('exercise.filter-entity')} id={search['entity']} onChoose={choose('entity')} />
        <Button type="submit">{t('register.find')}</Button>
      </FieldRow>
    </form>
  )
}

interface ListProps {
  readonly found: Exercises
  readonly caption: string
  readonly list: ListAddress
  readonly busy: boolean
  readonly files: ReturnType<typeof fileLinks>
}

function List({ found, caption, list: { sorting, sortHref, pageHref }, busy, files }: ListProps) {
  const { t } = useLanguage()
  const columns: readonly Column<Exercise>[] = [
    {
      key: 'what',
      head: t('exercise.column-what'),
      cell: ({ id, what }) => (
        <a href={exerciseHref(id)}>
          <bdi>{what === '' ? id : what}</bdi>
        </a>
      ),
    },
    { key: 'matter', head: t('register.column-matter'), sortable: true, cell: ({ matter }) => <Name {...matter} /> },
    { key: 'amount', head: t('exercise.amount'), numeric: true, sortable: true, cell: ({ amount }) => (amount ? <Amount money={amount} /> : null) },
    { key: 'who', head: t('exercise.column-who'), names: true, sortable: true, cell: ({ person, body }) => <Name {...(person ?? body ?? { name: '' })} /> },
    { key: 'at', head: t('exercise.column-at'), sortable: true, cell: ({ decidedAt }) => <Day value={decidedAt} /> },
    { key: 'then', head: t('exercise.then'), cell: ({ then }) => <State tone={answerTones[then]}>{t(`answer-word.${then}`)}</State> },
    { key: 'now', head: t('exercise.now'), cell: ({ now }) => <State tone={answerTones[now]}>{t(`answer-word.${now}`)}</State> },
    {
      key: 'ratified',
      head: t('exercise.column-ratified'),
      cell: ({ ratifications: [first] }) =>
        first ? (
          <>
            <Name {...first.by} />
            {first.at ? (
              <small>
                <Day value={first.at} />
              </small>
            ) : null}
          </>
        ) : (
          <span className="quiet">{t('exercise.not-ratified')}</span>
        ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={found.items}
      rowKey={({ id }) => id}
      busy={busy}
      sorting={sorting}
      sortHref={sortHref}
      exports={files}
      foot={<Pager page={found.page} size={found.size} total={found.total} href={pageHref} />}
      empty={<Empty title={t('exercise.none')}>{t('exercise.none-detail')}</Empty>}
    />
  )
}
