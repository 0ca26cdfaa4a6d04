/** The log: every act in the order the register recorded it, with when it took effect. */
import { useAnswer } from '../../../web/app/api.ts'
import { fileLinks } from '../../../web/app/file-links.ts'
import { useFinder } from '../../../web/app/finder.ts'
import { useListAddress, type ListAddress } from '../../../web/app/list-address.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf, pagedKinds } from '../../../web/app/places.ts'
import {
  Busy,
  Button,
  Combobox,
  DataTable,
  Day,
  Empty,
  FilterChoice,
  FilterSentence,
  Moment,
  Name,
  PageHead,
  Pager,
  ProblemNotice,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { logContract } from '../views/log.ts'
import { evidenceOfEntry } from './ask-query.ts'
import { useNamed } from './use-named.ts'
import { Actor, instrumentHref } from './words.tsx'
import './register.css'

/** Acts on authority: for these the evidence says more than the entry. */
const proven: ReadonlySet<string> = new Set(['authority-exercised', 'instrument-signed', 'delegation-accepted', 'delegation-revoked'])

type Log = AnswerOf<typeof logContract>
type Entry = Log['items'][number]

/** Where the record an act is about has its page. */
function addressOf(kind: string, id: string): string | null {
  if (kind === 'instrument') return instrumentHref(id)
  const paged = pagedKinds.find((each) => each === kind)
  return paged ? hrefOf(paged, id) : null
}

/** Written "delegation:2026-0152.1". */
function Subject({ subject }: { readonly subject: string }) {
  const { t } = useLanguage()
  const [kind = '', ...rest] = subject.split(':')
  const id = rest.join(':')
  const address = addressOf(kind, id)
  const said = t('log.subject', { kind, id })
  return address ? <a href={address}>{said}</a> : said
}

export function Page({ search, setSearch }: PageProps) {
  const { t, has, number } = useLanguage()
  const findPerson = useFinder('person')
  const actor = useNamed('person', search['actor'])
  const filters = { kind: search['kind'], actor: search['actor'], subject: search['subject'] }
  const list = useListAddress('-number')
  const answer = useAnswer<typeof logContract>(
    'GET',
    '/api/v1/log',
    { query: { ...filters, sort: list.sort as never, page: list.page } },
    { keepPrevious: true },
  )
  const said = (kind: string): string => (has(`event.${kind}`) ? t(`event.${kind}`) : kind)
  return (
    <>
      <PageHead title={t('log.title')}>
        <p className="lead">{t('log.intro')}</p>
        {answer.data ? (
          <FilterSentence>
            {t('log.sentence')}{' '}
            <FilterChoice
              label={t('log.filter-kind')}
              value={search['kind'] ?? ''}
              options={[{ value: '', label: t('log.any-kind') }, ...answer.data.kinds.map((kind) => ({ value: kind, label: said(kind) }))]}
              onChoose={(kind) => setSearch({ kind: kind === '' ? undefined : kind, page: undefined }, 'push')}
            />
          </FilterSentence>
        ) : null}
        <Combobox
          label={t('log.filter-actor')}
          value={actor}
          find={findPerson}
          onChoose={(found) => setSearch({ actor: found?.id, page: undefined }, 'push')}
        />
        {search['subject'] ? (
          <p>
            {t('log.only-about')} <Subject subject={search['subject']} />{' '}
            <Button onClick={() => setSearch({ subject: undefined, page: undefined }, 'push')}>{t('log.about-all')}</Button>
          </p>
        ) : null}
        {answer.data ? (
          <p className="quiet" role="status">
            {t('log.count', { count: answer.data.total })}
          </p>
        ) : null}
      </PageHead>
      {answer.error ? (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <List
          log={answer.data}
          said={said}
          number={number}
          busy={answer.isPlaceholderData}
          list={list}
          files={fileLinks('/api/v1/log', { ...filters, sort: list.sort })}
        />
      ) : (
        <Busy>{t('log.busy')}</Busy>
      )}
    </>
  )
}

function List({
  log,
  said,
  number,
  busy,
  list: { sorting, sortHref, pageHref },
  files,
}: {
  readonly log: Log
  readonly said: (kind: string) => string
  readonly number: (value: number) => string
  readonly busy: boolean
  readonly list: ListAddress
  readonly files: ReturnType<typeof fileLinks>
}) {
  const { t } = useLanguage()
  const columns: readonly Column<Entry>[] = [
    { key: 'number', head: t('log.column-number'), numeric: true, sortable: true, cell: (entry) => <bdi>{number(entry.number)}</bdi> },
    { key: 'what', head: t('log.column-what'), names: true, cell: (entry) => said(entry.kind) },
    { key: 'subject', head: t('log.column-subject'), cell: ({ subject }) => <Subject subject={subject} /> },
    {
      key: 'actor',
      head: t('log.column-actor'),
      cell: ({ actor, capacity }) => (
        <>
          <Actor actor={actor} />
          {capacity ? (
            <small>
              <Name {...capacity} />
            </small>
          ) : null}
        </>
      ),
    },
    {
      key: 'effective',
      head: t('log.column-effective'),
      sortable: true,
      cell: ({ effectiveAt }) => (effectiveAt === null ? t('log.as-recorded') : <Day value={effectiveAt} />),
    },
    { key: 'recorded', head: t('log.column-recorded'), cell: ({ recordedAt }) => <Moment value={recordedAt} /> },
    {
      key: 'evidence',
      head: t('log.column-evidence'),
      cell: ({ kind, number: entry }) =>
        proven.has(kind) ? <a href={evidenceOfEntry(entry)}>{t('log.evidence', { entry: number(entry) })}</a> : null,
    },
  ]
  return (
    <DataTable
      caption={t('log.title')}
      captionHidden
      columns={columns}
      rows={log.items}
      rowKey={(entry) => String(entry.number)}
      busy={busy}
      empty={<Empty title={t('log.empty')}>{t('log.empty-detail')}</Empty>}
      sorting={sorting}
      sortHref={sortHref}
      exports={files}
      foot={<Pager page={log.page} size={log.size} total={log.total} href={pageHref} />}
    />
  )
}
