/** One person: what they may decide, the posts they hold and held, their credentials. */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Parts } from '../../../web/app/parts.tsx'
import { hrefOf } from '../../../web/app/places.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  ButtonLink,
  Columns,
  DataTable,
  Empty,
  Facts,
  Name,
  Notice,
  PageHead,
  Section,
  State,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { personContract } from '../views/people.ts'
import { entityAddress, postAddress, withSearch } from './addresses.ts'
import { Elsewhere } from './elsewhere.tsx'
import { AssignmentKind } from './holding.tsx'
import { MayDecide } from './may-decide.tsx'
import './organisation.css'
import { FirstDay, LastDay } from './spans.tsx'
import { useCredentialName } from './words.ts'

type Record = AnswerOf<typeof personContract>
type Assignment = Record['assignments'][number]
type Credential = Record['credentials'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof personContract>('GET', '/api/v1/people/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('person.title')} busy={t('person.busy')} elsewhere={<Elsewhere />} />
  return <Person person={answer.data} />
}

function Person({ person }: { readonly person: Record }) {
  const { name, t } = useLanguage()
  const now = person.assignments.filter(({ running }) => running)
  const others = person.assignments.filter(({ running }) => !running)
  return (
    <>
      <PageHead
        title={person.name}
        steps={
          <>
            <ButtonLink kind="main" href={withSearch('/ask', { person: person.id })}>
              {t('person.ask')}
            </ButtonLink>
            <ButtonLink href={withSearch('/register', { person: person.id })}>{t('person.register')}</ButtonLink>
            <ButtonLink href={`${hrefOf('person', person.id)}/if-left`}>{t('person.if-left')}</ButtonLink>
            <ButtonLink href={`${hrefOf('person', person.id)}/if-moved`}>{t('person.if-moved')}</ButtonLink>
          </>
        }
      >
        {now.map(({ id, post, entity, ...held }) => (
          <p key={id}>
            {t('person.holds-now', { post: name(post.name, post.names), entity: entity ? name(entity.name, entity.names) : '' })}
            {held.assignment === 'substantive' ? null : (
              <>
                {' '}
                · <AssignmentKind held={held} />
              </>
            )}
          </p>
        ))}
        {person.staff ? null : (
          <p>
            <State tone="none">{t('person.not-staff')}</State>
          </p>
        )}
      </PageHead>
      {now.some(({ recorded }) => !recorded) ? <Notice kind="warning">{t('assignment.unrecorded-why')}</Notice> : null}
      <MayDecide person={person.id} />
      <Parts place="person" id={person.id} />
      <Assignments caption={t('person.assignments')} assignments={now} empty={t('person.assignments-empty')} />
      {others.length > 0 ? <Assignments caption={t('person.assignments-past')} assignments={others} empty="" /> : null}
      <Columns>
        <Credentials credentials={person.credentials} />
        <Section title={t('person.facts')}>
          <Facts
            items={[
              { term: t('people.column-code'), value: <code>{person.id}</code> },
              { term: t('person.fact-staff'), value: t(person.staff ? 'person.staff' : 'person.not-staff') },
            ]}
          />
        </Section>
      </Columns>
    </>
  )
}

function Assignments({
  caption,
  assignments,
  empty,
}: {
  readonly caption: string
  readonly assignments: readonly Assignment[]
  readonly empty: string
}) {
  const { t } = useLanguage()
  const columns: readonly Column<Assignment>[] = [
    {
      key: 'post',
      head: t('person.column-post'),
      cell: ({ post, grade }) => (
        <>
          <a href={postAddress(post.id)}>
            <Name {...post} />
          </a>
          {grade === null ? null : (
            <small>
              <bdi>{grade}</bdi>
            </small>
          )}
        </>
      ),
    },
    {
      key: 'entity',
      head: t('person.column-entity'),
      cell: ({ entity }) =>
        entity ? (
          <a href={entityAddress(entity.id)}>
            <Name {...entity} />
          </a>
        ) : null,
    },
    { key: 'as', head: t('person.column-as'), cell: (held) => <AssignmentKind held={held} /> },
    { key: 'from', head: t('person.column-from'), cell: ({ effectiveFrom }) => <FirstDay at={effectiveFrom} /> },
    { key: 'until', head: t('person.column-until'), cell: ({ effectiveTo }) => <LastDay end={effectiveTo} /> },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={assignments}
      rowKey={({ id }) => id}
      empty={<Empty title={t('person.no-post')}>{empty}</Empty>}
    />
  )
}

const day = 24 * 60 * 60 * 1000
const soon = 60 * day

function Validity({ credential }: { readonly credential: Credential }) {
  const { t } = useLanguage()
  if (credential.lapsed) return <State tone="no">{t('person.lapsed')}</State>
  const left = credential.effectiveTo === null ? Infinity : Date.parse(credential.effectiveTo) - Date.now()
  return left < soon ? <State tone="soon">{t('person.lapses-soon')}</State> : <State tone="yes">{t('person.valid')}</State>
}

function Credentials({ credentials }: { readonly credentials: readonly Credential[] }) {
  const { t } = useLanguage()
  const credentialName = useCredentialName()
  const latestFirst = [...credentials].sort((a, b) => (b.effectiveTo ?? '9').localeCompare(a.effectiveTo ?? '9'))
  const columns: readonly Column<Credential>[] = [
    { key: 'credential', head: t('person.column-credential'), cell: ({ credential }) => credentialName(credential) },
    { key: 'from', head: t('person.column-from'), cell: ({ effectiveFrom }) => <FirstDay at={effectiveFrom} /> },
    { key: 'until', head: t('person.column-until'), cell: ({ effectiveTo }) => <LastDay end={effectiveTo} /> },
    { key: 'state', head: t('person.column-validity'), cell: (credential) => <Validity credential={credential} /> },
  ]
  return (
    <DataTable
      caption={t('person.credentials')}
      columns={columns}
      rows={latestFirst}
      rowKey={({ credential, effectiveFrom }) => `${credential} ${effectiveFrom}`}
      empty={<Empty title={t('person.credentials-none')}>{t('person.credentials-empty')}</Empty>}
    />
  )
}
