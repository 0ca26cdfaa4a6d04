/** The end of a sheet: handed to whoever signs, or laid out as an instrument, read, and signed once for all lines. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import { Button, CheckboxField, Combobox, DataTable, FieldRow, Notice, PrintDocument, ProblemNotice, Section, Steps, useLanguage, type Column, type Found } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { handOverContract } from '../acts/keep-draft.ts'
import type { layOutContract, signContract } from '../acts/sign-instrument.ts'
import { limitSentence, reasonSentence } from '../sentences.ts'
import type { Draft } from './use-draft.ts'
import { instrumentHref } from './words.tsx'

type LaidOut = AnswerOf<typeof layOutContract>
type Line = LaidOut['document']['lines'][number]

interface SigningProps {
  readonly draft: Draft
  readonly settle: () => Promise<number>
  readonly lines: number
  /** Lines that cannot be issued. */
  readonly blocked: number
  readonly checking: boolean
}

export function Signing({ draft, settle, lines, blocked, checking }: SigningProps) {
  const { t } = useLanguage()
  const layOut = useAct<typeof layOutContract>('POST', '/api/v1/drafts/{id}/lay-out')
  const closed = lines === 0 ? t('sheet.add-first') : blocked > 0 ? t('sheet.blocked', { count: blocked }) : checking ? t('sheet.state-checking') : undefined
  return (
    <Section title={t('sheet.sign-title')}>
      {layOut.error ? <ProblemNotice error={layOut.error} /> : null}
      <Steps>
        <Button kind="main" busy={layOut.isPending} closedBecause={closed}
          onClick={() => void settle().then((version) => layOut.mutate({ params: { id: draft.id }, body: { version } }))}>{t('sheet.lay-out', { count: lines })}</Button>
      </Steps>
      {layOut.data ? <Instrument key={layOut.data.digest} id={draft.id} laidOut={layOut.data} /> : null}
      <HandOver draft={draft} settle={settle} />
    </Section>
  )
}

function Instrument({ id, laidOut }: { readonly id: string; readonly laidOut: LaidOut }) {
  const speech = useLanguage()
  const { t } = speech
  const { go } = useAddress()
  const [confirmed, setConfirmed] = useState(false)
  const sign = useAct<typeof signContract>('POST', '/api/v1/drafts/{id}/sign')
  const { document, digest, number, canBeSigned, lines, names } = laidOut
  const columns: readonly Column<Line>[] = [
    { key: 'line', head: t('instrument.column-line'), numeric: true, cell: ({ line }) => line },
    { key: 'to', head: t('home.column-to'), names: true, cell: ({ recipient }) => <bdi>{[recipient.person?.name, recipient.post?.name].filter(Boolean).join(' · ')}</bdi> },
    { key: 'matter', head: t('home.column-matter'), cell: ({ matter, entities, conditions }) => <><bdi>{matter.name}</bdi><small>{entities.map(({ name }) => name).join(' · ')}</small>{conditions ? <small><bdi>{conditions}</bdi></small> : null}</> },
    { key: 'limit', head: t('register.column-limit'), cell: ({ limits }) => limitSentence(limits, speech) },
    { key: 'dates', head: t('instrument.column-dates'), cell: ({ from, until }) => t('sheet.document-dates', { from: from === null ? t('sheet.from-signature') : speech.date(from), until: until === null ? t('design.no-end') : speech.date(until) }) },
  ]
  return (
    <>
      {canBeSigned ? null : <Notice kind="refusal" title={t('sheet.cannot-be-signed')}><ul>{lines.flatMap(({ key, problems }) => problems.map((problem, index) => <li key={`${key} ${index}`}>{reasonSentence(problem, names, speech)}</li>))}</ul></Notice>}
      <PrintDocument number={t('instrument.heading', { number })} title={document.title ?? t('instrument.delegation-of-authority')} foot={<p>{t('instrument.digest')} <span className="digest">{digest}</span></p>}>
        <p>{t('instrument.signed-by')} <b><bdi>{document.signatory.name}</bdi></b>{document.signatory.post ? <>, <bdi>{document.signatory.post.name}</bdi></> : null}</p>
        <DataTable caption={t('instrument.lines')} captionHidden columns={columns} rows={document.lines} rowKey={({ id: line }) => line} />
        <details><summary>{t('sheet.exact-text')}</summary><p className="document-text" dir="ltr">{laidOut.text}</p></details>
      </PrintDocument>
      {sign.error ? <ProblemNotice error={sign.error} /> : null}
      <CheckboxField label={t('sheet.i-sign', { number, count: document.lines.length })} checked={confirmed} onChange={setConfirmed} />
      <Steps>
        <Button kind="main" busy={sign.isPending} closedBecause={!canBeSigned ? t('sheet.cannot-be-signed') : !confirmed ? t('sheet.confirm-first') : undefined}
          onClick={() => sign.mutate({ params: { id }, body: { digest } }, { onSuccess: ({ instrument }) => go(instrumentHref(instrument)) })}>{t('sheet.sign', { count: document.lines.length })}</Button>
      </Steps>
    </>
  )
}

function HandOver({ draft, settle }: Pick<SigningProps, 'draft' | 'settle'>) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const [person, setPerson] = useState<Found | null>(null)
  const find = useFinder('person')
  const handOver = useAct<typeof handOverContract>('POST', '/api/v1/drafts/{id}/hand-over')
  return (
    <details>
      <summary>{t('sheet.hand-over')}</summary>
      {handOver.error ? <ProblemNotice error={handOver.error} /> : null}
      <FieldRow>
        <Combobox label={t('sheet.signatory')} hint={t('sheet.signatory-hint')} value={person} onChoose={setPerson} find={find} />
        <Button busy={handOver.isPending} closedBecause={person === null ? t('sheet.signatory-first') : undefined}
          onClick={() => { if (person) void settle().then((version) => handOver.mutate({ params: { id: draft.id }, body: { person: person.id, version } }, { onSuccess: () => go('/pass-on') })) }}>{t('sheet.hand-over-now')}</Button>
      </FieldRow>
    </details>
  )
}
