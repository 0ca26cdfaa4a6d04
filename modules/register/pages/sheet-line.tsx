/** One line of a sheet: what authority, to whom, up to what, until when; what stands against it beside it. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { searchFor, useDetail, useFinder } from '../../../web/app/finder.ts'
import { Button, CheckboxField, Combobox, DateField, FieldRow, SelectField, State, Steps, TextField, amountText, useLanguage, type Found } from '../../../web/design/index.ts'
import { limitSentence, reasonSentence, type KnownNames } from '../sentences.ts'
import type { DraftLine } from '../shapes.ts'
import type { Checks, Holding } from './sheet.tsx'
import { emptyLine, isSimple, simpleLimit, withLimit } from './sheet-lines.ts'

interface SheetLineProps {
  readonly line: DraftLine
  readonly number: number
  readonly holds: readonly Holding[]
  readonly focus: boolean
  readonly checks: Checks['lines'][number] | undefined
  readonly names: KnownNames
  readonly onChange: (line: DraftLine) => void
  readonly onCopy: () => void
  readonly onAnother: () => void
  readonly onNext: () => void
  readonly onRemove: () => void
}

/** Keys work anywhere in the line: Ctrl D copies it, Alt A gives the same to another, Alt N gives the same person more. */
function keyOf(event: KeyboardEvent): 'copy' | 'another' | 'next' | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return 'copy'
  if (event.altKey && event.code === 'KeyA') return 'another'
  return event.altKey && event.code === 'KeyN' ? 'next' : null
}

export function SheetLine(props: SheetLineProps) {
  const { line, number, holds, focus, checks, names, onChange, onCopy, onAnother, onNext, onRemove } = props
  const speech = useLanguage()
  const { t, name } = speech
  const place = useRef<HTMLElement>(null)
  const parent = holds.find(({ delegation }) => delegation.id === line.parent)?.delegation
  useEffect(() => {
    if (focus) place.current?.querySelector<HTMLElement>(line.parent === '' ? 'select' : '[role="combobox"]')?.focus()
  }, [])
  const chooseParent = (id: string): void => {
    const held = holds.find(({ delegation }) => delegation.id === id)?.delegation
    onChange({ ...emptyLine(id, held?.limits ?? []), key: line.key, recipient: line.recipient, until: line.until, entities: line.entities })
  }
  return (
    <section ref={place} className="sheet-line" aria-label={t('sheet.line', { number })} onKeyDown={(event) => {
      const key = keyOf(event)
      if (key === null) return
      event.preventDefault()
      event.stopPropagation()
      ;({ copy: onCopy, another: onAnother, next: onNext })[key]()
    }}>
      <header>
        <h3>{t('sheet.line', { number })}</h3>
        <Standing checks={checks} parent={line.parent} />
      </header>
      <FieldRow>
        <SelectField label={t('sheet.authority')} value={line.parent} none={t('sheet.choose-authority')} onChange={chooseParent}
          choices={holds.map(({ delegation }) => ({ value: delegation.id, label: t('sheet.authority-choice', { matter: name(delegation.matter.name, delegation.matter.names), limit: limitSentence(delegation.limits, speech), id: delegation.id }) }))} />
        <Recipient line={line} onChange={onChange} />
        <LimitFields line={line} parent={parent} onChange={onChange} />
        <DateField label={t('sheet.until')} hint={t('sheet.until-hint')} value={line.until ?? ''} onChange={(until) => onChange({ ...line, until: until === '' ? null : until })} />
        <Where line={line} onChange={onChange} />
      </FieldRow>
      <FieldRow>
        <CheckboxField label={t('sheet.may-decide')} checked={line.mayExercise} onChange={(mayExercise) => onChange({ ...line, mayExercise })} />
        {(parent?.depth ?? 0) > 1 ? (
          <CheckboxField label={t('sheet.may-pass-on', { depth: (parent?.depth ?? 1) - 1 })} checked={line.passOn !== null}
            onChange={(on) => onChange({ ...line, passOn: on ? { depth: (parent?.depth ?? 2) - 1, ownEntityOnly: true, endRequired: false, lowestGrade: null } : null })} />
        ) : null}
      </FieldRow>
      <div role="status">
        {checks && checks.problems.length > 0 ? <ul className="reasons">{checks.problems.map((problem, index) => <li key={index}>{reasonSentence(problem, names, speech)}</li>)}</ul> : null}
        {checks && checks.problems.length === 0 ? <p className="quiet">{t('sheet.comes-to', { who: checks.persons.map((each) => name(each.name, each.names)).join(' · '), count: checks.persons.length, acceptance: checks.acceptance === 'after' ? 'after' : 'before', standing: checks.standing.length })}</p> : null}
      </div>
      <Steps>
        <Button onClick={onCopy}>{t('sheet.copy', { number })}</Button>
        <Button onClick={onAnother}>{t('sheet.another', { number })}</Button>
        <Button onClick={onNext}>{t('sheet.next', { number })}</Button>
        <Button onClick={onRemove}>{t('sheet.remove', { number })}</Button>
      </Steps>
    </section>
  )
}

