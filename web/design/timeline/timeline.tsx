import type { ReactNode } from 'react'

import { Day } from '../values/values.tsx'

export interface Happening {
  readonly key: string
  readonly at: string | number
  readonly what: ReactNode
  readonly detail?: ReactNode
}

/** What happened, and when. */
export function Timeline({ label, items }: { readonly label: string; readonly items: readonly Happening[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, at, what, detail }) => (
        <li key={key}><Day value={at} /><div>{what}{detail ? <small>{detail}</small> : null}</div></li>
      ))}
    </ol>
  )
}
