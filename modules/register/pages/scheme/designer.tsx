/** The subdelegation designer (A/75/201 ¶13): an entity's whole scheme on one sheet, changed as one proposal and signed once. */
import { useMemo, useState } from 'react'

import { useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useSession } from '../../../../web/app/session.ts'
import { Busy, Button, Name, Notice, PageHead, ProblemNotice, Section, Steps, TextField, useLanguage, type Speech } from '../../../../web/design/index.ts'
import { limitSentence } from '../../../../platform/messages/limit-words.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { mattersContract } from '../../../catalogue/index.ts'
import type { draftContract } from '../../acts/keep-draft.ts'
import type { DraftBody, DraftLine } from '../../shapes.ts'
import type { holdsContract } from '../../views/ask.ts'
import type { schemeContract } from '../../views/scheme.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { anotherAuthority, copyOf, emptyLine, isUnfinished, toAnother } from '../sheet-lines.ts'
import { SheetLine, type LineStep } from '../sheet-line.tsx'
import { Signing } from '../sheet-signing.tsx'
import { Saved, Whose } from '../sheet.tsx'
import { useChecks, type Checks } from '../use-checks.ts'
import { useDraft, type Draft } from '../use-draft.ts'
import { schemeHref, useHolderWords } from '../words.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Changes } from './changes.tsx'
import { SchemeMatrix } from './scheme-matrix.tsx'
import { SchemeTable } from './scheme-table.tsx'
import { asToday, bulk, copiedToMatters, copiedToPosts, edited, lineAt, rowsOf, withdrawn, withTemplate, type Row } from './scheme-rows.ts'
import { TemplatePanel } from './template-panel.tsx'
import { useHistory } from './use-history.ts'
import '../register.css'
import './scheme.css'

type Scheme = AnswerOf<typeof schemeContract>
type Held = AnswerOf<typeof holdsContract>['holds'][number]['delegation']

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof draftContract>('GET', '/api/v1/drafts/{id}', { params: { id: param('draft') } })
  if (!answer.data) return <Reading answer={answer} title={t('scheme.title')} busy={t('sheet.busy')} elsewhere={<Elsewhere />} />
  return <Designer key={answer.data.id} draft={answer.data} entity={param('entity')} />
}

function Designer({ draft, entity }: { readonly draft: Draft; readonly entity: string }) {
  const { t, name } = useLanguage()
  const { person } = useSession()
  const draftEdited = useDraft(draft)
  const { body, change } = draftEdited
  const of = body.of ?? person?.id ?? ''
  const scheme = useAnswer<typeof schemeContract>('GET', '/api/v1/entities/{id}/scheme', { params: { id: entity }, query: { of } }, { keepPrevious: true })
  const holds = useAnswer<typeof holdsContract>('GET', '/api/v1/holds', { query: { person: of } }, { keepPrevious: true })
  const history = useHistory(body, change)
  const error = scheme.error ?? holds.error
  if (!scheme.data || !holds.data)
    return error ? (
      <>
        <PageHead title={t('scheme.title')} />
        <ProblemNotice error={error} />
      </>
    ) : (
      <Busy>{t('scheme.busy')}</Busy>
    )
  const { entity: where } = scheme.data
  return (
    <>
      <PageHead title={body.title ?? t('scheme.changes-of', { entity: name(where.name, where.names) })} kicker={<a href={schemeHref(entity)}><Name {...where} /></a>}>
        <p className="lead">{t('scheme.designer-intro')}</p>
        <Saved edited={draftEdited} />
        {draft.handedOver ? (
          <Notice kind="note" title={t('scheme.handed', { who: name(draft.handedOver.by.name, draft.handedOver.by.names) })}>
            {draft.handedOver.note ? <p><bdi>{draft.handedOver.note}</bdi></p> : null}
          </Notice>
        ) : null}
      </PageHead>
      <div className="field-row">
        <TextField label={t('sheet.name')} hint={t('sheet.name-hint')} value={body.title ?? ''} maxLength={200} onChange={(title) => change({ ...body, title: title === '' ? null : title })} />
        <Whose signatory={of} onChoose={(id) => change({ ...body, of: id ?? null })} />
      </div>
      <Sheet
        draft={draft}
        edited={draftEdited}
        scheme={scheme.data}
        held={holds.data.holds.filter(({ canPassOn }) => canPassOn).map(({ delegation }) => delegation)}
        of={of}
        mine={of === person?.id}
        history={history}
      />
    </>
  )
}

