/** One line of a sheet: what authority, to whom, up to what, until when; what stands against it beside the field it is about. */
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'

import { useFinder } from '../../../web/app/finder.ts'
import {
  CheckboxField,
  Combobox,
  DateField,
  State,
  TextField,
  useLanguage,
  type FieldError,
  type Found,
} from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import { reasonSentence, type KnownNames } from '../sentences.ts'
import type { DelegationSummary, DraftLine } from '../shapes.ts'
import { CeilingFields } from './sheet-ceiling.tsx'
import { EmergencyFields } from './sheet-emergency.tsx'
import { isUnfinished, namesRecipient, placeOf, withAuthority, type Part } from './sheet-lines.ts'
import { Recipient } from './sheet-recipient.tsx'
import type { Checks } from './use-checks.ts'
import { useNamed } from './use-named.ts'

export type LineStep = 'copy' | 'another' | 'next' | 'remove' | 'up' | 'down'

interface SheetLineProps {
  readonly line: DraftLine
  readonly number: number
  /** What may be passed on. */
  readonly held: readonly DelegationSummary[]
  readonly dimensions: readonly string[]
  readonly grades: readonly string[]
  readonly focused: boolean
  readonly checks: Checks['lines'][number] | undefined
  readonly names: KnownNames
  readonly onChange: (line: DraftLine) => void
  readonly onStep: (step: LineStep) => void
}

/** Keys work anywhere in the line. */
function stepOf(event: KeyboardEvent): LineStep | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return 'copy'
  if (!event.altKey) return null
  switch (event.code) {
    case 'KeyA':
      return 'another'
    case 'KeyN':
      return 'next'
    case 'Delete':
      return 'remove'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    default:
      return null
  }
}

const steps: readonly LineStep[] = ['copy', 'another', 'next', 'remove']

export function SheetLine(props: SheetLineProps) {
  const { line, number, held, dimensions, grades, focused, checks, names, onChange, onStep } = props
  const speech = useLanguage()
  const { t } = speech
  const place = useRef<HTMLDivElement>(null)
  const parent = held.find(({ id }) => id === line.parent) ?? null
  const unfinished = isUnfinished(line)
  useEffect(() => {
    if (!focused) return
    const fields = place.current?.querySelectorAll<HTMLInputElement>('[role="combobox"]')
    const field = fields?.[line.parent === '' ? 0 : 1]
    field?.focus()
    field?.select()
  }, [focused])
  const problems = unfinished ? [] : (checks?.problems ?? [])
  const errorAt = (part: Part): FieldError | undefined => {
    const found = problems.find((problem) => placeOf(problem) === part)
    return found && { message: reasonSentence(found, names, speech) }
  }
  return (
    <div
      ref={place}
      role="group"
      className="sheet-line"
      aria-label={t('sheet.line', { number })}
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step === null) return
        event.preventDefault()
        event.stopPropagation()
        onStep(step)
      }}
    >
      <span className="line-number" aria-hidden="true">
        {speech.number(number)}
      </span>
      <Authority line={line} held={held} onChange={onChange} error={errorAt('authority')} />
      <div>
        <Recipient line={line} onChange={onChange} error={errorAt('recipient')} />
      </div>
      <div>
        <CeilingFields
          line={line}
          parent={parent}
          dimensions={dimensions}
          grades={grades}
          onChange={onChange}
          amountError={errorAt('amount')}
          gradeError={errorAt('grade')}
        />
      </div>
      <DateField
        label={t('sheet.until')}
        hint={t('sheet.until-hint')}
        value={line.until ?? ''}
        onChange={(until) => onChange({ ...line, until: until === '' ? null : until })}
        error={errorAt('until')}
      />
      <div className="line-under">
        <div className="line-says" role="status">
          <Standing checks={checks} line={line} problems={problems.length} />
          {unfinished ? null : <ComesTo checks={checks} line={line} />}
        </div>
        <Uses line={line} parent={parent} onChange={onChange} />
        <More line={line} onChange={onChange} error={errorAt('more')} />
        <div className="line-steps">
          {steps.map((step) => (
            <button key={step} type="button" className="link" onClick={() => onStep(step)}>
              {t(`sheet.${step}`)}
            </button>
          ))}
        </div>
      </div>
    </div>
  )
}

type PartProps = Pick<SheetLineProps, 'line' | 'onChange'> & { readonly error?: FieldError | undefined }

