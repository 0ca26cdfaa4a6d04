/** Who is away: recorded by the person or a head for their people, with who acts meanwhile proposed. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import { useFinder } from '../../../../web/app/finder.ts'
import { useListAddress, type ListAddress } from '../../../../web/app/list-address.ts'
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
  FilterChoice,
  FilterSentence,
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
import { Chosen } from '../chosen.tsx'
import { Ends } from '../words.tsx'
import { Cover } from './cover.tsx'
import '../register.css'

type Absences = AnswerOf<typeof absencesContract>
type Absence = Absences['items'][number]
const kinds = ['leave', 'mission', 'other'] as const
type Kind = (typeof kinds)[number]

export function Page({ search, setSearch }: PageProps) {
  const { t, rich } = useLanguage()
  const list = useListAddress('from')
  const past = search['past'] === 'true'
  const filters = {
    person: search['person'], absence: kinds.find((each) => each === search['absence']), ...(past ? { past: 'true' as const } : {}),
  }
  const choose = (name: string) => (value: string | undefined): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  const answer = useAnswer<typeof absencesContract>(
    'GET',
    '/api/v1/absences',
    { query: { ...filters, sort: list.sort as never, page: list.page } },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('absence.title')} busy={t('absence.busy')} />
  return (
    <>
      <PageHead title={t('absence.title')}>
        <p className="lead">{t('absence.intro')}</p>
      </PageHead>
      <Record />
      <FilterSentence>
        {rich('absence.sentence', {
          kind: (
            <FilterChoice
              label={t('absence.kind')}
              value={search['absence'] ?? ''}
              options={[{ value: '', label: t('absence.any-kind') }, ...kinds.map((value) => ({ value, label: t(`absence.kind-${value}`) }))]}
              onChoose={choose('absence')}
            />
          ),
          when: (
            <FilterChoice
              label={t('absence.when')}
              value={past ? 'true' : ''}
              options={[{ value: '', label: t('absence.not-past') }, { value: 'true', label: t('absence.past-too') }]}
              onChoose={choose('past')}
            />
          ),
        })}
      </FilterSentence>
      <Chosen kind="person" label={t('absence.filter-person')} id={search['person']} onChoose={choose('person')} />
      <List absences={answer.data} list={list} busy={answer.isPlaceholderData} files={fileLinks('/api/v1/absences', { ...filters, sort: list.sort })} />
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

interface ListProps {
  readonly absences: Absences
  readonly list: ListAddress
  readonly busy: boolean
  readonly files: ReturnType<typeof fileLinks>
}

function List({ absences, list: { sorting, sortHref, pageHref }, busy, files }: ListProps) {
  const { t, has, name } = useLanguage()
  const end = useAct<typeof endAbsenceContract>('POST', '/api/v1/absences/{id}/end')
  const columns: readonly Column<Absence>[] = [
    {
      key: 'person',
      head: t('acting.person'),
      names: true,
      sortable: true,
      cell: ({ person }) => (
        <a href={hrefOf('person', person.id)}>
          <Name {...person} />
        </a>
      ),
    },
    {
      key: 'absence',
      head: t('absence.kind'),
      sortable: true,
      cell: ({ absence }) => (has(`absence.kind-${absence}`) ? t(`absence.kind-${absence}`) : <bdi>{absence}</bdi>),
    },
    { key: 'from', head: t('acting.from'), sortable: true, cell: ({ from }) => (from ? <Day value={from} /> : null) },
    { key: 'until', head: t('acting.until'), sortable: true, cell: ({ to }) => <Ends end={to} /> },
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
        caption={t('absence.count', { count: absences.total })}
        columns={columns}
        rows={absences.items}
        rowKey={({ id }) => id}
        busy={busy}
        sorting={sorting}
        sortHref={sortHref}
        exports={files}
        foot={<Pager page={absences.page} size={absences.size} total={absences.total} href={pageHref} />}
        empty={<Empty title={t('absence.none')}>{t('absence.none-detail')}</Empty>}
      />
    </>
  )
}
