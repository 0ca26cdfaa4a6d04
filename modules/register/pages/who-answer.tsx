/** "Who may?": the people with their limits, then those who could, vacant posts and bodies. */
import type { ReactNode } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { Busy, DataTable, Empty, Name, Notice, Pager, ProblemNotice, Section, useLanguage, type Column } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { whoMayContract } from '../views/ask.ts'
import { queryOf } from './ask-query.ts'
import { delegationHref, Limits } from './words.tsx'

type Search = PageProps['search']
type WhoMay = AnswerOf<typeof whoMayContract>

const perPage = 50

export function WhoAnswer({ search }: { readonly search: Search }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const answer = useAnswer<typeof whoMayContract>('GET', '/api/v1/who-may', { query: queryOf(search, ['person', 'capacity']) as never })
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('ask.busy')}</Busy>
  const { people, posts, bodies, notYet, times } = answer.data
  const columns: readonly Column<WhoMay['people'][number]>[] = [
    {
      key: 'person',
      head: t('ask.column-person'),
      cell: (each) => (
        <>
          <a href={hrefOf('person', each.person)}>
            <bdi>{each.name}</bdi>
          </a>
          {each.assignment && each.assignment !== 'substantive' ? <small>{t(`assignment-word.${each.assignment}`)}</small> : null}
        </>
      ),
    },
    {
      key: 'post',
      head: t('ask.column-post'),
      cell: ({ post, entity }) => (
        <>
          {post ? <Name {...post} /> : t('ask.personally')}
          {entity ? (
            <small>
              <Name {...entity} />
            </small>
          ) : null}
        </>
      ),
    },
    { key: 'limit', head: t('register.column-limit'), cell: ({ limit }) => <Limits limits={limit} /> },
    { key: 'under', head: t('ask.column-under'), cell: ({ delegation }) => <a href={delegationHref(delegation)}>{delegation}</a> },
  ]
  const vacant = posts.filter((post) => post.vacant)
  const page = Math.max(1, Number(search['page'] ?? 1) || 1)
  const shown = people.slice((page - 1) * perPage, page * perPage)
  return (
    <>
      {times.standing === 'now' ? null : <Notice kind="warning" title={t(`ask.authorises-nothing-${times.standing}`)} />}
      <DataTable
        caption={t('ask.people', { count: people.length })}
        columns={columns}
        rows={shown}
        rowKey={({ person, delegation }) => `${person} ${delegation}`}
        foot={
          people.length > perPage ? (
            <Pager page={page} size={perPage} total={people.length} href={(to) => href({ page: to === 1 ? undefined : String(to) })} />
          ) : null
        }
        empty={<Empty title={t('ask.nobody')}>{t('ask.nobody-detail')}</Empty>}
      />
      <Others
        title={t('ask.not-yet')}
        lines={notYet.map((each) => ({
          key: `${each.person} ${each.delegation}`,
          name: <bdi>{each.name}</bdi>,
          delegation: each.delegation,
        }))}
      />
      <Others
        title={t('ask.vacant')}
        lines={vacant.map((post) => ({ key: post.post, name: <Name name={post.name} names={post.names} />, delegation: post.delegation }))}
      />
      <Others
        title={t('ask.bodies')}
        lines={bodies.map((body) => ({ key: body.body, name: <Name name={body.name} names={body.names} />, delegation: body.delegation }))}
      />
    </>
  )
}

function Others({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly { readonly key: string; readonly name: ReactNode; readonly delegation: string }[]
}) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <ul>
        {lines.map(({ key, name, delegation }) => (
          <li key={key}>
            {name} · <a href={delegationHref(delegation)}>{delegation}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
