/** Undo and redo of a draft: every step is a whole body, so that going back is exact. */
import { useRef, useState } from 'react'

import type { DraftBody } from '../../shapes.ts'

/** A long session keeps this many steps. */
const most = 100

export interface History {
  readonly step: (next: DraftBody) => void
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}

export function useHistory(body: DraftBody, change: (body: DraftBody) => void): History {
  const past = useRef<DraftBody[]>([])
  const future = useRef<DraftBody[]>([])
  const [, show] = useState(0)
  const move = (from: { current: DraftBody[] }, to: { current: DraftBody[] }): void => {
    const next = from.current.pop()
    if (!next) return
    to.current.push(body)
    change(next)
    show((count) => count + 1)
  }
  return {
    step: (next) => {
      if (next === body) return
      past.current = [...past.current.slice(1 - most), body]
      future.current = []
      change(next)
    },
    undo: past.current.length > 0 ? () => move(past, future) : null,
    redo: future.current.length > 0 ? () => move(future, past) : null,
  }
}
