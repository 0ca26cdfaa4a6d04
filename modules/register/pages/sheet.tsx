/** The sheet: many lines prepared together, checked as they are typed, signed once. Made for the keyboard. */
import { useEffect, useRef, useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { useSession } from '../../../web/app/session.ts'
import { Busy, Button, Empty, PageHead, ProblemNotice, Section, State, Steps, TextField, useLanguage } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { checkDraftContract } from '../acts/check-draft.ts'
import type { draftContract } from '../acts/keep-draft.ts'
import type { DraftBody, DraftLine } from '../shapes.ts'
import type { holdsContract } from '../views/ask.ts'
import { anotherAuthority, copyOf, emptyLine, inserted, replaced, toAnother } from './sheet-lines.ts'
import { SheetLine } from './sheet-line.tsx'
import { Signing } from './sheet-signing.tsx'
import { useDraft, type Draft, type Saving } from './use-draft.ts'
import './register.css'

export type Holding = AnswerOf<typeof holdsContract>['holds'][number]
export type Checks = AnswerOf<typeof checkDraftContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const { person } = useSession()
  const draft = useAnswer<typeof draftContract>('GET', '/api/v1/drafts/{id}', { params: { id: param('draft') } })
  const holds = useAnswer<typeof holdsContract>('GET', '/api/v1/holds', { query: { person: person?.id ?? '' } as never }, { enabled: person !== null })
  const error = draft.error ?? holds.error
  if (error) return <><PageHead title={t('sheet.title')} /><ProblemNotice error={error} /></>
  if (!draft.data || !holds.data) return <Busy>{t('sheet.busy')}</Busy>
  return <Sheet key={draft.data.id} draft={draft.data} holds={holds.data.holds.filter(({ canPassOn }) => canPassOn)} />
}

/** What was typed last, once typing pauses: the checks follow it. */
function useSettled(body: DraftBody): DraftBody {
  const [settled, setSettled] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), 350)
    return () => clearTimeout(timer)
  }, [body])
  return settled
}

function Sheet({ draft, holds }: { readonly draft: Draft; readonly holds: readonly Holding[] }) {
  const { t } = useLanguage()
  const { body, change, saving, error, settle } = useDraft(draft)
  const settled = useSettled(body)
  const checkable = { ...settled, lines: settled.lines.filter(({ parent }) => parent !== '') }
  const checks = useAnswer<typeof checkDraftContract>('POST', '/api/v1/drafts/check', { body: checkable }, { keepPrevious: true })
  const focusOn = useRef<string | null>(null)
  const setLines = (lines: DraftLine[], focus?: string): void => {
    focusOn.current = focus ?? null
    change({ ...body, lines })
  }
  const add = (line: DraftLine, after?: string): void => setLines(after === undefined ? [...body.lines, line] : inserted(body.lines, after, line), line.key)
  return (
    <>
      <PageHead title={body.title ?? t('sheet.heading', { count: body.lines.length })}>
        <p className="lead">{t('sheet.intro')}</p>
        <Saved saving={saving} />
      </PageHead>
      {error && saving === 'failed' ? <ProblemNotice error={error} onRetry={() => void settle()} /> : null}
      <TextField label={t('sheet.name')} hint={t('sheet.name-hint')} value={body.title ?? ''} maxLength={200} onChange={(title) => change({ ...body, title: title === '' ? null : title })} />
      <Section title={t('sheet.lines', { count: body.lines.length })}>
        <p className="quiet">{t('sheet.keys')}</p>
        {holds.length === 0 ? <Empty title={t('sheet.nothing-to-pass-on')}>{t('sheet.nothing-to-pass-on-detail')}</Empty> : null}
        {body.lines.map((line, index) => (
          <SheetLine key={line.key} line={line} number={index + 1} holds={holds} focus={focusOn.current === line.key}
            checks={checks.data?.lines.find(({ key }) => key === line.key)} names={checks.data?.names ?? {}}
            onChange={(next) => setLines(replaced(body.lines, next))}
            onCopy={() => add(copyOf(line), line.key)} onAnother={() => add(toAnother(line), line.key)} onNext={() => add(anotherAuthority(line), line.key)}
            onRemove={() => setLines(body.lines.filter(({ key }) => key !== line.key))} />
        ))}
        {holds.length > 0 ? <Steps><Button onClick={() => add(emptyLine(holds.length === 1 ? holds[0]!.delegation.id : '', holds.length === 1 ? holds[0]!.delegation.limits : []))}>{t('sheet.add')}</Button></Steps> : null}
      </Section>
      <Signing draft={draft} settle={settle} lines={body.lines.length} blocked={body.lines.length - checkable.lines.length + (checks.data?.lines.filter(({ problems }) => problems.length > 0).length ?? 0)} checking={checks.isFetching} />
    </>
  )
}

function Saved({ saving }: { readonly saving: Saving }) {
  const { t } = useLanguage()
  return <p role="status"><State tone={saving === 'saved' ? 'yes' : saving === 'failed' ? 'no' : 'wait'}>{t(`sheet.${saving}`)}</State></p>
}
