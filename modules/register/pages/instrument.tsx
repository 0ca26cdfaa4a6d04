/** An instrument as a printable document, and, where lines await me, the second act: reading and accepting. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Busy, Button, CheckboxField, DataTable, Day, FieldGroup, Name, Notice, PageHead, PrintDocument, ProblemNotice, Provenance, Section, Steps, TextArea, Until, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { acceptContract, declineContract } from '../acts/accept-delegations.ts'
import type { instrumentContract } from '../views/instrument.ts'
import { delegationHref, DelegationState, HolderName, Limits, useHolderWords } from './words.tsx'
import './register.css'

type Instrument = AnswerOf<typeof instrumentContract>
type Line = Instrument['lines'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof instrumentContract>('GET', '/api/v1/instruments/{number}', { params: { number: param('number') } })
  if (answer.error) return <><PageHead title={t('instrument.title')} /><ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} /></>
  if (!answer.data) return <Busy>{t('instrument.busy')}</Busy>
  const instrument = answer.data
  return (
    <>
      <PageHead title={t('instrument.heading', { number: instrument.number })}>
        <p className="quiet">{instrument.signedHere ? t('instrument.signed-here') : t('instrument.imported')}</p>
      </PageHead>
      {instrument.awaitsMe.length > 0 ? <Notice kind="note" title={t('instrument.awaits-me', { count: instrument.awaitsMe.length })}><p>{t('instrument.read-first')}</p></Notice> : null}
      <Document instrument={instrument} />
      {instrument.awaitsMe.length > 0 ? <Acceptance instrument={instrument} /> : null}
    </>
  )
}

function Document({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useLanguage()
  const { number, document, signedBy, signedAs, signedAt, lines, digest } = instrument
  const columns: readonly Column<Line>[] = [
    { key: 'line', head: t('instrument.column-line'), numeric: true, cell: ({ line }) => line },
    { key: 'to', head: t('home.column-to'), names: true, cell: ({ holder }) => <HolderName holder={holder} /> },
    { key: 'matter', head: t('home.column-matter'), cell: (line) => <><a href={delegationHref(line.id)}><Name {...line.matter} /></a><small>{line.entities.map((entity, index) => <span key={entity.id}>{index > 0 ? ' · ' : null}<Name {...entity} /></span>)}</small>{line.conditions ? <small><bdi>{line.conditions}</bdi></small> : null}</> },
    { key: 'limit', head: t('register.column-limit'), cell: ({ limits }) => <Limits limits={limits} /> },
    { key: 'dates', head: t('instrument.column-dates'), cell: (line) => <><Day value={line.effectiveFrom} /><small>{t('instrument.until')} <Until end={line.effectiveTo} /></small></> },
    { key: 'state', head: t('register.column-state'), cell: (line) => <><DelegationState state={line.state} />{line.acceptedAt ? <small>{t('instrument.accepted')} <Day value={line.acceptedAt} /></small> : null}</> },
  ]
  return (
    <PrintDocument number={t('instrument.heading', { number })} title={document?.title ?? t('instrument.delegation-of-authority')}
      foot={<><p>{t('instrument.digest')} <span className="digest">{digest}</span></p>{lines[0] ? <Provenance provenance={lines[0].provenance} /> : null}</>}>
      {signedBy ? <p>{t('instrument.signed-by')} <b><Name {...signedBy} /></b>{signedAs ? <>, <Name {...signedAs} /></> : null}{signedAt ? <>, <Day value={signedAt} /></> : null}</p> : null}
      <DataTable caption={t('instrument.lines')} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
    </PrintDocument>
  )
}

function Acceptance({ instrument }: { readonly instrument: Instrument }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(instrument.awaitsMe))
  const [read, setRead] = useState(false)
  const [declining, setDeclining] = useState(false)
  const accept = useAct<typeof acceptContract>('POST', '/api/v1/instruments/{number}/accept')
  const waiting = instrument.lines.filter(({ id }) => instrument.awaitsMe.includes(id))
  const lines = waiting.map(({ id }) => id).filter((id) => chosen.has(id))
  const toggle = (id: string) => (on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const closed = lines.length === 0 ? t('instrument.choose-a-line') : !read ? t('instrument.confirm-reading') : undefined
  return (
    <Section title={t('instrument.accept-title')}>
      {accept.error ? <ProblemNotice error={accept.error} /> : null}
      <FieldGroup legend={t('instrument.which-lines')}>
        {waiting.map((line) => <CheckboxField key={line.id} label={t('instrument.line-label', { id: line.id, matter: name(line.matter.name, line.matter.names), holder: holder(line.holder) })} checked={chosen.has(line.id)} onChange={toggle(line.id)} />)}
      </FieldGroup>
      <CheckboxField label={t('instrument.i-have-read')} checked={read} onChange={setRead} />
      <Steps>
        <Button kind="main" busy={accept.isPending} closedBecause={closed}
          onClick={() => accept.mutate({ params: { number: instrument.number }, body: { lines, digest: instrument.digest } })}>{t('instrument.accept', { count: lines.length })}</Button>
        <Button onClick={() => setDeclining(!declining)}>{t('instrument.decline')}</Button>
      </Steps>
      {declining ? <Declining number={instrument.number} lines={lines} /> : null}
    </Section>
  )
}

function Declining({ number, lines }: { readonly number: string; readonly lines: readonly string[] }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const decline = useAct<typeof declineContract>('POST', '/api/v1/instruments/{number}/decline')
  const closed = lines.length === 0 ? t('instrument.choose-a-line') : reason.trim() === '' ? t('instrument.reason-first') : undefined
  return (
    <>
      {decline.error ? <ProblemNotice error={decline.error} /> : null}
      <TextArea label={t('instrument.why-decline')} value={reason} onChange={setReason} />
      <Steps><Button kind="warn" busy={decline.isPending} closedBecause={closed} onClick={() => decline.mutate({ params: { number }, body: { lines: [...lines], reason: reason.trim() } })}>{t('instrument.decline-lines', { count: lines.length })}</Button></Steps>
    </>
  )
}
