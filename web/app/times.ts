/** The two times a page is read at, kept in its address: `on` (as it stood) and `known` (as the register knew it). */
import { useAddress } from './address.ts'

export interface AskedTimes {
  /** A day, "2025-06-01"; absent = now. */
  readonly on?: string
  /** A day, or a ledger number; absent = now. */
  readonly known?: string
}

export interface TimesInAddress {
  /** For queries: `query: { ...times.asked }`. */
  readonly asked: AskedTimes
  /** False when either time is not now: then nothing may be changed on the page. */
  readonly now: boolean
  readonly set: (asked: AskedTimes) => void
}

export function useTimes(): TimesInAddress {
  const { search, setSearch } = useAddress()
  const { on, known } = search
  const asked = { ...(on ? { on } : {}), ...(known ? { known } : {}) }
  return { asked, now: !on && !known, set: (next) => setSearch({ on: next.on, known: next.known }, 'push') }
}
