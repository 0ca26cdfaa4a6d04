/** One post: who holds it and who held it, and what is delegated to it. */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Columns,
  DataTable,
  Empty,
  Facts,
  Name,
  Notice,
  PageHead,
  Provenance,
  Section,
  State,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { postContract } from '../views/posts.ts'
import { entityAddress, personAddress, withSearch } from './addresses.ts'
import { Elsewhere } from './elsewhere.tsx'
import { AssignmentKind } from './holding.tsx'
import './organisation.css'
import { Path } from './path.tsx'
import { FirstDay, LastDay } from './spans.tsx'

type Record = AnswerOf<typeof postContract>
type Held = Record['holders'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof postContract>('GET', '/api/v1/posts/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('post.title')} busy={t('post.busy')} elsewhere={<Elsewhere />} />
  return <Post record={answer.data} />
}

function Post({ record }: { readonly record: Record }) {
  const { name, t } = useLanguage()
  const { post, entity, path, holders, delegations } = record
  const now = holders.filter(({ running }) => running)
  const others = holders.filter(({ running }) => !running)
  return (
    <>
      <PageHead title={name(post.name, post.names)} kicker={<Path steps={path} />}>
        <p>
          {now.length === 0 ? (
            <>
              <State tone="wait">{t('post.vacant')}</State>{' '}
            </>
          ) : null}
          {post.heads ? <>{t('post.heads')} </> : null}
          {entity.provenance ? <Provenance provenance={entity.provenance} /> : null}
        </p>
      </PageHead>
      {now.some(({ recorded }) => !recorded) ? <Notice kind="warning">{t('assignment.unrecorded-why')}</Notice> : null}
      <Columns>
        <div>
          <HoldersTable caption={t('post.holders-now')} holders={now} empty={t('post.vacant-why')} />
          {others.length > 0 ? <HoldersTable caption={t('post.holders-past')} holders={others} empty="" /> : null}
        </div>
        <div>
          <Section title={t('post.facts')}>
            <Facts
              items={[
                {
                  term: t('post.fact-entity'),
                  value: (
                    <a href={entityAddress(entity.id)}>
                      <Name {...entity} />
                    </a>
                  ),
                },
                { term: t('post.fact-grade'), value: post.grade === null ? t('entity.no-grade') : <bdi>{post.grade}</bdi> },
                { term: t('post.fact-code'), value: <code>{post.id}</code> },
              ]}
            />
          </Section>
          <Section title={t('post.delegations')}>
            {delegations === 0 ? (
              <p>{t('post.delegations-empty')}</p>
            ) : (
              <p>
                <a href={withSearch('/register', { post: post.id })}>{t('post.delegations-all', { count: delegations })}</a>
              </p>
            )}
          </Section>
        </div>
      </Columns>
    </>
  )
}

function HoldersTable({
  caption,
  holders,
  empty,
}: {
  readonly caption: string
  readonly holders: readonly Held[]
  readonly empty: string
}) {
  const { t } = useLanguage()
  const columns: readonly Column<Held>[] = [
    {
      key: 'person',
      head: t('post.column-person'),
      cell: ({ person }) => (
        <a href={personAddress(person.id)}>
          <Name {...person} />
        </a>
      ),
    },
    { key: 'as', head: t('entity.column-as'), cell: (held) => <AssignmentKind held={held} /> },
    { key: 'from', head: t('person.column-from'), cell: ({ effectiveFrom }) => <FirstDay at={effectiveFrom} /> },
    { key: 'until', head: t('person.column-until'), cell: ({ effectiveTo }) => <LastDay end={effectiveTo} /> },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={holders}
      rowKey={({ id }) => id}
      empty={<Empty title={t('post.vacant')}>{empty}</Empty>}
    />
  )
}
