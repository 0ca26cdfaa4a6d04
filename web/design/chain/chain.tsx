import type { ReactNode } from 'react'

export interface ChainLink {
  readonly key: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** Where the chain is broken, if it is. */
  readonly broken?: boolean
}

/** Where an authority comes from: instruments from the legal basis down to the holder. */
export function Chain({ label, links }: { readonly label: string; readonly links: readonly ChainLink[] }) {
  return (
    <ol className="chain" aria-label={label}>
      {links.map(({ key, title, detail, broken }) => (
        <li key={key} className={broken ? 'broken' : undefined}>
          <div>{title}</div>
          {detail ? <small>{detail}</small> : null}
        </li>
      ))}
    </ol>
  )
}
