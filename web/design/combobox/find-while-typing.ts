import { useEffect, useState } from 'react'

export type Find<Found> = (words: string, signal: AbortSignal) => Promise<readonly Found[]>

export interface Finding<Found> {
  readonly found: readonly Found[]
  /** The words `found` answers; null before the first answer. */
  readonly words: string | null
  readonly state: 'idle' | 'busy' | 'found' | 'failed'
}

const pause = 150

/** Asks while one types, after a short pause; an older answer never overtakes a newer question. */
export function useFinding<Found>(words: string, open: boolean, find: Find<Found>): Finding<Found> {
  const [finding, setFinding] = useState<Finding<Found>>({ found: [], words: null, state: 'idle' })
  const wanted = words.trim()

  useEffect(() => {
    if (!open || wanted === '') {
      setFinding({ found: [], words: null, state: 'idle' })
      return
    }
    const asking = new AbortController()
    setFinding((before) => ({ ...before, state: 'busy' }))
    const timer = setTimeout(() => {
      find(wanted, asking.signal).then(
        (found) => setFinding({ found, words: wanted, state: 'found' }),
        () => {
          if (!asking.signal.aborted) setFinding({ found: [], words: wanted, state: 'failed' })
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [wanted, open, find])

  return finding
}
