/** The end of a sheet: handed to whoever signs, or laid out as an instrument, read, and signed once for all lines. */
import { useEffect, useRef, useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import {
  Button,
  CheckboxField,
  Combobox,
  Notice,
  PrintDocument,
  ProblemNotice,
  Section,
  Steps,
  TextField,
  useLanguage,
  type Found,
  type Speech,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { handOverContract } from '../acts/keep-draft.ts'
import type { layOutContract, signContract } from '../acts/sign-instrument.ts'
import { reasonSentence } from '../sentences.ts'
import type { DraftBody } from '../shapes.ts'
import { DocumentEnds } from './document-ends.tsx'
import { DocumentLines, type DocumentLine } from './document-lines.tsx'
import type { Draft, EditedDraft } from './use-draft.ts'
import { useNamed } from './use-named.ts'
import { instrumentHref } from './words.tsx'

type LaidOut = AnswerOf<typeof layOutContract>

interface SigningProps {
  readonly draft: Draft
  readonly edited: EditedDraft
  /** The authority is mine: I sign. Otherwise I hand it to whose it is. */
  readonly mine: boolean
  readonly signatory: string
  /** Lines that cannot be issued. */
  readonly blocked: number
  readonly checking: boolean
}

export function Signing({ draft, edited, mine, signatory, blocked, checking }: SigningProps) {
  const { t } = useLanguage()
  const { body, settle, sawVersion } = edited
  const lines = body.lines.length + body.withdraws.length
  const layOut = useAct<typeof layOutContract>('POST', '/api/v1/drafts/{id}/lay-out')
  const [read, setRead] = useState<{ readonly body: DraftBody; readonly laidOut: LaidOut } | null>(null)
  const closed =
    lines === 0
      ? t('sheet.add-first')
      : blocked > 0
        ? t('sheet.blocked', { count: blocked })
        : checking
          ? t('sheet.state-checking')
          : undefined
  const begin = async (): Promise<void> => {
    const version = await settle()
    const laidOut = await layOut.mutateAsync({ params: { id: draft.id }, body: { version } })
    sawVersion(laidOut.version)
    setRead({ body, laidOut })
  }
  if (!mine)
    return (
      <Section title={t('sheet.hand-over')}>
        <HandOver draft={draft} edited={edited} signatory={signatory} />
      </Section>
    )
  return (
    <Section title={t('sheet.sign-title')}>
      {layOut.error ? <ProblemNotice error={layOut.error} /> : null}
      <Steps>
        <Button kind="main" busy={layOut.isPending} closedBecause={closed} onClick={() => void begin().catch(() => undefined)}>
          {t('sheet.lay-out', { count: lines })}
        </Button>
      </Steps>
      {read && read.body !== body ? <Notice kind="note" title={t('sheet.changed-since')} /> : null}
      {read && read.body === body ? <Instrument key={read.laidOut.digest} id={draft.id} laidOut={read.laidOut} /> : null}
      <details>
        <summary>{t('sheet.hand-over')}</summary>
        <HandOver draft={draft} edited={edited} signatory={null} />
      </details>
    </Section>
  )
}

/** The document names records in the language in which it is signed. */
function asSentence(line: LaidOut['document']['lines'][number], { t }: Speech): DocumentLine {
  const { person, post } = line.recipient
  return {
    key: line.id,
    number: line.line,
    holder: person && post ? t('holder.in-post', { person: person.name, post: post.name }) : (person?.name ?? post?.name ?? ''),
    matter: line.matter.name,
    limits: line.limits,
    places: line.entities.map(({ name }) => name),
    from: line.from,
    until: line.until,
    mayExercise: line.mayExercise,
    depth: line.passOn?.depth ?? 0,
    conditions: line.conditions,
  }
}

function Instrument({ id, laidOut }: { readonly id: string; readonly laidOut: LaidOut }) {
  const speech = useLanguage()
  const { t } = speech
  const { go } = useAddress()
  const [confirmed, setConfirmed] = useState(false)
  const sign = useAct<typeof signContract>('POST', '/api/v1/drafts/{id}/sign')
  const place = useRef<HTMLDivElement>(null)
  const { document, digest, number, canBeSigned, lines, endings, names } = laidOut
  const changes = document.lines.length + (document.ends?.filter(({ replaced }) => !replaced).length ?? 0)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="to-sign" aria-label={t('instrument.heading', { number })}>
      {canBeSigned ? null : (
        <Notice kind="refusal" title={t('sheet.cannot-be-signed')}>
          <ul>
            {[...lines, ...endings.map(({ delegation, problems }) => ({ key: delegation.id, problems }))].flatMap(({ key, problems }) =>
              problems.map((problem, index) => <li key={`${key} ${index}`}>{reasonSentence(problem, names, speech)}</li>),
            )}
          </ul>
        </Notice>
      )}
      <PrintDocument
        number={t('instrument.heading', { number })}
        title={document.title ?? t('instrument.delegation-of-authority')}
        foot={
          <p>
            {t('instrument.digest')} <span className="digest">{digest}</span>
          </p>
        }
      >
        <p>
          {t('document.gives', {
            signatory: document.signatory.name,
            capacity: document.signatory.post ? 'post' : 'person',
            post: document.signatory.post?.name ?? '',
          })}
        </p>
        {document.lines.length > 0 ? <DocumentLines label={t('instrument.lines')} lines={document.lines.map((line) => asSentence(line, speech))} /> : null}
        <DocumentEnds document={document} />
        <details>
          <summary>{t('sheet.exact-text')}</summary>
          <p className="document-text" dir="ltr">
            {laidOut.text}
          </p>
        </details>
      </PrintDocument>
      {sign.error ? <ProblemNotice error={sign.error} /> : null}
      <CheckboxField label={t('sheet.i-sign', { number, count: changes })} checked={confirmed} onChange={setConfirmed} />
      <Steps>
        <Button
          kind="main"
          busy={sign.isPending}
          closedBecause={!canBeSigned ? t('sheet.cannot-be-signed') : !confirmed ? t('sheet.confirm-first') : undefined}
          onClick={() =>
            sign.mutate(
              { params: { id }, body: { digest } },
              { onSuccess: ({ instrument }) => go(`${instrumentHref(instrument)}?signed=now`) },
            )
          }
        >
          {t('sheet.sign', { count: changes })}
        </Button>
      </Steps>
    </div>
  )
}

interface HandOverProps extends Pick<SigningProps, 'draft' | 'edited'> {
  /** Whose authority it is, where that is known. */
  readonly signatory: string | null
}

function HandOver({ draft, edited: { settle }, signatory }: HandOverProps) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const known = useNamed('person', signatory ?? undefined)
  const [chosen, setChosen] = useState<Found | null | undefined>(undefined)
  const [note, setNote] = useState('')
  const person = chosen === undefined ? known : chosen
  const find = useFinder('person')
  const handOver = useAct<typeof handOverContract>('POST', '/api/v1/drafts/{id}/hand-over')
  const hand = async (to: string): Promise<void> => {
    const version = await settle()
    await handOver.mutateAsync({ params: { id: draft.id }, body: { person: to, version, note: note.trim() === '' ? null : note.trim() } })
    go('/pass-on')
  }
  return (
    <div className="field-row">
      {handOver.error ? <ProblemNotice error={handOver.error} /> : null}
      <Combobox label={t('sheet.signatory')} hint={t('sheet.signatory-hint')} value={person} onChoose={setChosen} find={find} />
      <TextField label={t('scheme.hand-over-note')} value={note} maxLength={500} onChange={setNote} />
      <Button
        busy={handOver.isPending}
        closedBecause={person === null ? t('sheet.signatory-first') : undefined}
        onClick={() => {
          if (person) void hand(person.id).catch(() => undefined)
        }}
      >
        {t('sheet.hand-over-now')}
      </Button>
    </div>
  )
}
