/** The sheet: many lines prepared together, checked as they are typed, signed once. Made for the keyboard. */
import { useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { useSession } from '../../../web/app/session.ts'
import {
  Busy,
  Button,
  Combobox,
  Empty,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  State,
  Steps,
  TextField,
  useLanguage,
  type Tone,
} from '../../../web/design/index.ts'
import type { mattersContract } from '../../catalogue/index.ts'
import type { draftContract } from '../acts/keep-draft.ts'
import type { DelegationSummary, DraftLine } from '../shapes.ts'
import type { holdsContract } from '../views/ask.ts'
import { anotherAuthority, copyOf, emptyLine, inserted, isUnfinished, replaced, toAnother } from './sheet-lines.ts'
import { SheetLine, type LineStep } from './sheet-line.tsx'
import { Signing } from './sheet-signing.tsx'
import { useChecks } from './use-checks.ts'
import { useDraft, type Draft, type EditedDraft, type Saving } from './use-draft.ts'
import { useNamed } from './use-named.ts'
import './register.css'

/** `of` in the address: whose authority is passed on, where somebody prepares it for them. */
export function Page({ param, search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const { person } = useSession()
  const of = search['of'] ?? person?.id ?? ''
  const draft = useAnswer<typeof draftContract>('GET', '/api/v1/drafts/{id}', { params: { id: param('draft') } })
  const holds = useAnswer<typeof holdsContract>('GET', '/api/v1/holds', { query: { person: of } }, { enabled: of !== '' })
  const error = draft.error ?? holds.error
  // A draft just signed is gone when asked again: what is on the page stays until its instrument is shown.
  if (!draft.data || !holds.data)
    return error ? (
      <>
        <PageHead title={t('sheet.title')} />
        <ProblemNotice error={error} />
      </>
    ) : (
      <Busy>{t('sheet.busy')}</Busy>
    )
  return (
    <Sheet
      key={draft.data.id}
      draft={draft.data}
      signatory={of}
      mine={of === person?.id}
      held={holds.data.holds.filter(({ canPassOn }) => canPassOn).map(({ delegation }) => delegation)}
      onSignatory={(id) => setSearch({ of: id === person?.id ? undefined : id })}
    />
  )
}

interface SheetProps {
  readonly draft: Draft
  readonly held: readonly DelegationSummary[]
  readonly signatory: string
  readonly mine: boolean
  readonly onSignatory: (person: string | undefined) => void
}

function Sheet({ draft, held, signatory, mine, onSignatory }: SheetProps) {
  const { t } = useLanguage()
  const edited = useDraft(draft)
  const { body, change, saving } = edited
  const { checks, current } = useChecks(body, signatory)
  const [focused, setFocused] = useState<string | null>(null)
  const catalogue = useAnswer<typeof mattersContract>('GET', '/api/v1/matters', { query: {} }).data
  const setLines = (lines: DraftLine[], focus: string | null = null): void => {
    setFocused(focus)
    change({ ...body, lines })
  }
  const add = (line: DraftLine, after?: string): void =>
    setLines(after === undefined ? [...body.lines, line] : inserted(body.lines, after, line), line.key)
  const step =
    (line: DraftLine, index: number) =>
    (taken: LineStep): void => {
      const beside = body.lines[index + (taken === 'up' ? -1 : 1)] ?? body.lines[index - 1]
      switch (taken) {
        case 'copy':
          return add(copyOf(line), line.key)
        case 'another':
          return add(toAnother(line), line.key)
        case 'next':
          return add(anotherAuthority(line), line.key)
        case 'remove':
          return setLines(
            body.lines.filter(({ key }) => key !== line.key),
            beside?.key ?? null,
          )
        case 'up':
        case 'down':
          return setFocused(beside?.key ?? line.key)
      }
    }
  const dimensionsOf = (line: DraftLine): readonly string[] => {
    const matter = held.find(({ id }) => id === line.parent)?.matter.id
    return catalogue?.items.find(({ id }) => id === matter)?.dimensions ?? []
  }
  const blocked = body.lines.filter(
    (line) => isUnfinished(line) || checks?.lines.some(({ key, problems }) => key === line.key && problems.length > 0),
  ).length
  return (
    <>
      <PageHead title={body.title ?? t('sheet.heading', { count: body.lines.length })}>
        <p className="lead">{t('sheet.intro')}</p>
        <Saved edited={edited} />
      </PageHead>
      <div className="field-row">
        <TextField
          label={t('sheet.name')}
          hint={t('sheet.name-hint')}
          value={body.title ?? ''}
          maxLength={200}
          onChange={(title) => change({ ...body, title: title === '' ? null : title })}
        />
        <Whose signatory={signatory} onChoose={onSignatory} />
      </div>
      <Section title={t('sheet.lines', { count: body.lines.length })} aside={<span className="quiet">{t('sheet.keys')}</span>}>
        {held.length === 0 ? <Empty title={t('sheet.nothing-to-pass-on')}>{t('sheet.nothing-to-pass-on-detail')}</Empty> : null}
        <div className="sheet">
          {body.lines.map((line, index) => (
            <SheetLine
              key={line.key}
              line={line}
              number={index + 1}
              held={held}
              dimensions={dimensionsOf(line)}
              grades={catalogue?.framework?.grades ?? []}
              focused={focused === line.key}
              checks={checks?.lines.find(({ key }) => key === line.key)}
              names={checks?.names ?? {}}
              onChange={(next) => setLines(replaced(body.lines, next))}
              onStep={step(line, index)}
            />
          ))}
        </div>
        {held.length > 0 ? (
          <Steps>
            <Button onClick={() => add(emptyLine())}>{t('sheet.add')}</Button>
          </Steps>
        ) : null}
      </Section>
      <Signing
        draft={draft}
        edited={edited}
        mine={mine}
        signatory={signatory}
        blocked={blocked}
        checking={!current || saving === 'overtaken'}
      />
    </>
  )
}

/** Whose authority is passed on: mine, or that of somebody for whom I prepare. */
export function Whose({ signatory, onChoose }: { readonly signatory: string; readonly onChoose: (person: string | undefined) => void }) {
  const { t } = useLanguage()
  const find = useFinder('person')
  const named = useNamed('person', signatory)
  const [cleared, setCleared] = useState(false)
  return (
    <Combobox
      label={t('sheet.whose')}
      hint={t('sheet.whose-hint')}
      value={cleared ? null : named}
      find={find}
      onChoose={(found) => {
        setCleared(found === null)
        if (found) onChoose(found.id)
      }}
    />
  )
}

const tones: Readonly<Record<Saving, Tone>> = { saved: 'yes', saving: 'wait', waiting: 'wait', failed: 'no', overtaken: 'no' }

export function Saved({ edited: { saving, error, settle, keepMine, takeTheirs } }: { readonly edited: EditedDraft }) {
  const { t } = useLanguage()
  return (
    <>
      <p role="status">
        <State tone={tones[saving]}>{t(`sheet.${saving}`)}</State>
      </p>
      {error && saving === 'failed' ? <ProblemNotice error={error} onRetry={() => void settle().catch(() => undefined)} /> : null}
      {saving === 'overtaken' ? (
        <Notice kind="warning" title={t('sheet.overtaken-title')}>
          <Steps>
            <Button onClick={() => void keepMine()}>{t('sheet.keep-mine')}</Button>
            <Button onClick={() => void takeTheirs()}>{t('sheet.take-theirs')}</Button>
          </Steps>
        </Notice>
      ) : null}
    </>
  )
}
