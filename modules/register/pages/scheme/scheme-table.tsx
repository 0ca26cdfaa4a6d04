/** The lines of a scheme as a table: chosen by Space, edited in place by Enter; one stop for Tab, arrows between lines. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

import { State, useLanguage, type Tone } from '../../../../web/design/index.ts'
import { reasonSentence } from '../../sentences.ts'
import type { Checks } from '../use-checks.ts'
import { useHolderWords } from '../words.tsx'
import { canBeEdited, type Mark, type Row } from './scheme-rows.ts'
import { termsWords, type Terms } from './terms.ts'

export interface TableSteps {
  readonly onChoose: (key: string, on: boolean) => void
  readonly onChooseAll: () => void
  readonly onEdit: (key: string | null) => void
  readonly onWithdraw: (key: string) => void
  readonly onAsToday: (key: string) => void
  readonly onUndo: (() => void) | null
  readonly onRedo: (() => void) | null
}

interface SchemeTableProps extends TableSteps {
  readonly rows: readonly Row[]
  readonly chosen: ReadonlySet<string>
  readonly checks: Checks | undefined
  readonly editing: string | null
  /** The line that receives the keys. */
  readonly at: string | null
  readonly onAt: (key: string) => void
  readonly editor: (row: Row) => ReactNode
}

const tones: Readonly<Record<Mark, Tone>> = { kept: 'none', edited: 'wait', added: 'yes', withdrawn: 'no' }

