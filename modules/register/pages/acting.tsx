/** Officers-in-charge and acting holders: recorded with dates, because status alone grants nothing. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps, Search } from '../../../web/app/page.ts'
import { useFinder } from '../../../web/app/finder.ts'
import { useSession, type Capacity } from '../../../web/app/session.ts'
import {
  Button,
  Combobox,
  DataTable,
  DateField,
  Empty,
  FieldRow,
  Name,
  Notice,
  PageHead,
  ProblemError,
  ProblemNotice,
  Section,
  SelectField,
  Steps,
  Until,
  useLanguage,
  type Column,
  type Found,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { entityContract } from '../../organisation/index.ts'
import type { designateContract, endActingContract } from '../acts/designate-acting.ts'
import { useNamed } from './use-named.ts'
import './register.css'

type Holder = AnswerOf<typeof entityContract>['posts'][number]['holders'][number]

export function Page({ search }: PageProps) {
  const { t } = useLanguage()
  const { capacities } = useSession()
  const held = capacities.filter(({ assignment }) => assignment === 'substantive')
  return (
    <>
      <PageHead title={t('acting.title')}>
        <p className="lead">{t('acting.intro')}</p>
      </PageHead>
      {held.length === 0 ? (
        <Empty title={t('acting.no-post')}>{t('acting.no-post-detail')}</Empty>
      ) : (
        <>
          <Designate posts={held} proposed={search} />
          {held.map((capacity) => (
            <Running key={capacity.post} capacity={capacity} />
          ))}
        </>
      )}
    </>
  )
}

/** `proposed`: post, person and days, as an absence proposes them. */
function Designate({ posts, proposed }: { readonly posts: readonly Capacity[]; readonly proposed: Search }) {
  const { t, name } = useLanguage()
  const findPerson = useFinder('person')
  const findMatter = useFinder('matter')
  const [post, setPost] = useState((posts.find(({ post: each }) => each === proposed['post']) ?? posts[0])?.post ?? '')
  const proposedPerson = useNamed('person', proposed['person'])
  const [choice, setPerson] = useState<Found | null | undefined>(undefined)
  const person = choice === undefined ? proposedPerson : choice
  const [kind, setKind] = useState<'officer-in-charge' | 'acting'>('officer-in-charge')
  const [from, setFrom] = useState(proposed['from'] ?? '')
  const [until, setUntil] = useState(proposed['until'] ?? '')
  const [excludes, setExcludes] = useState<readonly Found[]>([])
  const act = useAct<typeof designateContract>('POST', '/api/v1/acting')
  const wrong = (field: string) => (act.error instanceof ProblemError ? act.error.field(field) : undefined)
  const missing = person === null ? t('acting.person-first') : from === '' || until === '' ? t('acting.dates-first') : undefined
  return (
    <Section title={t('acting.designate')}>
      <form
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault()
          if (person && missing === undefined)
            act.mutate({ body: { post, person: person.id, kind, from, until, excludes: excludes.map(({ id }) => id) } })
        }}
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
        {act.data ? <Notice kind="done" title={t('acting.done')} /> : null}
        <FieldRow>
          <SelectField
            label={t('acting.post')}
            value={post}
            onChange={setPost}
            choices={posts.map((each) => ({
              value: each.post,
              label: `${name(each.title, each.titles)}, ${name(each.entityName, each.entityNames)}`,
            }))}
            error={wrong('post')}
          />
          <Combobox label={t('acting.person')} value={person} onChoose={setPerson} find={findPerson} error={wrong('person')} required />
          <SelectField
            label={t('acting.kind')}
            value={kind}
            onChange={(value) => setKind(value as 'officer-in-charge' | 'acting')}
            choices={(['officer-in-charge', 'acting'] as const).map((value) => ({ value, label: t(`assignment-word.${value}`) }))}
          />
          <DateField label={t('acting.from')} value={from} onChange={setFrom} error={wrong('from')} required />
          <DateField label={t('acting.until')} value={until} onChange={setUntil} error={wrong('until')} required />
          <Combobox
            label={t('acting.excludes')}
            hint={t('acting.excludes-hint')}
            value={null}
            onChoose={(found) => {
              if (found && !excludes.some(({ id }) => id === found.id)) setExcludes([...excludes, found])
            }}
            find={findMatter}
          />
        </FieldRow>
        {excludes.length > 0 ? (
          <ul>
            {excludes.map((each) => (
              <li key={each.id}>
                <Name name={each.name} names={each.names} />{' '}
                <Button onClick={() => setExcludes(excludes.filter(({ id }) => id !== each.id))}>
                  {t('acting.include', { matter: name(each.name, each.names) })}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        <Steps>
          <Button type="submit" kind="main" busy={act.isPending} closedBecause={missing}>
            {t('acting.record')}
          </Button>
        </Steps>
      </form>
    </Section>
  )
}

function Running({ capacity }: { readonly capacity: Capacity }) {
  const { t, name } = useLanguage()
  const answer = useAnswer<typeof entityContract>('GET', '/api/v1/entities/{id}', { params: { id: capacity.entity } })
  const end = useAct<typeof endActingContract>('POST', '/api/v1/acting/{id}/end')
  const acting = (answer.data?.posts.find(({ id }) => id === capacity.post)?.holders ?? []).filter(
    ({ assignment }) => assignment !== 'substantive',
  )
  const columns: readonly Column<Holder>[] = [
    { key: 'person', head: t('acting.person'), cell: ({ person }) => <Name {...person} /> },
    {
      key: 'as',
      head: t('acting.kind'),
      cell: ({ assignment, recorded }) => (
        <>
          {t(`assignment-word.${assignment}`)}
          {recorded ? null : <small>{t('acting.unrecorded')}</small>}
        </>
      ),
    },
    { key: 'until', head: t('acting.until'), cell: ({ effectiveTo }) => <Until end={effectiveTo} /> },
    {
      key: 'end',
      head: t('home.column-step'),
      silent: true,
      cell: ({ id, person }) => (
        <Button busy={end.isPending} onClick={() => end.mutate({ params: { id }, body: {} })}>
          {t('acting.end', { person: person.name })}
        </Button>
      ),
    },
  ]
  return (
    <>
      {end.error ? <ProblemNotice error={end.error} /> : null}
      <DataTable
        caption={t('acting.running', { post: name(capacity.title, capacity.titles) })}
        columns={columns}
        rows={acting}
        rowKey={({ id }) => id}
        empty={<Empty title={t('acting.nobody', { post: name(capacity.title, capacity.titles) })} />}
      />
    </>
  )
}