interface SheetProps {
  readonly draft: Draft
  readonly edited: ReturnType<typeof useDraft>
  readonly scheme: Scheme
  readonly held: readonly Held[]
  readonly of: string
  readonly mine: boolean
  readonly history: ReturnType<typeof useHistory>
}

function Sheet({ draft, edited: draftEdited, scheme, held, of, mine, history }: SheetProps) {
  const { t } = useLanguage()
  const { body, saving } = draftEdited
  const { checks, current } = useChecks(body, of)
  const rows = useMemo(() => rowsOf(scheme.lines, body), [scheme.lines, body])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const [asMatrix, setAsMatrix] = useState(false)
  const { step, undo, redo } = history
  const picked = new Set(rows.filter(({ key }) => chosen.has(key)).map(({ key }) => key))
  const one = (key: string): ReadonlySet<string> => new Set([key])
  const limitsOf = (parent: string): DraftLine['limits'] => held.find(({ id }) => id === parent)?.limits ?? []
  const add = (line: DraftLine): void => {
    step({ ...body, lines: [...body.lines, line] })
    setEditing(line.key)
    setAt(line.key)
  }
  const blocked = body.lines.filter((line) => isUnfinished(line) || checks?.lines.some(({ key, problems }) => key === line.key && problems.length > 0)).length +
    (checks?.endings.filter(({ problems }) => problems.length > 0).length ?? 0)
  const onBelow = ({ line, delegation: { id } }: Checks['endings'][number], below: DraftBody['withdraws'][number]['below']): void =>
    step(line === null
      ? { ...body, withdraws: body.withdraws.map((each) => (each.delegation === id ? { ...each, below } : each)) }
      : { ...body, lines: body.lines.map((each) => (each.replaces === id ? { ...each, below } : each)) })
  return (
    <>
      <Section title={t('scheme.lines', { count: rows.length })} aside={<span className="quiet">{t('scheme.keys')}</span>}>
        <Steps>
          <Button onClick={() => add(emptyLine())}>{t('sheet.add')}</Button>
          <Button closedBecause={undo ? undefined : t('scheme.nothing-to-undo')} onClick={() => undo?.()}>{t('scheme.undo')}</Button>
          <Button closedBecause={redo ? undefined : t('scheme.nothing-to-redo')} onClick={() => redo?.()}>{t('scheme.redo')}</Button>
          <Button onClick={() => setAsMatrix(!asMatrix)}>{t(asMatrix ? 'scheme.as-lines' : 'scheme.as-matrix')}</Button>
        </Steps>
        <BulkBar
          count={picked.size}
          held={held}
          onSet={(given) => step(edited(body, rows, picked, bulk(given, limitsOf)))}
          onCopyToPost={(post) => step(copiedToPosts(body, rows, picked, [post]))}
          onCopyToMatters={(authorities) => step(copiedToMatters(body, rows, picked, authorities))}
          onWithdraw={() => step(withdrawn(body, rows, picked))}
          onAsToday={() => step(asToday(body, rows, picked))}
        />
        {asMatrix ? <Matrix rows={rows} checks={checks} /> : (
          <SchemeTable
            rows={rows}
            chosen={picked}
            checks={checks}
            editing={editing}
            at={at}
            onAt={setAt}
            onChoose={(key, on) => setChosen(on ? new Set([...picked, key]) : new Set([...picked].filter((each) => each !== key)))}
            onChooseAll={() => setChosen(picked.size === rows.length ? new Set() : new Set(rows.map(({ key }) => key)))}
            onEdit={setEditing}
            onWithdraw={(key) => step(withdrawn(body, rows, one(key)))}
            onAsToday={(key) => step(asToday(body, rows, one(key)))}
            onUndo={undo}
            onRedo={redo}
            editor={(row) => (
              <Editor
                row={row}
                number={rows.indexOf(row) + 1}
                held={held}
                checks={checks}
                onChange={(next) => step(edited(body, rows, one(row.key), () => next))}
                onAdd={add}
                onRemove={() => step(withdrawn(body, rows, one(row.key)))}
                onClose={() => setEditing(null)}
              />
            )}
          />
        )}
      </Section>
      <TemplatePanel scheme={scheme} of={of} draft={draft.id} settle={draftEdited.settle} onLines={(lines) => step(withTemplate(body, lines))} />
      <Section title={t('scheme.changes')}>{checks ? <Changes rows={rows} checks={checks} onBelow={onBelow} /> : <Busy>{t('sheet.state-checking')}</Busy>}</Section>
      <Signing draft={draft} edited={draftEdited} mine={mine} signatory={of} blocked={blocked} checking={!current || saving === 'overtaken'} />
    </>
  )
}

