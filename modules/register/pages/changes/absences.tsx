/** Who is away: recorded by the person or a head for their people, with who acts meanwhile proposed. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { useFinder } from '../../../../web/app/finder.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useSession } from '../../../../web/app/session.ts'
import {
  Button,
  Combobox,
  DataTable,
  DateField,
  Day,
  Empty,
  FieldRow,
  Name,
  Notice,
  PageHead,
  Pager,
  ProblemError,
  ProblemNotice,
  Section,
  SelectField,
  State,
  Steps,
  useLanguage,
  type Column,
  type Found,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { absencesContract, endAbsenceContract, recordAbsenceContract } from '../../acts/record-absence.ts'
import { Ends } from '../words.tsx'
import { Cover } from './cover.tsx'
import '../register.css'

type Absence = AnswerOf<typeof absencesContract>['items'][number]
const kinds = ['leave', 'mission', 'other'] as const
type Kind = (typeof kinds)[number]

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const page = Number(search['page'] ?? '1')
  const past = search['past'] === 'true'
  const answer = useAnswer<typeof absencesContract>(
    'GET',
    '/api/v1/absences',
    { query: { page: String(page), ...(past ? { past: 'true' as const } : {}) } },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('absence.title')} busy={t('absence.busy')} />
  const { items, total, size } = answer.data
  return (
    <>
      <PageHead title={t('absence.title')}>
        <p className="lead">{t('absence.intro')}</p>
      </PageHead>
      <Record />
      <List absences={items} total={total} />
      <Steps>
        <Button onClick={() => setSearch({ past: past ? undefined : 'true', page: undefined })}>
          {t(past ? 'absence.hide-past' : 'absence.show-past')}
        </Button>
      </Steps>
      <Pager page={page} size={size} total={total} href={(next) => `/absences?page=${next}${past ? '&past=true' : ''}`} />
    </>
  )
}

function Record() {
  const { t } = useLanguage()
  const session = useSession()
  const findPerson = useFinder('person')
  const me = session.person ? { id: session.person.id, name: session.person.name } : null
  const [person, setPerson] = useState<Found | null>(me)
  const [kind, setKind] = useState<Kind>('leave')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const act = useAct<typeof recordAbsenceContract>('POST', '/api/v1/absences')
  const wrong = (field: string) => (act.error instanceof ProblemError ? act.error.field(field) : undefined)
  const missing = person === null ? t('acting.person-first') : from === '' || until === '' ? t('acting.dates-first') : undefined
  return (
    <Section title={t('absence.record-title')}>
      <form
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault()
          if (person && missing === undefined) act.mutate({ body: { person: person.id, absence: kind, from, until } })
        }}
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
        {act.data ? <Notice kind="done" title={t('absence.recorded')} /> : null}
        <FieldRow>
          <Combobox label={t('acting.person')} value={person} onChoose={setPerson} find={findPerson} error={wrong('person')} required />
          <SelectField
            label={t('absence.kind')}
            value={kind}
            onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'other')}
            choices={kinds.map((value) => ({ value, label: t(`absence.kind-${value}`) }))}
          />
          <DateField label={t('acting.from')} value={from} onChange={setFrom} error={wrong('from')} required />
          <DateField label={t('acting.until')} value={until} onChange={setUntil} error={wrong('until')} required />
        </FieldRow>
        {person && from !== '' && until !== '' ? <Cover person={person.id} from={from} until={until} /> : null}
        <Steps>
          <Button type="submit" kind="main" busy={act.isPending} closedBecause={missing}>
            {t('absence.record')}
          </Button>
        </Steps>
      </form>
    </Section>
  )
}

function List({ absences, total }: { readonly absences: readonly Absence[]; readonly total: number }) {
  const { t, has, name } = useLanguage()
  const end = useAct<typeof endAbsenceContract>('POST', '/api/v1/absences/{id}/end')
  const columns: readonly Column<Absence>[] = [
    {
      key: 'person',
      head: t('acting.person'),
      names: true,
      cell: ({ person }) => (
        <a href={hrefOf('person', person.id)}>
          <Name {...person} />
        </a>
      ),
    },
    {
      key: 'kind',
      head: t('absence.kind'),
      cell: ({ absence }) => (has(`absence.kind-${absence}`) ? t(`absence.kind-${absence}`) : <bdi>{absence}</bdi>),
    },
    { key: 'from', head: t('acting.from'), cell: ({ from }) => (from ? <Day value={from} /> : null) },
    { key: 'until', head: t('acting.until'), cell: ({ to }) => <Ends end={to} /> },
    {
      key: 'state',
      head: t('register.column-state'),
      cell: ({ running }) => (running ? <State tone="wait">{t('absence.running')}</State> : null),
    },
    {
      key: 'step',
      head: t('home.column-step'),
      silent: true,
      cell: ({ id, person, running, to }) =>
        to !== null && Date.parse(to) <= Date.now() ? null : (
          <Button busy={end.isPending} onClick={() => end.mutate({ params: { id }, body: {} })}>
            {t(running ? 'absence.back' : 'absence.cancel', { person: name(person.name, person.names) })}
          </Button>
        ),
    },
  ]
  return (
    <>
      {end.error ? <ProblemNotice error={end.error} /> : null}
      <DataTable
        caption={t('absence.count', { count: total })}
        columns={columns}
        rows={absences}
        rowKey={({ id }) => id}
        empty={<Empty title={t('absence.none')}>{t('absence.none-detail')}</Empty>}
      />
    </>
  )
}
