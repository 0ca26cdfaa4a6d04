import { useId, useState, type KeyboardEvent } from 'react'

import { Field, type FieldProps } from '../field/field.tsx'
import { useLanguage, type Names } from '../language/language.tsx'
import { moveBy } from '../listbox/move.ts'
import { useFinding, type Find } from './find-while-typing.ts'

export interface Found {
  readonly id: string
  readonly name: string
  readonly names?: Names | undefined
  /** What tells it from its namesakes: a person's post, a post's entity. */
  readonly detail?: string | undefined
}

interface ComboboxProps extends FieldProps {
  readonly value: Found | null
  readonly onChoose: (found: Found | null) => void
  /** Keep it the same between renders (useCallback): a new one asks again. */
  readonly find: Find<Found>
}

/** A field that finds a record while one types. Text that chooses nothing is kept, and chosen is only what was picked. */
export function Combobox({ value, onChoose, find, ...field }: ComboboxProps) {
  const { t, name } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const words = typed ?? (value ? name(value.name, value.names) : '')
  const { found, state } = useFinding(typed ?? '', open && typed !== null, find)
  const shown = open && typed !== null && typed.trim() !== ''
  const optionId = (index: number): string => `${id}-${index}`

  const choose = (choice: Found | undefined): void => {
    if (!choice) return
    setTyped(null)
    setOpen(false)
    onChoose(choice)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const next = event.key === 'Home' || event.key === 'End' ? null : moveBy(event.key, at, found.length)
    if (next !== null) {
      setOpen(true)
      setAt(next)
    } else if (event.key === 'Enter' && shown && found.length > 0) choose(found[Math.max(at, 0)])
    else if (event.key === 'Escape' && shown) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field {...field}>
      {(control) => (
        <span className="combobox">
          <input
            {...control}
            type="text"
            role="combobox"
            autoComplete="off"
            dir="auto"
            value={words}
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
            onChange={(event) => {
              setTyped(event.target.value)
              setOpen(true)
              setAt(-1)
              if (value) onChoose(null)
            }}
            onBlur={() => setOpen(false)}
            onKeyDown={onKey}
          />
          <ul id={`${id}-list`} className="options" role="listbox" aria-label={field.label} hidden={!shown || found.length === 0}>
            {found.map((choice, index) => (
              <li
                key={choice.id}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                data-at={index === at || undefined}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setAt(index)}
                onClick={() => choose(choice)}
              >
                <bdi>{name(choice.name, choice.names)}</bdi>
                {choice.detail ? (
                  <small>
                    <bdi>{choice.detail}</bdi>
                  </small>
                ) : null}
              </li>
            ))}
          </ul>
          <span className={shown && found.length === 0 && state !== 'busy' ? 'options none' : 'spoken'} role="status">
            {!shown || state === 'busy' || state === 'idle'
              ? ''
              : state === 'failed'
                ? t('design.find-failed')
                : t('design.found', { count: found.length })}
          </span>
        </span>
      )}
    </Field>
  )
}
