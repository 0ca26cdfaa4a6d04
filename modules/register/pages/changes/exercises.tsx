/** Decisions taken without authority, with the register's two verdicts; those ratified after the fact are counted apart. */
import { useAddress } from '../../../../web/app/address.ts'
import { useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { Amount, DataTable, Day, Empty, Name, PageHead, Pager, State, Tabs, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { exercisesContract } from '../../views/exercises.ts'
import { answerTones, exerciseHref } from './verdict.tsx'
import '../register.css'

type Exercise = AnswerOf<typeof exercisesContract>['items'][number]
const views = ['unauthorised', 'ratified', 'all'] as const

export function Page({ search }: PageProps) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const which = views.find((each) => each === search['which']) ?? 'unauthorised'
  const page = Number(search['page'] ?? '1')
  const answer = useAnswer<typeof exercisesContract>('GET', '/api/v1/exercises', { query: { which, page: String(page) } }, { keepPrevious: true })
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('exercise.list-title')} busy={t('exercise.busy')} />
  const { items, total, size, unauthorised, ratified } = answer.data
  const words = {
    unauthorised: t('exercise.unauthorised-count', { count: unauthorised }),
    ratified: t('exercise.ratified-count', { count: ratified }),
    all: t('exercise.all'),
  }
  return (
    <>
      <PageHead title={t('exercise.list-title')}>
        <p className="lead">{t('exercise.list-intro')}</p>
      </PageHead>
      <Tabs
        label={t('exercise.views')}
        tabs={views.map((each) => ({ href: href({ which: each, page: undefined }), label: words[each], current: each === which }))}
      />
      <List items={items} caption={words[which]} />
      <Pager page={page} size={size} total={total} href={(to) => href({ page: to === 1 ? undefined : String(to) })} />
    </>
  )
}

function List({ items, caption }: { readonly items: readonly Exercise[]; readonly caption: string }) {
  const { t } = useLanguage()
  const columns: readonly Column<Exercise>[] = [
    {
      key: 'what',
      head: t('exercise.column-what'),
      cell: ({ id, what, matter, amount }) => (
        <>
          <a href={exerciseHref(id)}>
            <bdi>{what === '' ? id : what}</bdi>
          </a>
          <small>
            <Name {...matter} />
            {amount ? (
              <>
                {' · '}
                <Amount money={amount} />
              </>
            ) : null}
          </small>
        </>
      ),
    },
    { key: 'who', head: t('exercise.column-who'), names: true, cell: ({ person, body }) => <Name {...(person ?? body ?? { name: '' })} /> },
    { key: 'at', head: t('exercise.column-at'), cell: ({ decidedAt }) => <Day value={decidedAt} /> },
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
      rows={items}
      rowKey={({ id }) => id}
      empty={<Empty title={t('exercise.none')}>{t('exercise.none-detail')}</Empty>}
    />
  )
}
