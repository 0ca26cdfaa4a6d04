/** Authority for emergencies: what lies dormant, what was declared, every use reported; declared and ended by the delegator. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import { useListAddress, type ListAddress } from '../../../../web/app/list-address.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import {
  Busy,
  CheckboxField,
  DataTable,
  Empty,
  FilterChoice,
  FilterSentence,
  Moment,
  Name,
  Notice,
  PageHead,
  Pager,
  ProblemNotice,
  Section,
  State,
  useLanguage,
  type Column,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { declareContract, endEmergencyContract } from '../../acts/declare-emergency.ts'
import type { emergencyContract, emergencyUsesContract } from '../../views/emergency.ts'
import { Chosen } from '../chosen.tsx'
import { delegationHref, DelegationState, HolderName, Limits } from '../words.tsx'
import { exerciseHref } from './verdict.tsx'
import { Why } from './why.tsx'
import '../register.css'

type Found = AnswerOf<typeof emergencyContract>
type Line = Found['items'][number]
type Used = AnswerOf<typeof emergencyUsesContract>['items'][number]

const states = ['declared', 'dormant'] as const

export function Page({ search, setSearch }: PageProps) {
  const { t, rich } = useLanguage()
  const list = useListAddress('id')
  const filters = { matter: search['matter'], state: states.find((each) => each === search['state']) }
  const answer = useAnswer<typeof emergencyContract>('GET', '/api/v1/emergency', { query: { ...filters, sort: list.sort as never, page: list.page } }, { keepPrevious: true })
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('emergency.title')} busy={t('emergency.busy')} />
  const choose = (name: string) => (value: string | undefined): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  return (
    <>
      <PageHead title={t('emergency.title')}>
        <p className="lead">{t('emergency.intro')}</p>
        <FilterSentence>
          {rich('emergency.sentence', {
            state: (
              <FilterChoice
                label={t('register.filter-state')}
                value={search['state'] ?? ''}
                options={[{ value: '', label: t('emergency.any-state') }, ...states.map((value) => ({ value, label: t(`emergency.state-${value}`) }))]}
                onChoose={choose('state')}
              />
            ),
          })}
        </FilterSentence>
        <Chosen kind="matter" label={t('register.filter-matter')} id={search['matter']} onChoose={choose('matter')} />
      </PageHead>
      <Lines key={answer.data.page} found={answer.data} list={list} files={fileLinks('/api/v1/emergency', { ...filters, sort: list.sort })} />
      <Uses search={search} />
    </>
  )
}

interface LinesProps {
  readonly found: Found
  readonly list: ListAddress
  readonly files: ReturnType<typeof fileLinks>
}

function Lines({ found, list: { sorting, sortHref, pageHref }, files }: LinesProps) {
  const { t } = useLanguage()
  const { items: lines } = found
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const columns: readonly Column<Line>[] = [
    {
      key: 'choose',
      head: t('inherited.column-choose'),
      cell: ({ delegation: { id }, canDeclare, canEnd }) =>
        canDeclare || canEnd ? <CheckboxField label={id} checked={chosen.has(id)} onChange={(on) => toggle(id, on)} /> : null,
    },
    { key: 'to', head: t('home.column-to'), names: true, cell: ({ delegation }) => <HolderName holder={delegation.holder} /> },
    {
      key: 'matter',
      head: t('home.column-matter'),
      sortable: true,
      cell: ({ delegation }) => (
        <>
          <a href={delegationHref(delegation.id)}>
            <Name {...delegation.matter} />
          </a>
          <small>
            <Limits limits={delegation.limits} />
          </small>
        </>
      ),
    },
    {
      key: 'trigger',
      head: t('emergency.column-trigger'),
      sortable: true,
      cell: ({ trigger, lapsesAfterDays }) => (
        <>
          <bdi>{trigger}</bdi>
          <small>{lapsesAfterDays === null ? t('emergency.until-ended') : t('emergency.lapses', { days: lapsesAfterDays })}</small>
        </>
      ),
    },
    {
      key: 'declared',
      head: t('emergency.column-declared'),
      cell: ({ running, declared, delegation }) => (
        <>
          {running ? <State tone="soon">{t('emergency.declared')}</State> : <DelegationState state={delegation.state} />}
          {declared.map((span) => (
            <small key={span.from}>
              <Moment value={span.from} />
              {span.until ? (
                <>
                  {' – '}
                  <Moment value={span.until} />
                </>
              ) : null}
              {' · '}
              <Name {...span.by} />
            </small>
          ))}
        </>
      ),
    },
  ]
  const selected = lines.filter(({ delegation }) => chosen.has(delegation.id))
  return (
    <>
      <DataTable
        caption={t('emergency.count', { count: found.total })}
        columns={columns}
        rows={lines}
        rowKey={({ delegation }) => delegation.id}
        sorting={sorting}
        sortHref={sortHref}
        exports={files}
        foot={<Pager page={found.page} size={found.size} total={found.total} href={pageHref} />}
        empty={<Empty title={t('emergency.none')}>{t('emergency.none-detail')}</Empty>}
      />
      {lines.some(({ canDeclare, canEnd }) => canDeclare || canEnd) ? (
        <Decide selected={selected} onDone={() => setChosen(new Set())} />
      ) : null}
    </>
  )
}

function Decide({ selected, onDone }: { readonly selected: readonly Line[]; readonly onDone: () => void }) {
  const { t } = useLanguage()
  const declare = useAct<typeof declareContract>('POST', '/api/v1/emergency/declare')
  const end = useAct<typeof endEmergencyContract>('POST', '/api/v1/emergency/end')
  const ending = selected.length > 0 && selected.every(({ canEnd }) => canEnd)
  const mixed = selected.some(({ canEnd }) => canEnd) && selected.some(({ canDeclare }) => canDeclare)
  const act = ending ? end : declare
  const closed = selected.length === 0 ? t('emergency.choose-first') : mixed ? t('emergency.mixed') : undefined
  return (
    <Section title={t('revoke.decide')}>
      {declare.data && selected.length === 0 ? <Notice kind="done" title={t('emergency.done')} /> : null}
      <Why
        busy={act.isPending}
        closed={closed}
        kind={ending ? 'main' : 'warn'}
        step={t(ending ? 'emergency.end' : 'emergency.declare', { count: selected.length })}
        onDecide={(reason) => act.mutate({ body: { delegations: selected.map(({ delegation }) => delegation.id), reason } }, { onSuccess: onDone })}
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
      </Why>
    </Section>
  )
}

function Uses({ search }: Pick<PageProps, 'search'>) {
  const { t } = useLanguage()
  const list = useListAddress('-at', 'uses-')
  const filters = { delegation: search['of'], person: search['person'] }
  const answer = useAnswer<typeof emergencyUsesContract>(
    'GET',
    '/api/v1/emergency/uses',
    { query: { ...filters, sort: list.sort as never, page: list.page } },
    { keepPrevious: true },
  )
  const columns: readonly Column<Used>[] = [
    {
      key: 'what',
      head: t('exercise.column-what'),
      cell: ({ what, exercise }) => (
        <a href={exerciseHref(exercise)}>
          <bdi>{what}</bdi>
        </a>
      ),
    },
    { key: 'who', head: t('exercise.column-who'), names: true, sortable: true, cell: ({ by }) => (by ? <Name {...by} /> : null) },
    { key: 'at', head: t('exercise.column-at'), sortable: true, cell: ({ at }) => <Moment value={at} /> },
    { key: 'delegation', head: t('exercise.under'), sortable: true, cell: ({ delegation }) => <a href={delegationHref(delegation)}>{delegation}</a> },
  ]
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy />
  const { items, total, page, size } = answer.data
  return (
    <DataTable
      caption={t('emergency.uses', { count: total })}
      columns={columns}
      rows={items}
      rowKey={({ exercise }) => exercise}
      busy={answer.isPlaceholderData}
      sorting={list.sorting}
      sortHref={list.sortHref}
      exports={fileLinks('/api/v1/emergency/uses', { ...filters, sort: list.sort })}
      foot={<Pager page={page} size={size} total={total} href={list.pageHref} />}
      empty={<Empty title={t('emergency.unused')}>{t('emergency.unused-detail')}</Empty>}
    />
  )
}
