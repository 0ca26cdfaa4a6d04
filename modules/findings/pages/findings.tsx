/** The monitor's list: what is wrong with authority on record, whose it is to close, for how long; figures that open to their rows. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { useSession } from '../../../web/app/session.ts'
import { useTimes } from '../../../web/app/times.ts'
import {
  AsOf, Busy, Button, ButtonLink, Combobox, Count, DataTable, Empty, FieldRow, FilterChoice, FilterSentence, Moment, Name, PageHead, Pager, ProblemNotice,
  Section, TextField, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { findingFiguresContract, findingsContract } from '../views/list-findings.ts'
import { causeSentence, findingHref, FindingStateWord, RecordLink, Severity, type FindingItem } from './words.tsx'

type Figures = AnswerOf<typeof findingFiguresContract>
type List = AnswerOf<typeof findingsContract>
type Search = PageProps['search']

const states = ['open', 'accepted', 'lesson', 'mended', 'gone', 'any'] as const
const severities = ['breach', 'stops-use', 'attention'] as const
const ages = ['7', '30', '90', '365'] as const
const formats = ['csv', 'xlsx', 'json'] as const
const dayLength = 86_400_000

const asked = ({ q, rule, severity, entity, owner, subject, person, post, state, older }: Search) => ({
  q, rule: rule as never, severity: severities.find((each) => each === severity), entity, owner, subject, person, post,
  state: states.find((each) => each === state), older,
})

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const times = useTimes()
  const filters = asked(search)
  const sort = search['sort'] ?? 'severity'
  const answer = useAnswer<typeof findingsContract>('GET', '/api/v1/findings', { query: { ...filters, sort: sort as never, page: search['page'], ...times.asked } }, { keepPrevious: true })
  const figures = useAnswer<typeof findingFiguresContract>('GET', '/api/v1/findings/figures', { query: filters }, { keepPrevious: true })
  return (
    <>
      <PageHead title={t(search['state'] === 'lesson' ? 'finding.lessons' : 'finding.title')} steps={<Doors />}>
        <p className="lead">{t(search['state'] === 'lesson' ? 'finding.lessons-intro' : 'finding.intro')}</p>
        <AsOf asked={times.asked} onChange={times.set} {...(answer.data ? { standing: answer.data.times.standing } : {})} />
        <Filters search={search} setSearch={setSearch} figures={figures.data} />
        {answer.data ? (
          <p className="quiet" role="status">
            {t('finding.count', { count: answer.data.total })}{' '}
            {answer.data.from === 'register' ? t('finding.worked-out') : answer.data.lookedAt === null ? t('finding.not-looked') : null}
          </p>
        ) : null}
      </PageHead>
      {answer.data?.from === 'records' && figures.data ? <Summary figures={figures.data} /> : null}
      {answer.error ? (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <Rows found={answer.data} sort={sort} busy={answer.isPlaceholderData} search={search} />
      ) : (
        <Busy>{t('finding.busy')}</Busy>
      )}
    </>
  )
}

function Doors() {
  const { t } = useLanguage()
  const me = useSession().person?.id
  return (
    <>
      {me ? <ButtonLink href={`/findings?owner=${encodeURIComponent(me)}`}>{t('finding.mine')}</ButtonLink> : null}
      <ButtonLink href="/findings?state=lesson">{t('finding.lessons')}</ButtonLink>
      <ButtonLink href="/drift">{t('finding.drift')}</ButtonLink>
    </>
  )
}

function Filters({ search, setSearch, figures }: { readonly search: Search; readonly setSearch: PageProps['setSearch']; readonly figures: Figures | undefined }) {
  const { t, rich } = useLanguage()
  const findEntity = useFinder('entity')
  const findPerson = useFinder('person')
  const [words, setWords] = useState(search['q'] ?? '')
  const choose = (name: string) => (value: string | undefined): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  const rules = [...new Set([...(figures?.byRule.map(({ rule }) => rule) ?? []), ...(search['rule'] ? [search['rule']] : [])])]
  const chosen = (id: string | undefined) => (id === undefined ? null : { id, name: figures?.byEntity.find(({ entity }) => entity?.id === id)?.entity?.name ?? id })
  return (
    <>
      <FilterSentence>
        {rich('finding.sentence', {
          state: <FilterChoice label={t('finding.filter-state')} value={search['state'] ?? 'open'} options={states.map((value) => ({ value, label: t(`finding.state-${value}`) }))} onChoose={choose('state')} />,
          severity: <FilterChoice label={t('finding.filter-severity')} value={search['severity'] ?? ''} options={[{ value: '', label: t('finding.any-severity') }, ...severities.map((value) => ({ value, label: t(`finding.severity-${value}`) }))]} onChoose={choose('severity')} />,
          rule: <FilterChoice label={t('finding.filter-rule')} value={search['rule'] ?? ''} options={[{ value: '', label: t('finding.any-rule') }, ...rules.map((value) => ({ value, label: t(`finding.rule-${value}`) }))]} onChoose={choose('rule')} />,
          age: <FilterChoice label={t('finding.filter-age')} value={search['older'] ?? ''} options={[{ value: '', label: t('finding.any-age') }, ...ages.map((value) => ({ value, label: t('finding.older', { days: Number(value) }) }))]} onChoose={choose('older')} />,
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
          <TextField type="search" label={t('finding.words')} value={words} onChange={setWords} maxLength={200} />
          <Combobox label={t('finding.filter-entity')} value={chosen(search['entity'])} find={findEntity} onChoose={(found) => choose('entity')(found?.id)} />
          <Combobox label={t('finding.filter-owner')} value={search['owner'] ? { id: search['owner'], name: search['owner'] } : null} find={findPerson} onChoose={(found) => choose('owner')(found?.id)} />
          <Button type="submit">{t('finding.find')}</Button>
        </FieldRow>
      </form>
    </>
  )
}

/** Every figure opens to its rows. */
function Summary({ figures }: { readonly figures: Figures }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  if (figures.total === 0) return null
  const link = (change: Record<string, string | undefined>, count: number) => <a href={href({ ...change, page: undefined })}><Count value={count} /></a>
  return (
    <Section title={t('finding.figures')}>
      <div className="columns">
        <DataTable
          caption={t('finding.by-rule')}
          columns={[
            { key: 'rule', head: t('finding.column-rule'), cell: ({ rule }: Figures['byRule'][number]) => t(`finding.rule-${rule}`) },
            { key: 'count', head: t('finding.column-count'), numeric: true, cell: ({ rule, count }) => link({ rule }, count) },
          ]}
          rows={figures.byRule}
          rowKey={({ rule, severity }) => `${rule} ${severity}`}
        />
        <DataTable
          caption={t('finding.by-entity')}
          columns={[
            { key: 'entity', head: t('finding.column-entity'), cell: ({ entity }: Figures['byEntity'][number]) => (entity ? <Name {...entity} /> : t('finding.no-entity')) },
            { key: 'count', head: t('finding.column-count'), numeric: true, cell: ({ entity, count }) => (entity ? link({ entity: entity.id }, count) : <Count value={count} />) },
          ]}
          rows={figures.byEntity}
          rowKey={({ entity }) => entity?.id ?? ''}
        />
      </div>
    </Section>
  )
}

