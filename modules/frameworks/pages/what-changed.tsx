/** What a re-issued framework changed for its reader: each line before and after, and what is left to do by the end of the transition. */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { ButtonLink, DataTable, Day, Empty, PageHead, State, useLanguage, type Column, type Tone } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { whatChangedContract } from '../views/what-changed.ts'
import { bulletinHref, Line, useReason } from './words.tsx'

type Changed = AnswerOf<typeof whatChangedContract>
type Row = Changed['lines'][number]

const tones: Readonly<Record<Row['toDo'], Tone>> = { nothing: 'yes', accept: 'wait', ask: 'soon', over: 'none' }

export function Page({ param }: PageProps) {
  const { t, day } = useLanguage()
  const reason = useReason()
  const answer = useAnswer<typeof whatChangedContract>('GET', '/api/v1/frameworks/{id}/what-changed', { params: { id: param('id') } })
  if (answer.error || !answer.data) {
    return <Reading answer={answer} title={t('changed.title')} busy={t('changed.busy')} elsewhere={<ButtonLink href="/frameworks">{t('bulletins.title')}</ButtonLink>} />
  }
  const { framework, before, from, to, runningCases, lines } = answer.data
  const open = lines.filter(({ toDo }) => toDo === 'accept' || toDo === 'ask').length
  const lastDay = to === null ? '' : day(new Date(Date.parse(to) - 1).toISOString())
  const columns: readonly Column<Row>[] = [
    { key: 'before', head: t('changed.before'), names: true, cell: (row) => <Line line={row.before} /> },
    {
      key: 'after', head: t('changed.after'),
      cell: ({ after, before: old, reason: why }) => after === null
        ? <>{t('changed.not-carried')}<small>{reason(why)}</small></>
        : <><Line line={after} /><small>{t(JSON.stringify(after.limits) === JSON.stringify(old.limits) ? 'changed.same-limits' : 'changed.other-limits')}</small></>,
    },
    { key: 'until', head: t('changed.old-counts-until'), cell: ({ before: old }) => (old.endedAt === null ? t('changed.no-end') : <Day value={old.endedAt} />) },
    {
      key: 'do', head: t('changed.to-do'),
      cell: ({ toDo, after }) => (
        <>
          <State tone={tones[toDo]}>{t(`changed.do.${toDo}`, { day: lastDay })}</State>
          {toDo === 'accept' && after ? <> <a href={`/instruments/${encodeURIComponent(after.instrument)}`}>{t('changed.accept-link')}</a></> : null}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('changed.title')} kicker={<a href={bulletinHref(framework.id)}><bdi>{framework.title}</bdi></a>}
        steps={<ButtonLink href="/guide#guide-transition">{t('changed.guide')}</ButtonLink>}>
        <p className="lead">{t('changed.intro', { framework: framework.title, before, from: from === null ? '' : day(from), until: lastDay })}</p>
        <p>{t(`changed.running.${runningCases}`)}</p>
        <p role="status">{t('changed.count', { count: lines.length, open })}</p>
      </PageHead>
      <DataTable caption={t('changed.lines')} columns={columns} rows={lines} rowKey={(row) => row.before.id}
        empty={<Empty title={t('changed.none')} step={<ButtonLink href="/">{t('changed.home')}</ButtonLink>}>{t('changed.none-detail')}</Empty>} />
    </>
  )
}
