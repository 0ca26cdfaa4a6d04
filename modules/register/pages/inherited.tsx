/** The successor's list: what predecessors passed on stays valid; confirm it, withdraw it, or give it anew. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button,
  ButtonLink,
  CheckboxField,
  DataTable,
  Empty,
  Name,
  Notice,
  PageHead,
  ProblemNotice,
  Steps,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { confirmContract, inheritedContract } from '../acts/confirm-inherited.ts'
import { delegationHref, DelegationState, endOf, Ends, HolderName, Limits } from './words.tsx'
import './register.css'

type Line = AnswerOf<typeof inheritedContract>['items'][number]

export function Page() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof inheritedContract>('GET', '/api/v1/inherited')
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('inherited.title')} busy={t('inherited.busy')} />
  return <List lines={answer.data.items} />
}

function List({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const confirm = useAct<typeof confirmContract>('POST', '/api/v1/inherited/confirm')
  const selected = lines.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const toggle =
    (id: string) =>
    (on: boolean): void => {
      const next = new Set(chosen)
      if (on) next.add(id)
      else next.delete(id)
      setChosen(next)
    }
  const columns: readonly Column<Line>[] = [
    {
      key: 'choose',
      head: t('inherited.column-choose'),
      cell: (line) => <CheckboxField label={line.id} checked={chosen.has(line.id)} onChange={toggle(line.id)} />,
    },
    { key: 'to', head: t('home.column-to'), names: true, cell: ({ holder }) => <HolderName holder={holder} /> },
    {
      key: 'matter',
      head: t('home.column-matter'),
      cell: (line) => (
        <>
          <a href={delegationHref(line.id)}>
            <Name {...line.matter} />
          </a>
          <small>
            <Limits limits={line.limits} />
          </small>
        </>
      ),
    },
    { key: 'signed', head: t('inherited.column-signed'), cell: ({ signedBy }) => (signedBy ? <Name {...signedBy} /> : null) },
    { key: 'until', head: t('register.column-until'), cell: (line) => <Ends end={endOf(line)} /> },
    { key: 'state', head: t('register.column-state'), cell: ({ state }) => <DelegationState state={state} /> },
    {
      key: 'steps',
      head: t('home.column-step'),
      silent: true,
      cell: (line) => (
        <span className="row-steps">
          <a href={`/pass-on?parent=${encodeURIComponent(line.parent ?? '')}&like=${encodeURIComponent(line.id)}`}>
            {t('inherited.change')}
          </a>
          <a href={`${delegationHref(line.id)}/revoke`}>{t('inherited.withdraw')}</a>
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('inherited.title')}>
        <p className="lead">{t('inherited.intro')}</p>
      </PageHead>
      {confirm.error ? <ProblemNotice error={confirm.error} /> : null}
      {confirm.data ? <Notice kind="done" title={t('inherited.confirmed', { count: confirm.data.confirmed.length })} /> : null}
      {lines.length > 0 ? (
        <Steps>
          <Button
            kind="main"
            busy={confirm.isPending}
            closedBecause={selected.length === 0 ? t('inherited.choose-first') : undefined}
            onClick={() => confirm.mutate({ body: { delegations: selected } }, { onSuccess: () => setChosen(new Set()) })}
          >
            {t('inherited.confirm', { count: selected.length })}
          </Button>
          <Button onClick={() => setChosen(new Set(selected.length === lines.length ? [] : lines.map(({ id }) => id)))}>
            {t(selected.length === lines.length ? 'inherited.choose-none' : 'inherited.choose-all')}
          </Button>
        </Steps>
      ) : null}
      <DataTable
        caption={t('inherited.count', { count: lines.length })}
        columns={columns}
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t('inherited.none')} step={<ButtonLink href="/">{t('inherited.home')}</ButtonLink>}>
            {t('inherited.none-detail')}
          </Empty>
        }
      />
    </>
  )
}