function Standing({ checks, parent }: { readonly checks: SheetLineProps['checks']; readonly parent: string }) {
  const { t } = useLanguage()
  if (parent === '') return <State tone="none">{t('sheet.state-empty')}</State>
  if (!checks) return <State tone="wait">{t('sheet.state-checking')}</State>
  return checks.problems.length === 0 ? <State tone="yes">{t('sheet.state-ready')}</State> : <State tone="no">{t('sheet.state-wrong', { count: checks.problems.length })}</State>
}

type Part = Pick<SheetLineProps, 'line' | 'onChange'>

/** People and posts in one field: what is chosen says which it is. */
function Recipient({ line, onChange }: Part) {
  const { t } = useLanguage()
  const detailOf = useDetail()
  const [shown, setShown] = useState<Found | null>(null)
  const [seat, setSeat] = useState<string | null>(null)
  const find = useCallback(async (words: string, signal: AbortSignal): Promise<readonly (Found & { readonly seat: string | null })[]> =>
    (await searchFor(words, ['person', 'post'], 8, signal)).map((item) => ({
      id: `${item.kind}:${item.id}`, name: item.name, names: item.names, detail: detailOf(item) || item.id,
      seat: item.kind === 'person' ? ((item.detail as { readonly id?: string } | null)?.id ?? null) : null,
    })), [detailOf])
  const { kind, person, post } = line.recipient
  const id = kind === 'post' ? (post === null ? null : `post:${post}`) : person === null ? null : `person:${person}`
  const value = id === null ? null : shown?.id === id ? shown : { id, name: id.slice(id.indexOf(':') + 1) }
  const choose = (found: Found | null): void => {
    setShown(found)
    setSeat((found as { readonly seat?: string | null } | null)?.seat ?? null)
    const [of, ...rest] = found?.id.split(':') ?? ['post']
    const chosen = found ? rest.join(':') : null
    onChange({ ...line, recipient: of === 'person' ? { kind: 'person', person: chosen, post: null } : { kind: 'post', person: null, post: chosen } })
  }
  return (
    <>
      <Combobox label={t('sheet.recipient')} hint={t('sheet.recipient-hint')} value={value} onChoose={choose} find={find} />
      {kind !== 'post' && (seat !== null || post !== null) ? (
        <CheckboxField label={t('sheet.only-in-post')} checked={kind === 'person-in-post'}
          onChange={(only) => onChange({ ...line, recipient: only ? { kind: 'person-in-post', person, post: seat ?? post } : { kind: 'person', person, post: null } })} />
      ) : null}
    </>
  )
}

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'KES', 'XOF']

function LimitFields({ line, parent, onChange }: Part & { readonly parent: Holding['delegation'] | undefined }) {
  const speech = useLanguage()
  const { t } = speech
  const limit = simpleLimit(line)
  const [typed, setTyped] = useState(limit.upTo)
  useEffect(() => setTyped(limit.upTo), [line.parent, limit.upTo])
  if (!isSimple(line)) return <p>{limitSentence(line.limits, speech)}</p>
  const known = [...new Set([limit.currency, ...(parent?.limits.flatMap(({ amount }) => (amount ? [amount.currency] : [])) ?? []), ...currencies])]
  const wrong = typed.trim() !== '' && amountText(typed) === null
  const banded = parent === undefined || parent.limits.length === 0 || parent.limits.some(({ amount }) => amount !== undefined)
  const graded = parent?.limits.some(({ grade }) => grade !== undefined) === true || limit.grade !== ''
  return (
    <>
      {banded ? (
        <>
          <SelectField label={t('sheet.currency')} value={limit.currency} onChange={(currency) => onChange(withLimit(line, { ...limit, currency }))} choices={known.map((value) => ({ value, label: value }))} />
          <TextField label={t('sheet.up-to')} value={typed} error={wrong ? { message: t('sheet.amount-wrong') } : undefined}
            onChange={(text) => {
              setTyped(text)
              const value = text.trim() === '' ? '' : amountText(text)
              if (value !== null) onChange(withLimit(line, { ...limit, upTo: value }))
            }} />
        </>
      ) : null}
      {graded ? <TextField label={t('sheet.grade')} value={limit.grade} onChange={(grade) => onChange(withLimit(line, { ...limit, grade }))} /> : null}
    </>
  )
}

/** Narrower than what the parent covers, where wished. */
function Where({ line, onChange }: Part) {
  const { t } = useLanguage()
  const find = useFinder('entity')
  const [shown, setShown] = useState<Found | null>(null)
  const id = line.entities[0]
  const value = id === undefined ? null : shown?.id === id ? shown : { id, name: id }
  return (
    <Combobox label={t('sheet.where')} hint={t('sheet.where-hint')} value={value} find={find} onChoose={(found) => {
      setShown(found)
      onChange({ ...line, entities: found ? [found.id] : [] })
    }} />
  )
}