interface EditorProps {
  readonly row: Row
  readonly number: number
  readonly held: readonly Held[]
  readonly checks: Checks | undefined
  readonly onChange: (line: DraftLine) => void
  readonly onAdd: (line: DraftLine) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** The same form as on a sheet of its own; it stands open under its line. */
function Editor({ row, number, held, checks, onChange, onAdd, onRemove, onClose }: EditorProps) {
  const catalogue = useAnswer<typeof mattersContract>('GET', '/api/v1/matters', { query: {} }).data
  const line = lineAt(row)
  if (!line) return null
  const matter = held.find(({ id }) => id === line.parent)?.matter.id
  const fresh = (made: DraftLine): DraftLine => ({ ...made, replaces: null, below: null })
  const onStep = (taken: LineStep): void => {
    switch (taken) {
      case 'copy':
        return onAdd(fresh(copyOf(line)))
      case 'another':
        return onAdd(fresh(toAnother(line)))
      case 'next':
        return onAdd(anotherAuthority(line))
      case 'remove':
        return onRemove()
      case 'up':
      case 'down':
        return onClose()
    }
  }
  return (
    <div className="sheet">
      <SheetLine
        line={line}
        number={number}
        held={held}
        dimensions={catalogue?.items.find(({ id }) => id === matter)?.dimensions ?? []}
        grades={catalogue?.framework?.grades ?? []}
        focused
        checks={checks?.lines.find(({ key }) => key === line.key)}
        names={checks?.names ?? {}}
        onChange={onChange}
        onStep={onStep}
      />
    </div>
  )
}

/** The scheme as it would be: what is withdrawn stands struck through. */
function Matrix({ rows, checks }: { readonly rows: readonly Row[]; readonly checks: Checks | undefined }) {
  const speech: Speech = useLanguage()
  const { t, name } = speech
  const holderWords = useHolderWords()
  const lines = rows.flatMap(({ key, today, line, mark }) => {
    const check = line && checks?.lines.find((each) => each.key === line.key)
    const holder = check?.holder ?? (line ? null : today?.holder)
    const matter = check?.parent?.matter ?? today?.matter
    if (!holder || !matter) return []
    const words = limitSentence(line?.limits ?? today?.limits ?? [], speech)
    const told = mark === 'kept' ? words : `${words} (${t(`scheme.mark-${mark}`)})`
    return [{
      key, holderKey: (holder.post ?? holder.person ?? holder.body)?.id ?? key, holder: holderWords(holder), matterKey: matter.id, matter: name(matter.name, matter.names),
      cell: <span className="matrix-cell">{mark === 'withdrawn' ? <del>{told}</del> : mark === 'kept' ? told : <ins>{told}</ins>}</span>,
    }]
  })
  return <SchemeMatrix caption={t('scheme.as-proposed', { count: lines.length })} lines={lines} />
}
