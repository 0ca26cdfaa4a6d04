/** Who acts in each post of somebody away, and one step to record who will: leave proposes, it grants nothing (rule 14). */
import { useAnswer } from '../../../../web/app/api.ts'
import { DataTable, Name, Notice, ProblemNotice, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { ifAbsentContract } from '../../views/what-if.ts'
import { Uncovered } from '../uncovered.tsx'
import type { coverContract } from '../../acts/record-absence.ts'
import { Ends } from '../words.tsx'

type Seat = AnswerOf<typeof coverContract>['posts'][number]

export function Cover({ person, from, until }: { readonly person: string; readonly from: string; readonly until: string }) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof coverContract>('GET', '/api/v1/absences/cover', { query: { person, from, until } })
  const effect = useAnswer<typeof ifAbsentContract>('GET', '/api/v1/if-absent', { query: { person, from, to: until } }, { enabled: from <= until })
  if (answer.error) return <ProblemNotice error={answer.error} />
  if (!answer.data) return null
  const { posts } = answer.data
  const open = posts.filter(({ acting }) => !acting.some(({ recorded }) => recorded))
  const columns: readonly Column<Seat>[] = [
    {
      key: 'post',
      head: t('acting.post'),
      cell: ({ post, entity }) => (
        <>
          <Name {...post} />
          {entity ? (
            <small>
              <Name {...entity} />
            </small>
          ) : null}
        </>
      ),
    },
    {
      key: 'acting',
      head: t('absence.column-acting'),
      cell: ({ acting }) =>
        acting.length === 0
          ? t('absence.nobody-acts')
          : acting.map((each) => (
              <span key={each.person.id}>
                <Name {...each.person} />
                <small>{each.recorded ? <Ends end={each.to} /> : t('acting.unrecorded')}</small>
              </span>
            )),
    },
    {
      key: 'step',
      head: t('home.column-step'),
      silent: true,
      cell: ({ post, mine }) => {
        if (!mine) return t('absence.holder-designates')
        const href = (who: string) => `/acting?${new URLSearchParams({ post: post.id, from, until, ...(who === '' ? {} : { person: who }) })}`
        const proposed = effect.data?.proposals.find((each) => each.post.id === post.id)?.persons ?? []
        return (
          <span className="row-steps">
            {proposed.slice(0, 3).map((each) => (
              <a key={each.person.id} href={href(each.person.id)}>
                {t('absence.designate-person', { person: each.person.name })}
              </a>
            ))}
            <a href={href('')}>{t('absence.designate')}</a>
          </span>
        )
      },
    },
  ]
  if (posts.length === 0) return null
  return (
    <>
      <Notice kind={open.length > 0 ? 'warning' : 'note'} title={t('absence.open-posts', { count: open.length })} />
      <DataTable caption={t('absence.cover')} columns={columns} rows={posts} rowKey={({ post }) => post.id} />
      {effect.data && effect.data.uncovered.length > 0 ? (
        <details>
          <summary>
            {t('absence.waits', {
              count: effect.data.uncoveredCount,
              alone: effect.data.uncovered.filter(({ nobodyElse }) => nobodyElse).length,
            })}
          </summary>
          <Uncovered uncovered={effect.data.uncovered} />
        </details>
      ) : null}
    </>
  )
}
