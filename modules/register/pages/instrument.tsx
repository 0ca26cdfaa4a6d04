/** An instrument as a printable document, and, where lines await me, the second act: reading and accepting. */
import { useEffect, useRef, useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button,
  ButtonLink,
  CheckboxField,
  Day,
  FieldGroup,
  Name,
  Notice,
  PageHead,
  Pager,
  PrintDocument,
  ProblemNotice,
  Provenance,
  Section,
  Steps,
  TextArea,
  useLanguage,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { acceptContract, declineContract } from '../acts/accept-delegations.ts'
import type { instrumentContract } from '../views/instrument.ts'
import { DocumentEnds } from './document-ends.tsx'
import { DocumentLines } from './document-lines.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Reorganised } from './reorganised.tsx'
import { delegationHref, DelegationState, schemeHref, useHolderWords } from './words.tsx'
import './register.css'

type Instrument = AnswerOf<typeof instrumentContract>

/** As many as one acceptance takes. */
const shownAtOnce = 200

const onlyMine = (search: PageProps['search']): boolean => search['lines'] === 'awaiting-me'

export function Page({ param, search }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof instrumentContract>(
    'GET',
    '/api/v1/instruments/{number}',
    { params: { number: param('number') }, query: { page: search['page'] ?? '1', size: String(shownAtOnce), ...(onlyMine(search) ? { lines: 'awaiting-me' as const } : {}) } },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('instrument.title')} busy={t('instrument.busy')} elsewhere={<Elsewhere />} />
  const instrument = answer.data
  return (
    <>
      <PageHead title={t('instrument.heading', { number: instrument.number })}>
        <p className="quiet">{instrument.signedHere ? t('instrument.signed-here') : t('instrument.imported')}</p>
      </PageHead>
      {search['signed'] ? (
        <Notice kind="done" title={t('instrument.signed-now', { count: instrument.total })}>
          <Awaiting awaited={instrument.awaited} />
        </Notice>
      ) : null}
      {instrument.awaitsMe.length > 0 ? (
        <Notice kind="note" title={t('instrument.awaits-me', { count: instrument.awaitsMe.length })}>
          <p>{t('instrument.read-first')}</p>
          <LinesShown instrument={instrument} mine={onlyMine(search)} />
        </Notice>
      ) : null}
      <Document instrument={instrument} />
      <Acceptance instrument={instrument} />
    </>
  )
}

/** Of a long instrument the lines that await the reader may stand on other pages. */
function LinesShown({ instrument: { awaitsMe, lines }, mine }: { readonly instrument: Instrument; readonly mine: boolean }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const here = lines.filter(({ id }) => awaitsMe.includes(id)).length
  if (mine) return <ButtonLink href={href({ lines: undefined, page: undefined })}>{t('instrument.all-lines')}</ButtonLink>
  return here === awaitsMe.length ? null : <ButtonLink href={href({ lines: 'awaiting-me', page: undefined })}>{t('instrument.only-mine')}</ButtonLink>
}

/** Whose acceptance the lines still want, and for how many. */
function Awaiting({ awaited }: Pick<Instrument, 'awaited'>) {
  const { t } = useLanguage()
  const holder = useHolderWords()
  if (awaited.length === 0) return <p>{t('instrument.nobody-awaited')}</p>
  return (
    <>
      <p>{t('instrument.awaited')}</p>
      <ul>
        {awaited.map(({ holder: who, count }) => (
          <li key={holder(who)}>{t('instrument.awaited-of', { who: holder(who), count })}</li>
        ))}
      </ul>
    </>
  )
}

function Document({ instrument }: { readonly instrument: Instrument }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  const { href } = useAddress()
  const { number, document, reorganisation, signedBy, signedAs, signedAt, lines, digest, page, size, total } = instrument
  return (
    <PrintDocument
      number={t('instrument.heading', { number })}
      title={document?.title ?? t(reorganisation ? 'instrument.reorganisation' : 'instrument.delegation-of-authority')}
      foot={
        <>
          <p>
            {t('instrument.digest')} <span className="digest">{digest}</span>
          </p>
          {lines[0] ? (
            <p>
              <Provenance provenance={lines[0].provenance} />
            </p>
          ) : null}
        </>
      }
    >
      {reorganisation ? <Reorganised document={reorganisation} /> : null}
      {signedBy && !reorganisation ? (
        <p>
          {t('document.gives', {
            signatory: name(signedBy.name, signedBy.names),
            capacity: signedAs ? 'post' : 'person',
            post: signedAs ? name(signedAs.name, signedAs.names) : '',
          })}
        </p>
      ) : null}
      {document?.entity ? (
        <p>
          {t('scheme.of-entity')} <a href={schemeHref(document.entity.id)}>{document.entity.name}</a>
        </p>
      ) : null}
      {lines.length > 0 ? <DocumentLines
        label={t('instrument.lines')}
        lines={lines.map((line) => ({
          key: line.id,
          number: line.line,
          holder: holder(line.holder),
          matter: name(line.matter.name, line.matter.names),
          limits: line.limits,
          places: line.entities.map((entity) => name(entity.name, entity.names)),
          from: line.effectiveFrom,
          until: line.effectiveTo === null ? null : new Date(line.effectiveTo).getTime() - 1,
          mayExercise: line.mayExercise,
          depth: line.depth,
          conditions: line.conditions,
          aside: (
            <>
              <a href={delegationHref(line.id)}>{line.id}</a> <DelegationState state={line.state} />{' '}
              {line.acceptedAt ? (
                <small>
                  {t('instrument.accepted')} <Day value={line.acceptedAt} />
                </small>
              ) : null}
            </>
          ),
        }))}
      /> : null}
      <Pager page={page} size={size} total={total} href={(to) => href({ page: to === 1 ? undefined : String(to) })} />
      {document ? <DocumentEnds document={document} /> : null}
      {signedBy ? (
        <p className="signature">
          <span>{t('instrument.signed-by')}</span>
          <b>
            <Name {...signedBy} />
          </b>
          {signedAs ? (
            <span>
              <Name {...signedAs} />
            </span>
          ) : null}
          {signedAt ? (
            <span>
              <Day value={signedAt} />
            </span>
          ) : null}
        </p>
      ) : null}
    </PrintDocument>
  )
}

function Acceptance({ instrument }: { readonly instrument: Instrument }) {
  const accept = useAct<typeof acceptContract>('POST', '/api/v1/instruments/{number}/accept')
  const decline = useAct<typeof declineContract>('POST', '/api/v1/instruments/{number}/decline')
  const { t } = useLanguage()
  const done = useRef<HTMLDivElement>(null)
  const happened = accept.data ?? decline.data
  useEffect(() => {
    if (happened) done.current?.focus()
  }, [happened])
  if (instrument.awaitsMe.length === 0 && !happened) return null
  return (
    <Section title={t('instrument.accept-title')}>
      <div ref={done} tabIndex={-1}>
        {accept.data ? (
          <Notice kind="done" title={t('instrument.accepted-now', { count: accept.data.accepted.length, number: accept.data.number })} />
        ) : null}
        {decline.data ? (
          <Notice kind="done" title={t('instrument.declined-now', { count: decline.data.declined.length, number: decline.data.number })} />
        ) : null}
      </div>
      {(accept.error ?? decline.error) ? <ProblemNotice error={(accept.error ?? decline.error)!} /> : null}
      {instrument.awaitsMe.length > 0 ? (
        <Choosing
          key={`${instrument.page} ${instrument.awaitsMe.join(' ')}`}
          instrument={instrument}
          busy={accept.isPending || decline.isPending}
          onAccept={(lines) => accept.mutate({ params: { number: instrument.number }, body: { lines, digest: instrument.digest } })}
          onDecline={(lines, reason) => decline.mutate({ params: { number: instrument.number }, body: { lines, reason } })}
        />
      ) : null}
    </Section>
  )
}

interface ChoosingProps {
  readonly instrument: Instrument
  readonly busy: boolean
  readonly onAccept: (lines: string[]) => void
  readonly onDecline: (lines: string[], reason: string) => void
}

function Choosing({ instrument, busy, onAccept, onDecline }: ChoosingProps) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(instrument.awaitsMe))
  const [read, setRead] = useState(false)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const waiting = instrument.lines.filter(({ id }) => instrument.awaitsMe.includes(id))
  const lines = waiting.map(({ id }) => id).filter((id) => chosen.has(id))
  const toggle =
    (id: string) =>
    (on: boolean): void =>
      setChosen(on ? new Set([...chosen, id]) : new Set([...chosen].filter((each) => each !== id)))
  const none = lines.length === 0 ? t('instrument.choose-a-line') : undefined
  return (
    <>
      <FieldGroup legend={t('instrument.which-lines')}>
        {waiting.map((line) => (
          <CheckboxField
            key={line.id}
            label={t('instrument.line-label', {
              id: line.id,
              matter: name(line.matter.name, line.matter.names),
              holder: holder(line.holder),
            })}
            checked={chosen.has(line.id)}
            onChange={toggle(line.id)}
          />
        ))}
      </FieldGroup>
      <CheckboxField label={t('instrument.i-have-read')} checked={read} onChange={setRead} />
      <Steps>
        <Button
          kind="main"
          busy={busy && !declining}
          closedBecause={none ?? (read ? undefined : t('instrument.confirm-reading'))}
          onClick={() => onAccept(lines)}
        >
          {t('instrument.accept', { count: lines.length })}
        </Button>
        {declining ? null : <Button onClick={() => setDeclining(true)}>{t('instrument.decline')}</Button>}
      </Steps>
      {declining ? (
        <>
          <TextArea label={t('instrument.why-decline')} value={reason} onChange={setReason} />
          <Steps>
            <Button
              kind="warn"
              busy={busy}
              closedBecause={none ?? (reason.trim() === '' ? t('instrument.reason-first') : undefined)}
              onClick={() => onDecline(lines, reason.trim())}
            >
              {t('instrument.decline-lines', { count: lines.length })}
            </Button>
            <Button onClick={() => setDeclining(false)}>{t('instrument.do-not-decline')}</Button>
          </Steps>
        </>
      ) : null}
    </>
  )
}
