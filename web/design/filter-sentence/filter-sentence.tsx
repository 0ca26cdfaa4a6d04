import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { findByLetters, moveBy } from '../listbox/move.ts'

/** Filters read as a sentence: "Delegations in force today in peace operations held by anyone." */
export function FilterSentence({ children }: { readonly children: ReactNode }) {
  return <p className="sentence">{children}</p>
}

interface FilterChoiceProps {
  /** What is chosen here, for those who do not see the sentence: "State". */
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
}

/** One word of the sentence that can be changed: a button that opens a short list. */
export function FilterChoice({ label, value, options, onChoose }: FilterChoiceProps) {
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const id = useId()
  const place = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const current = options.findIndex((option) => option.value === value)
  const optionId = (index: number): string => `${id}-${index}`

  useEffect(() => {
    if (!open) return
    list.current?.focus()
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [open, at])

  const show = (): void => {
    setAt(Math.max(0, current))
    setOpen(true)
  }
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const choose = (index: number): void => {
    const option = options[index]
    close()
    if (option && option.value !== value) onChoose(option.value)
  }
  const onListKey = (event: KeyboardEvent): void => {
    const next =
      event.key.length === 1 && event.key !== ' '
        ? findByLetters(
            event.key,
            at,
            options.map((option) => option.label),
          )
        : moveBy(event.key, at, options.length)
    if (next !== null) setAt(next)
    else if (event.key === 'Enter' || event.key === ' ') choose(at)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="filter-choice" ref={place}>
      <button
        ref={button}
        type="button"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${label}: ${options[current]?.label ?? ''}`}
        onClick={() => (open ? close() : show())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          show()
        }}
      >
        {options[current]?.label ?? '…'}
      </button>
      {open ? (
        <ul
          ref={list}
          className="options"
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          aria-activedescendant={optionId(at)}
          onKeyDown={onListKey}
        >
          {options.map((option, index) => (
            <li
              key={option.value}
              id={optionId(index)}
              role="option"
              aria-selected={option.value === value}
              data-at={index === at || undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(index)}
            >
              {option.label}
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  )
}
