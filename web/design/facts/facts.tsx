import type { ReactNode } from 'react'

export interface FactLine {
  readonly term: string
  readonly value: ReactNode
}

/** Terms and what they are, in two columns. */
export function Facts({ items }: { readonly items: readonly FactLine[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value }) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}