function Rows({ found, sort, busy, search }: { readonly found: List; readonly sort: string; readonly busy: boolean; readonly search: Search }) {
  const speech = useLanguage()
  const { t } = speech
  const { href } = useAddress()
  const now = Date.parse(found.times.on)
  const columns: readonly Column<FindingItem>[] = [
    {
      key: 'rule', head: t('finding.column-what'), sortable: true, names: true,
      cell: (item) => (
        <>
          {item.id === null ? t(`finding.rule-${item.rule}`) : <a href={findingHref(item.id)}>{t(`finding.rule-${item.rule}`)}</a>}
          <small>{causeSentence(item, speech)}</small>
        </>
      ),
    },
    { key: 'severity', head: t('finding.column-severity'), sortable: true, cell: ({ severity }) => <Severity severity={severity} /> },
    { key: 'subject', head: t('finding.column-about'), cell: ({ subject, names }) => <RecordLink record={subject} names={names} /> },
    { key: 'entity', head: t('finding.column-entity'), sortable: true, cell: ({ entity }) => (entity ? <Name {...entity} /> : null) },
    { key: 'owner', head: t('finding.column-owner'), sortable: true, cell: ({ owner }) => (owner ? <Name {...owner} /> : t('finding.no-owner')) },
    {
      key: 'age', head: t('finding.column-age'), numeric: true, sortable: true,
      cell: ({ openedAt, since }) => {
        const from = openedAt ?? since
        return from === null ? t('finding.no-age') : <Count value={Math.max(0, Math.floor((now - Date.parse(from)) / dayLength))} />
      },
    },
    { key: 'state', head: t('finding.column-state'), cell: ({ state, words }) => (state === null ? null : <><FindingStateWord state={state} />{words ? <small>{words}</small> : null}</>) },
  ]
  const query = new URLSearchParams(Object.entries({ ...search, page: undefined }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  return (
    <DataTable
      caption={t('finding.title')}
      captionHidden
      columns={columns}
      rows={found.items}
      rowKey={(item) => `${item.rule} ${item.subject.kind} ${item.subject.id}`}
      busy={busy}
      sorting={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      sortHref={({ key, descending }) => href({ sort: descending ? `-${key}` : key, page: undefined })}
      empty={<Empty title={t('finding.none')} step={<ButtonLink href="/findings?state=any">{t('finding.show-all')}</ButtonLink>}>{t('finding.none-detail')}</Empty>}
      exports={formats.map((format) => ({ label: format.toUpperCase(), href: `/api/v1/findings?${new URLSearchParams([...query, ['format', format]])}` }))}
      foot={
        <>
          <Pager page={found.page} size={found.size} total={found.total} href={(page) => href({ page: page === 1 ? undefined : String(page) })} />
          {found.lookedAt !== null && found.from === 'records' ? <p className="quiet">{t('finding.looked')} <Moment value={found.lookedAt} /></p> : null}
        </>
      }
    />
  )
}