/** What is held, found by its matter in any language or by its number. */
function Authority({ line, held, onChange, error }: PartProps & { readonly held: readonly DelegationSummary[] }) {
  const speech = useLanguage()
  const { t, name } = speech
  const asFound = useCallback(
    (delegation: DelegationSummary): Found => ({
      id: delegation.id,
      name: delegation.matter.name,
      names: delegation.matter.names,
      detail: `${limitSentence(delegation.limits, speech)} · ${delegation.id}`,
    }),
    [speech],
  )
  const find = useCallback(
    async (words: string): Promise<readonly Found[]> => {
      const wanted = words.toLocaleLowerCase(speech.locale)
      return held
        .filter(({ id, matter }) =>
          [id, matter.id, matter.name, ...Object.values(matter.names)].some((each) =>
            each.toLocaleLowerCase(speech.locale).includes(wanted),
          ),
        )
        .map(asFound)
    },
    [held, speech, asFound],
  )
  const parent = held.find(({ id }) => id === line.parent)
  const value = line.parent === '' ? null : parent ? asFound(parent) : { id: line.parent, name: line.parent }
  return (
    <div>
      <Combobox
        label={t('sheet.authority')}
        hint={t('sheet.authority-hint')}
        value={value}
        find={find}
        error={error}
        onChoose={(found) => onChange(withAuthority(line, found?.id ?? '', held.find(({ id }) => id === found?.id)?.limits ?? []))}
      />
      {parent ? (
        <small className="line-held">
          {t('sheet.you-hold', {
            limit: limitSentence(parent.limits, speech),
            where: parent.entities.map((entity) => name(entity.name, entity.names)).join(' · '),
          })}
        </small>
      ) : null}
    </div>
  )
}

function Standing({
  checks,
  line,
  problems,
}: {
  readonly checks: SheetLineProps['checks']
  readonly line: DraftLine
  readonly problems: number
}) {
  const { t } = useLanguage()
  if (line.parent === '') return <State tone="none">{t('sheet.state-empty')}</State>
  if (!namesRecipient(line)) return <State tone="none">{t('sheet.state-nobody')}</State>
  if (!checks) return <State tone="wait">{t('sheet.state-checking')}</State>
  return problems === 0 ? (
    <State tone="yes">{t('sheet.state-ready')}</State>
  ) : (
    <State tone="no">{t('sheet.state-wrong', { count: problems })}</State>
  )
}

/** What the line would come to, once nothing stands against it. */
function ComesTo({ checks, line }: { readonly checks: SheetLineProps['checks']; readonly line: DraftLine }) {
  const speech = useLanguage()
  const { t, name } = speech
  if (!checks || checks.problems.length > 0) return null
  const who = checks.persons.map((each) => name(each.name, each.names)).join(' · ')
  return (
    <span className="quiet">
      {t('sheet.comes-to', {
        limit: limitSentence(line.limits, speech),
        who,
        count: checks.persons.length,
        acceptance: checks.acceptance === 'after' ? 'after' : 'before',
        standing: checks.standing.length,
      })}
    </span>
  )
}

function Uses({ line, parent, onChange }: PartProps & { readonly parent: DelegationSummary | null }) {
  const { t } = useLanguage()
  const depth = (parent?.depth ?? 0) - 1
  return (
    <>
      <CheckboxField
        label={t('sheet.may-decide')}
        checked={line.mayExercise}
        onChange={(mayExercise) => onChange({ ...line, mayExercise })}
      />
      {depth > 0 || line.passOn ? (
        <CheckboxField
          label={t('sheet.may-pass-on', { depth: line.passOn?.depth ?? depth })}
          checked={line.passOn !== null}
          onChange={(on) =>
            onChange({ ...line, passOn: on ? { depth, ownEntityOnly: true, endRequired: false, lowestGrade: null } : null })
          }
        />
      ) : null}
    </>
  )
}

/** What few lines need: a place, a first day, conditions. */
function More({ line, onChange, error }: PartProps) {
  const { t } = useLanguage()
  const find = useFinder('entity')
  const where = useNamed('entity', line.entities[0])
  const used = line.entities.length > 0 || line.from !== null || line.conditions !== null || line.emergency !== null || error !== undefined
  return (
    <details className="line-more" open={used || undefined}>
      <summary>{t('sheet.more')}</summary>
      <div className="field-row">
        <Combobox
          label={t('sheet.where')}
          hint={t('sheet.where-hint')}
          value={where}
          find={find}
          onChoose={(found) => onChange({ ...line, entities: found ? [found.id] : [] })}
          error={error}
        />
        <DateField
          label={t('sheet.from')}
          hint={t('sheet.from-hint')}
          value={line.from ?? ''}
          onChange={(from) => onChange({ ...line, from: from === '' ? null : from })}
        />
        <TextField
          label={t('sheet.conditions')}
          value={line.conditions ?? ''}
          maxLength={1000}
          onChange={(conditions) => onChange({ ...line, conditions: conditions === '' ? null : conditions })}
        />
        <EmergencyFields line={line} onChange={onChange} />
      </div>
    </details>
  )
}
