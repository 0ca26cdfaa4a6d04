/** What signing would do, before it is signed: lines carried over, lines that wait and why, whom it touches. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { Busy, Button, Count, DataTable, Dialog, Name, Notice, ProblemNotice, Section, Steps, useLanguage, type Column } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { effectContract, promulgateContract } from '../acts/promulgate.ts'
import type { BulletinAnswer } from './bulletin.tsx'
import { useReason } from './words.tsx'

type Effect = AnswerOf<typeof effectContract>
type Row = Effect['matters'][number]

export function Promulgation({ bulletin }: { readonly bulletin: BulletinAnswer }) {
  const { t } = useLanguage()
  const dated = bulletin.first !== null && bulletin.until !== null
  const answer = useAnswer<typeof effectContract>('GET', '/api/v1/bulletins/{id}/effect', { params: { id: bulletin.id } }, { enabled: dated })
  return (
    <Section title={t('promulgation.title')}>
      {!dated ? <p>{t('promulgation.no-dates')}</p>
        : answer.error ? <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
        : answer.data ? <Shown bulletin={bulletin} effect={answer.data} />
        : <Busy>{t('promulgation.busy')}</Busy>}
    </Section>
  )
}

function Shown({ bulletin, effect }: { readonly bulletin: BulletinAnswer; readonly effect: Effect }) {
  const { t, day } = useLanguage()
  const reason = useReason()
  const [signing, setSigning] = useState(false)
  const { reissued, decision, lapses } = effect.lines
  const columns: readonly Column<Row>[] = [
    { key: 'matter', head: t('mappings.from'), names: true, cell: ({ matter }) => <a href={hrefOf('matter', matter.id)}><Name {...matter} /></a> },
    { key: 'reissued', head: t('transition.reissued'), numeric: true, cell: (row) => <Count value={row.reissued} /> },
    { key: 'decision', head: t('transition.decision'), numeric: true, cell: (row) => <Count value={row.decision} /> },
    { key: 'lapses', head: t('transition.lapses'), numeric: true, cell: (row) => <Count value={row.lapses} /> },
    { key: 'why', head: t('promulgation.why'), cell: ({ reasons }) => reasons.map((each) => <div key={each.reason}>{t('promulgation.reason', { reason: reason(each.reason), count: each.lines })}</div>) },
    {
      key: 'holders', head: t('promulgation.holders'),
      cell: ({ holders, people }) => (
        <details>
          <summary>{t('promulgation.people', { count: people })}</summary>
          <ul>{holders.map((person) => <li key={person.id}><a href={hrefOf('person', person.id)}><Name {...person} /></a></li>)}</ul>
          {people > holders.length ? <p>{t('promulgation.first-people', { shown: holders.length })}</p> : null}
        </details>
      ),
    },
  ]
  const closed = !bulletin.maySign ? t('promulgation.only-head') : effect.ready ? undefined : t('promulgation.not-ready')
  return (
    <>
      <p>{t('promulgation.effect', { reissued, decision, lapses, people: effect.people })}</p>
      <p>{t('promulgation.dates', { first: day(bulletin.first ?? ''), until: day(bulletin.until ?? '') })}</p>
      <DataTable caption={t('promulgation.by-matter')} columns={columns} rows={effect.matters} rowKey={({ matter }) => matter.id} />
      <Steps><Button kind="main" closedBecause={closed} onClick={() => setSigning(true)}>{t('promulgation.sign')}</Button></Steps>
      {signing && effect.digest !== null ? <Sign bulletin={bulletin} effect={effect} digest={effect.digest} onClose={() => setSigning(false)} /> : null}
    </>
  )
}

function Sign({ bulletin, effect, digest, onClose }: { readonly bulletin: BulletinAnswer; readonly effect: Effect; readonly digest: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const act = useAct<typeof promulgateContract>('POST', '/api/v1/bulletins/{id}/promulgate')
  const { reissued, decision, lapses } = effect.lines
  return (
    <Dialog open title={t('promulgation.sign')} onClose={onClose}
      steps={<Button kind="main" busy={act.isPending} onClick={() => act.mutate({ params: { id: bulletin.id }, body: { digest } }, { onSuccess: onClose })}>{t('promulgation.sign-now')}</Button>}>
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <Notice kind="warning" title={t('promulgation.one-act')}><p>{t('promulgation.effect', { reissued, decision, lapses, people: effect.people })}</p></Notice>
      <p><small>{t('promulgation.digest')} <bdi dir="ltr" className="digest">{digest}</bdi></small></p>
    </Dialog>
  )
}
