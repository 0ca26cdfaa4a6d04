/** One entity: where it stands, which rules it stands under, who heads it, its posts and their holders, what lies below. */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Parts } from '../../../web/app/parts.tsx'
import { Reading } from '../../../web/app/reading.tsx'
import {
  ButtonLink,
  Columns,
  Count,
  DataTable,
  Facts,
  Name,
  Notice,
  PageHead,
  Provenance,
  Section,
  State,
  Until,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { entityContract } from '../views/entities.ts'
import { entityAddress, personAddress, postAddress, withSearch } from './addresses.ts'
import { Elsewhere } from './elsewhere.tsx'
import { AssignmentKind } from './holding.tsx'
import './organisation.css'
import { Path } from './path.tsx'
import { useCategoryName, useRulesName } from './words.ts'

type Record = AnswerOf<typeof entityContract>
type Post = Record['posts'][number]
type Child = Record['children'][number]
type Body = Record['bodies'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof entityContract>('GET', '/api/v1/entities/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('entity.title')} busy={t('entity.busy')} elsewhere={<Elsewhere />} />
  return <Entity record={answer.data} />
}

function Entity({ record }: { readonly record: Record }) {
  const { name, t } = useLanguage()
  const categoryName = useCategoryName()
  const rulesName = useRulesName()
  const { entity, head, path, children, posts, bodies } = record
  const outside = entity.rules.length === 0
  const headPost = posts.find(({ heads }) => heads)
  return (
    <>
      <PageHead
        title={name(entity.name, entity.names)}
        kicker={<Path steps={path} />}
        steps={
          <>
            <ButtonLink href={withSearch('/register', { entity: entity.id })}>{t('entity.link-register')}</ButtonLink>
            <ButtonLink href={withSearch('/ask', { entity: entity.id, who: '1' })}>{t('entity.link-who-may')}</ButtonLink>
            <ButtonLink href={`/schemes/${encodeURIComponent(entity.id)}`}>{t('entity.link-scheme')}</ButtonLink>
            <ButtonLink href={withSearch('/people', { entity: entity.id })}>{t('entity.link-people')}</ButtonLink>
            <ButtonLink href={withSearch('/reorganise', { entity: entity.id })}>{t('entity.link-reorganise')}</ButtonLink>
          </>
        }
      >
        <p>
          {categoryName(entity.category)} · {outside ? <State tone="none">{rulesName([])}</State> : rulesName(entity.rules)}{' '}
          <Provenance provenance={entity.provenance} />
        </p>
      </PageHead>
      {outside ? <Notice>{t('entity.outside-why')}</Notice> : null}
      <Columns>
        <div>
          <PostsTable posts={posts} />
          <ChildrenTable entities={children} />
        </div>
        <div>
          <Section title={t('entity.facts')}>
            <Facts
              items={[
                {
                  term: t('entity.fact-head'),
                  value: head ? (
                    <a href={personAddress(head.id)}>
                      <Name {...head} />
                    </a>
                  ) : (
                    <State tone="wait">{t(headPost ? 'entity.vacant' : 'entity.head-none')}</State>
                  ),
                },
                { term: t('entity.fact-category'), value: categoryName(entity.category) },
                { term: t('entity.fact-rules'), value: rulesName(entity.rules) },
                { term: t('entity.fact-code'), value: <code>{entity.id}</code> },
              ]}
            />
          </Section>
          <BodiesTable bodies={bodies} />
          <Parts place="entity" id={entity.id} />
        </div>
      </Columns>
    </>
  )
}

function PostsTable({ posts }: { readonly posts: readonly Post[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<Post>[] = [
    {
      key: 'post',
      head: t('entity.column-post'),
      cell: (post) => (
        <>
          <a href={postAddress(post.id)}>
            <Name {...post} />
          </a>
          {post.heads ? <small>{t('entity.heads-it')}</small> : null}
        </>
      ),
    },
    {
      key: 'grade',
      head: t('entity.column-grade'),
      cell: ({ grade }) => (grade === null ? <span className="quiet">{t('entity.no-grade')}</span> : <bdi>{grade}</bdi>),
    },
    { key: 'holder', head: t('entity.column-holder'), cell: (post) => <Holders post={post} /> },
  ]
  return (
    <DataTable
      caption={t('entity.posts')}
      columns={columns}
      rows={posts}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('entity.posts-empty')}</p>}
    />
  )
}

function Holders({ post }: { readonly post: Post }) {
  const { t } = useLanguage()
  if (post.holders.length === 0) return <State tone="wait">{t('entity.vacant')}</State>
  return (
    <ul className="held-by">
      {post.holders.map((held) => (
        <li key={held.id}>
          <a href={personAddress(held.person.id)}>
            <Name {...held.person} />
          </a>
          <small>
            <AssignmentKind held={held} />
            {held.effectiveTo === null ? null : (
              <>
                {' '}
                · {t('entity.column-until')} <Until end={held.effectiveTo} />
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

function ChildrenTable({ entities }: { readonly entities: readonly Child[] }) {
  const { t } = useLanguage()
  const categoryName = useCategoryName()
  const rulesName = useRulesName()
  const columns: readonly Column<Child>[] = [
    {
      key: 'entity',
      head: t('organisation.column-entity'),
      cell: (entity) => (
        <a href={entityAddress(entity.id)}>
          <Name {...entity} />
        </a>
      ),
    },
    { key: 'category', head: t('organisation.column-category'), cell: ({ category }) => categoryName(category) },
    { key: 'rules', head: t('organisation.column-rules'), cell: ({ rules }) => rulesName(rules) },
  ]
  return (
    <DataTable
      caption={t('entity.below')}
      columns={columns}
      rows={entities}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('entity.below-empty')}</p>}
    />
  )
}

function BodiesTable({ bodies }: { readonly bodies: readonly Body[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<Body>[] = [
    { key: 'body', head: t('entity.column-body'), cell: (body) => <Name {...body} /> },
    {
      key: 'quorum',
      head: t('entity.column-quorum'),
      numeric: true,
      cell: ({ quorum }) => (quorum === null ? t('entity.no-quorum') : <Count value={quorum} />),
    },
  ]
  return (
    <DataTable
      caption={t('entity.bodies')}
      columns={columns}
      rows={bodies}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('entity.bodies-empty')}</p>}
    />
  )
}
