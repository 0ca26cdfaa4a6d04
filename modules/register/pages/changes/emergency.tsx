/** Authority for emergencies: what lies dormant, what was declared, every use reported; declared and ended by the delegator. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import {
  CheckboxField,
  DataTable,
  Empty,
  Moment,
  Name,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  State,
  useLanguage,
  type Column,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { declareContract, emergencyContract, endEmergencyContract } from '../../acts/declare-emergency.ts'
import { delegationHref, DelegationState, HolderName, Limits } from '../words.tsx'
import { exerciseHref } from './verdict.tsx'
import { Why } from './why.tsx'
import '../register.css'

type Line = AnswerOf<typeof emergencyContract>['items'][number]
type Used = Line['uses'][number] & { readonly key: string; readonly line: string }

export function Page() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof emergencyContract>('GET', '/api/v1/emergency')
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('emergency.title')} busy={t('emergency.busy')} />
  const { items } = answer.data
  const uses = items.flatMap(({ delegation, uses: of }) =>
    of.map((use): Used => ({ ...use, line: delegation.id, key: use.exercise })),
  )
  return (
    <>
      <PageHead title={t('emergency.title')}>
        <p className="lead">{t('emergency.intro')}</p>
      </PageHead>
      <Lines lines={items} />
      {items.length > 0 ? <Uses uses={uses} /> : null}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useLanguage()
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
        caption={t('emergency.count', { count: lines.length })}
        columns={columns}
        rows={lines}
        rowKey={({ delegation }) => delegation.id}
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

function Uses({ uses }: { readonly uses: readonly Used[] }) {
  const { t } = useLanguage()
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
    { key: 'by', head: t('exercise.column-who'), names: true, cell: ({ by }) => (by ? <Name {...by} /> : null) },
    { key: 'at', head: t('exercise.column-at'), cell: ({ at }) => <Moment value={at} /> },
    { key: 'under', head: t('exercise.under'), cell: ({ line }) => <a href={delegationHref(line)}>{line}</a> },
  ]
  return (
    <DataTable
      caption={t('emergency.uses', { count: uses.length })}
      columns={columns}
      rows={uses}
      rowKey={({ key }) => key}
      empty={<Empty title={t('emergency.unused')}>{t('emergency.unused-detail')}</Empty>}
    />
  )
}