export function SchemeTable(props: SchemeTableProps) {
  const { rows, chosen, checks, editing, onAt, editor, onChoose, onChooseAll, onEdit, onWithdraw, onAsToday, onUndo, onRedo } = props
  const { t } = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const at = rows.some(({ key }) => key === props.at) ? props.at : (rows[0]?.key ?? null)
  const boxAt = (key: string): HTMLInputElement | null | undefined => table.current?.querySelector<HTMLInputElement>(`input[data-row="${CSS.escape(key)}"]`)
  const wasEditing = useRef<string | null>(null)
  useEffect(() => {
    if (editing === null && wasEditing.current !== null) boxAt(wasEditing.current)?.focus()
    wasEditing.current = editing
  }, [editing])
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    const inForm = (event.target as HTMLElement).closest('.editing') !== null
    if (inForm) {
      if (event.key === 'Escape') onEdit(null)
      return
    }
    const index = rows.findIndex(({ key }) => key === at)
    const go = (next: number): void => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, next))]
      if (row) boxAt(row.key)?.focus()
    }
    const held = event.ctrlKey || event.metaKey
    const onBox = event.target instanceof HTMLInputElement
    if (held && event.key.toLowerCase() === 'z') (event.shiftKey ? onRedo : onUndo)?.()
    else if (held && event.key.toLowerCase() === 'a') onChooseAll()
    else if (event.key === 'ArrowDown') go(index + 1)
    else if (event.key === 'ArrowUp') go(index - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(rows.length - 1)
    else if (onBox && event.key === 'Enter' && at !== null) onEdit(at)
    else if (event.key === 'Delete' && at !== null) onWithdraw(at)
    else return
    event.preventDefault()
  }
  return (
    <div className="table-place">
      <table className="scheme-rows" ref={table} onKeyDown={onKey}>
        <caption className="spoken">{t('scheme.lines', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col"><span className="spoken">{t('scheme.choose')}</span></th>
            <th scope="col">{t('scheme.holder')}</th>
            <th scope="col">{t('scheme.matter')}</th>
            <th scope="col">{t('scheme.gives')}</th>
            <th scope="col">{t('scheme.state')}</th>
            <th scope="col"><span className="spoken">{t('scheme.steps')}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SchemeRow
              key={row.key}
              row={row}
              checks={checks}
              chosen={chosen.has(row.key)}
              current={row.key === at}
              editing={row.key === editing}
              onFocus={() => onAt(row.key)}
              onChoose={(on) => onChoose(row.key, on)}
              onEdit={() => onEdit(row.key === editing ? null : row.key)}
              onWithdraw={() => onWithdraw(row.key)}
              onAsToday={() => onAsToday(row.key)}
              editor={editor}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SchemeRowProps {
  readonly row: Row
  readonly checks: Checks | undefined
  readonly chosen: boolean
  readonly current: boolean
  readonly editing: boolean
  readonly onFocus: () => void
  readonly onChoose: (on: boolean) => void
  readonly onEdit: () => void
  readonly onWithdraw: () => void
  readonly onAsToday: () => void
  readonly editor: (row: Row) => ReactNode
}

function SchemeRow({ row, checks, chosen, current, editing, onFocus, onChoose, onEdit, onWithdraw, onAsToday, editor }: SchemeRowProps) {
  const speech = useLanguage()
  const { t, name } = speech
  const holderWords = useHolderWords()
  const { today, line, mark } = row
  const check = line ? checks?.lines.find(({ key }) => key === line.key) : undefined
  const holder = holderWords(check?.holder ?? today?.holder ?? null) || t('scheme.nobody-yet')
  const matter = check?.parent?.matter ?? today?.matter
  const matterName = matter ? name(matter.name, matter.names) : t('scheme.no-matter-yet')
  const names = (places: readonly { readonly name: string; readonly names: Parameters<typeof name>[1] }[]) => places.map((each) => name(each.name, each.names))
  const before: Terms | null = today && { ...today, places: names(today.entities) }
  const placesAfter = line && before && JSON.stringify(line.entities) === JSON.stringify(today?.entities.map(({ id }) => id)) ? before.places : []
  const after: Terms | null = line && { ...line, places: placesAfter, depth: line.passOn?.depth ?? 0 }
  const focusable = current ? 0 : -1
  const label = t('scheme.row', { holder, matter: matterName })
  return (
    <>
      <tr onFocus={onFocus}>
        <td>
          <input type="checkbox" data-row={row.key} tabIndex={focusable} checked={chosen} aria-label={label} onChange={(event) => onChoose(event.target.checked)} />
        </td>
        <th scope="row">{holder}</th>
        <td>{matterName}</td>
        <td>
          {before && mark !== 'kept' ? <del>{termsWords(before, speech)}</del> : null}
          {after ? <ins>{termsWords(after, speech)}</ins> : null}
          {mark === 'kept' && before ? termsWords(before, speech) : null}
        </td>
        <td>
          <State tone={tones[mark]}>{t(`scheme.mark-${check && mark === 'edited' ? check.change : mark}`)}</State>
          {check && check.problems.length > 0 ? (
            <ul className="reasons">
              {check.problems.map((problem, index) => <li key={index}>{reasonSentence(problem, checks?.names ?? {}, speech)}</li>)}
            </ul>
          ) : null}
        </td>
        <td>
          <span className="row-links">
            {mark !== 'withdrawn' && (line || (today && canBeEdited(today))) ? (
              <button type="button" className="link" tabIndex={focusable} aria-expanded={editing} aria-label={t('scheme.edit-row', { row: label })} onClick={onEdit}>
                {t(editing ? 'scheme.done' : 'scheme.edit')}
              </button>
            ) : null}
            {mark === 'withdrawn' ? null : (
              <button type="button" className="link" tabIndex={focusable} aria-label={t('scheme.withdraw-row', { row: label })} onClick={onWithdraw}>{t(mark === 'added' ? 'scheme.drop' : 'scheme.withdraw')}</button>
            )}
            {mark === 'edited' || mark === 'withdrawn' ? (
              <button type="button" className="link" tabIndex={focusable} aria-label={t('scheme.as-today-row', { row: label })} onClick={onAsToday}>{t('scheme.as-today')}</button>
            ) : null}
          </span>
        </td>
      </tr>
      {editing ? <tr className="editing"><td colSpan={6}>{editor(row)}</td></tr> : null}
    </>
  )
}
