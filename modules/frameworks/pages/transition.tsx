/** The transition for headquarters: by entity, what was re-issued, what waits, what lapses; each figure opens its lines. */
import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps, Search } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { Busy, ButtonLink, Count, DataTable, Empty, Name, PageHead, Pager, ProblemNotice, Section, State, useLanguage, type Column, type Tone } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { boardContract, transitionLinesContract } from '../views/transition.ts'
import { BulletinTabs, bulletinHref, HolderWords, Line, useReason } from './words.tsx'

type Board = AnswerOf<typeof boardContract>
type Entity = Board['entities'][number]
type LineRow = AnswerOf<typeof transitionLinesContract>['items'][number]

const standings = ['reissued', 'decision', 'lapses', 'settled'] as const
const tones: Readonly<Record<(typeof standings)[number], Tone>> = { reissued: 'yes', decision: 'wait', lapses: 'soon', settled: 'none' }
const formats = ['csv', 'xlsx', 'json'] as const

export function Page({ param, search }: PageProps) {
  const { t, day } = useLanguage()
  const id = param('id')
  const answer = useAnswer<typeof boardContract>('GET', '/api/v1/frameworks/{id}/transition', { params: { id } })
  if (answer.error || !answer.data) {
    return <Reading answer={answer} title={t('transition.title')} busy={t('transition.busy')} elsewhere={<ButtonLink href="/frameworks">{t('bulletins.title')}</ButtonLink>} />
  }
  const { framework, total, to } = answer.data
  return (
    <>
      <PageHead title={t('transition.title')} kicker={<a href={bulletinHref(id)}><bdi>{framework.title}</bdi></a>}>
        <p className="lead">{t('transition.intro', { ...total, until: to === null ? '' : day(new Date(Date.parse(to) - 1).toISOString()) })}</p>
        <BulletinTabs id={id} promulgated current="transition" />
      </PageHead>
      <Entities board={answer.data} />
      {search['standing'] !== undefined || search['entity'] !== undefined ? <Lines id={id} search={search} /> : null}
    </>
  )
}

function Entities({ board }: { readonly board: Board }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const figure = (value: number, change: Search, label: string) =>
    value === 0 ? <Count value={0} /> : <a href={`${href({ ...change, page: undefined })}#lines`} aria-label={label}><Count value={value} /></a>
  const columns: readonly Column<Entity>[] = [
    { key: 'entity', head: t('transition.entity'), names: true, cell: ({ entity }) => <a href={hrefOf('entity', entity.id)}><Name {...entity} /></a> },
    ...standings.map((standing): Column<Entity> => ({
      key: standing, head: t(`transition.${standing}`), numeric: true,
      cell: (row) => figure(row[standing], { entity: row.entity.id, standing }, t('transition.open', { entity: row.entity.name, standing: t(`transition.${standing}`), count: row[standing] })),
    })),
  ]
  const totals = Object.fromEntries(standings.map((standing) =>
    [standing, figure(board.total[standing], { entity: undefined, standing }, t('transition.open-all', { standing: t(`transition.${standing}`), count: board.total[standing] }))]))
  return (
    <DataTable caption={t('transition.by-entity')} columns={columns} rows={board.entities} rowKey={({ entity }) => entity.id} totals={{ entity: t('transition.total'), ...totals }}
      exports={formats.map((format) => ({ label: format.toUpperCase(), href: `/api/v1/frameworks/${encodeURIComponent(board.framework.id)}/transition/lines?format=${format}` }))}
      empty={<Empty title={t('transition.none')}>{t('transition.none-detail')}</Empty>} />
  )
}

function Lines({ id, search }: { readonly id: string; readonly search: Search }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const reason = useReason()
  const standing = standings.find((each) => each === search['standing'])
  const answer = useAnswer<typeof transitionLinesContract>('GET', '/api/v1/frameworks/{id}/transition/lines',
    { params: { id }, query: { entity: search['entity'], standing, page: search['page'] } }, { keepPrevious: true })
  const columns: readonly Column<LineRow>[] = [
    { key: 'line', head: t('transition.line'), names: true, cell: ({ before }) => <Line line={before} /> },
    { key: 'holder', head: t('transition.holder'), cell: ({ before }) => <HolderWords holder={before.holder} /> },
    { key: 'standing', head: t('transition.standing'), cell: (row) => <State tone={tones[row.standing]}>{t(`transition.${row.standing}`)}</State> },
    { key: 'why', head: t('promulgation.why'), cell: ({ reissuedAs, reason: why }) => (reissuedAs === null ? reason(why) : <a href={hrefOf('delegation', reissuedAs)}><bdi>{reissuedAs}</bdi></a>) },
  ]
  return (
    <Section title={t('transition.lines')}>
      <div id="lines">
        {answer.error ? <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
          : answer.data ? (
            <DataTable caption={t('transition.lines')} captionHidden columns={columns} rows={answer.data.items} rowKey={({ before }) => before.id} busy={answer.isPlaceholderData}
              empty={<Empty title={t('transition.no-lines')} />}
              foot={<Pager page={answer.data.page} size={answer.data.size} total={answer.data.total} href={(page) => href({ page: page === 1 ? undefined : String(page) })} />} />
          ) : <Busy>{t('transition.busy')}</Busy>}
      </div>
    </Section>
  )
}
