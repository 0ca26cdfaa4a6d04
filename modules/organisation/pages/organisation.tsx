/** The organisation: its entities as a tree, or those found by category and words as a list. */
import { useMemo, useState, type ReactNode } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button,
  ButtonLink,
  Count,
  DataTable,
  Empty,
  FieldRow,
  FilterChoice,
  FilterSentence,
  Name,
  PageHead,
  State,
  TextField,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { entitiesContract } from '../views/entities.ts'
import { entityAddress, personAddress } from './addresses.ts'
import { addressOfOpen, openable, openInAddress, treeOf, type Branch, type EntityItem } from './branches.ts'
import { EntityTree } from './entity-tree.tsx'
import './organisation.css'
import { useCategoryName, useRulesName } from './words.ts'

type Entities = AnswerOf<typeof entitiesContract>

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof entitiesContract>(
    'GET',
    '/api/v1/entities',
    { query: { category: search['category'], q: search['q'] } },
    { keepPrevious: true },
  )
  if (!answer.data) return <Reading answer={answer} title={t('organisation.title')} busy={t('organisation.busy')} />
  return <Organisation entities={answer.data} search={search} setSearch={setSearch} />
}

type Asked = Pick<PageProps, 'search' | 'setSearch'> & { readonly entities: Entities }

function Organisation({ entities, search, setSearch }: Asked) {
  const { t } = useLanguage()
  const all = entities.categories.reduce((sum, { entities: count }) => sum + count, 0)
  const narrowed = search['category'] !== undefined || search['q'] !== undefined
  if (all === 0) {
    return (
      <>
        <PageHead title={t('organisation.title')} />
        <Empty
          title={t('organisation.empty-title')}
          step={
            <ButtonLink kind="main" href="/administration/import?kind=organisation">
              {t('organisation.empty-step')}
            </ButtonLink>
          }
        >
          {t('organisation.empty')}
        </Empty>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('organisation.title')}>
        <p>{t('organisation.intro')}</p>
        <Filters entities={entities} search={search} setSearch={setSearch} />
        <p className="quiet" role="status">
          {narrowed ? t('organisation.count-found', { found: entities.items.length, all }) : t('organisation.count', { count: all })}
          {narrowed ? (
            <>
              {' '}
              · <a href="/organisation">{t('organisation.show-all')}</a>
            </>
          ) : null}
          {' · '}
          <a href="/people">{t('people.title')}</a>
        </p>
      </PageHead>
      {narrowed ? <FoundEntities items={entities.items} /> : <WholeTree items={entities.items} search={search} setSearch={setSearch} />}
    </>
  )
}

function Filters({ entities, search, setSearch }: Asked) {
  const { rich, t } = useLanguage()
  const categoryName = useCategoryName()
  const [words, setWords] = useState(search['q'] ?? '')
  const choices = [
    { value: '', label: t('organisation.every-category') },
    ...entities.categories.map(({ category, entities: count }) => ({
      value: category,
      label: t('organisation.category-choice', { category: categoryName(category), count }),
    })),
  ]
  return (
    <>
      <FilterSentence>
        {rich('organisation.sentence', {
          category: (
            <FilterChoice
              label={t('organisation.category-filter')}
              value={search['category'] ?? ''}
              options={choices}
              onChoose={(category) => setSearch({ category: category || undefined }, 'push')}
            />
          ),
        })}
      </FilterSentence>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ q: words.trim() || undefined }, 'push')
        }}
      >
        <FieldRow>
          <TextField type="search" label={t('organisation.words')} value={words} onChange={setWords} maxLength={200} />
          <Button type="submit">{t('organisation.find')}</Button>
        </FieldRow>
      </form>
    </>
  )
}

function Head({ entity }: { readonly entity: EntityItem }) {
  const { t } = useLanguage()
  if (entity.head)
    return (
      <>
        <a href={personAddress(entity.head.id)}>
          <Name {...entity.head} />
        </a>
        {entity.headPost ? (
          <small>
            <Name {...entity.headPost} />
          </small>
        ) : null}
      </>
    )
  return entity.headPost ? (
    <State tone="wait">{t('organisation.head-vacant')}</State>
  ) : (
    <span className="quiet">{t('organisation.no-head')}</span>
  )
}

function Rules({ entity }: { readonly entity: EntityItem }) {
  const rulesName = useRulesName()
  return entity.rules.length === 0 ? <State tone="none">{rulesName([])}</State> : <>{rulesName(entity.rules)}</>
}

const ofEntity = (branch: Branch, cell: (entity: EntityItem) => ReactNode): ReactNode =>
  branch.kind === 'entity' ? cell(branch.entity) : null

function WholeTree({ items, search, setSearch }: Pick<PageProps, 'search' | 'setSearch'> & { readonly items: readonly EntityItem[] }) {
  const { name, t } = useLanguage()
  const { go } = useAddress()
  const categoryName = useCategoryName()
  const nodes = useMemo(() => treeOf(items), [items])
  const open = openInAddress(search['open'], nodes)
  const keep = (next: ReadonlySet<string>): void => setSearch({ open: addressOfOpen(next, nodes) })
  return (
    <div className="entity-tree-place">
      <div className="steps">
        <Button onClick={() => keep(new Set(openable(nodes)))}>{t('organisation.open-all')}</Button>
        <Button onClick={() => keep(new Set())}>{t('organisation.close-all')}</Button>
      </div>
      <EntityTree
        caption={t('organisation.tree-caption')}
        help={t('organisation.tree-help')}
        nodes={nodes}
        open={open}
        onOpen={keep}
        onFollow={go}
        nameHead={t('organisation.column-entity')}
        nameOf={(branch) => (branch.kind === 'entity' ? name(branch.entity.name, branch.entity.names) : categoryName(branch.category))}
        detailOf={(branch) => (branch.kind === 'group' ? t('organisation.count', { count: branch.entities }) : null)}
        hrefOf={(branch) => (branch.kind === 'entity' ? entityAddress(branch.entity.id) : null)}
        columns={[
          { key: 'head', head: t('organisation.column-head'), cell: (branch) => ofEntity(branch, (entity) => <Head entity={entity} />) },
          { key: 'rules', head: t('organisation.column-rules'), cell: (branch) => ofEntity(branch, (entity) => <Rules entity={entity} />) },
          {
            key: 'posts',
            head: t('organisation.column-posts'),
            numeric: true,
            cell: (branch) => ofEntity(branch, (entity) => <Count value={entity.posts} />),
          },
        ]}
      />
    </div>
  )
}

function FoundEntities({ items }: { readonly items: readonly EntityItem[] }) {
  const { t } = useLanguage()
  const categoryName = useCategoryName()
  const columns: readonly Column<EntityItem>[] = [
    {
      key: 'entity',
      head: t('organisation.column-entity'),
      cell: (entity) => (
        <a href={entityAddress(entity.id)}>
          <Name {...entity} />
        </a>
      ),
    },
    { key: 'category', head: t('organisation.column-category'), cell: (entity) => categoryName(entity.category) },
    { key: 'head', head: t('organisation.column-head'), cell: (entity) => <Head entity={entity} /> },
    { key: 'rules', head: t('organisation.column-rules'), cell: (entity) => <Rules entity={entity} /> },
    { key: 'posts', head: t('organisation.column-posts'), numeric: true, cell: (entity) => <Count value={entity.posts} /> },
  ]
  return (
    <DataTable
      caption={t('organisation.list-caption')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      empty={<Empty title={t('organisation.none-found-title')}>{t('organisation.none-found')}</Empty>}
    />
  )
}
