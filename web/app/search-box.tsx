import { useCallback, useId, useState, type KeyboardEvent, type Ref } from 'react'

import { useFinding } from '../design/combobox/find-while-typing.ts'
import { useLanguage } from '../design/language/language.tsx'
import { moveBy } from '../design/listbox/move.ts'
import { useAddress } from './address.ts'
import { searchFor, useDetail } from './finder.ts'
import { hasPage, hrefOf, pagedKinds } from './places.ts'
import { doors } from './rooms.ts'

interface Result {
  readonly key: string
  readonly href: string
  readonly kind: string
  readonly name: string
  readonly detail: string
}

const everyRoom = doors.flatMap(({ door, href, rooms }) => [
  ...(rooms.length > 0 ? [] : [{ key: `door.${door}`, href }]),
  ...rooms.map((room) => ({ key: `room.${room.name}`, href: room.href })),
])

/** Names that begin with the words stand before those that hold them, and those before records found by another name or code. */
const nearness = (name: string, wanted: string): number => {
  const at = name.toLocaleLowerCase().indexOf(wanted)
  return at === 0 ? 0 : at > 0 ? 1 : 2
}

/** One search for records and rooms. */
export function SearchBox({ input }: { readonly input: Ref<HTMLInputElement> }) {
  const { t, name } = useLanguage()
  const { go } = useAddress()
  const detailOf = useDetail()
  const id = useId()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)

  const find = useCallback((wanted: string, signal: AbortSignal) => searchFor(wanted, pagedKinds, 4, signal), [])
  const { found, state } = useFinding(words, open, find)
  const wanted = words.trim().toLocaleLowerCase()
  const shown = open && wanted !== ''
  const results: readonly Result[] = !shown
    ? []
    : [
        ...everyRoom
          .filter(({ key }) => t(key).toLocaleLowerCase().includes(wanted))
          .map(({ key, href }) => ({ key, href, kind: t('search.kind-room'), name: t(key), detail: '' })),
        ...found
          .flatMap((item) => (hasPage(item.kind) ? [{ item, href: hrefOf(item.kind, item.id) }] : []))
          .map(({ item, href }) => ({
            key: `${item.kind} ${item.id}`,
            href,
            kind: t(`search.kind-${item.kind}`),
            name: name(item.name, item.names),
            detail: detailOf(item),
          }))
          .sort((a, b) => nearness(a.name, wanted) - nearness(b.name, wanted)),
      ]
  const optionId = (index: number): string => `${id}-${index}`
  const follow = (result: Result | undefined): void => {
    if (!result) return
    setOpen(false)
    setWords('')
    go(result.href)
  }
  const onKey = (event: KeyboardEvent): void => {
    const next = event.key === 'Home' || event.key === 'End' ? null : moveBy(event.key, at, results.length)
    if (next !== null) setAt(next)
    else if (event.key === 'Enter') follow(results[at])
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }

  return (
    <search className="find">
      <input
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        dir={words === '' ? undefined : 'auto'}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-keyshortcuts="Control+K"
        aria-expanded={results.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={results.length > 0 ? optionId(at) : undefined}
        value={words}
        onKeyDown={onKey}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value)
          setOpen(true)
          setAt(0)
        }}
      />
      <kbd aria-hidden="true">{t('search.keys')}</kbd>
      <ul id={`${id}-list`} className="options results" role="listbox" aria-label={t('search.label')} hidden={results.length === 0}>
        {results.map((result, index) => (
          <li
            key={result.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            data-at={index === at || undefined}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(index)}
            onClick={() => follow(result)}
          >
            <span className="result-kind">{result.kind}</span>
            <span>
              <bdi>{result.name}</bdi>
              {result.detail ? (
                <small>
                  <bdi>{result.detail}</bdi>
                </small>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <span
        className={shown && results.length === 0 && (state === 'found' || state === 'failed') ? 'options none' : 'spoken'}
        role="status"
      >
        {!shown || state === 'busy' || state === 'idle'
          ? ''
          : state === 'failed'
            ? t('design.find-failed')
            : t('design.found', { count: results.length })}
      </span>
    </search>
  )
}
