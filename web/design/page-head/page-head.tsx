import type { ReactNode } from 'react'

interface PageHeadProps {
  readonly title: string
  /** What kind of page or record: "Delegation 2025/0312 · Procurement". */
  readonly kicker?: ReactNode
  /** State, owner, a filter sentence. */
  readonly children?: ReactNode
  readonly steps?: ReactNode
}

/** The top of every page. Its h1 receives the focus on arrival and names the window. */
export function PageHead({ title, kicker, children, steps }: PageHeadProps) {
  return (
    <header className="page-head">
      <title>{`${title} · Mandate`}</title>
      {kicker ? <div className="kicker">{kicker}</div> : null}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
      {steps ? <div className="steps">{steps}</div> : null}
    </header>
  )
}

/** Two columns where there is room: what one reads, and what stands beside it. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="columns">{children}</div>
}

export function Section({ title, children, aside }: { readonly title: string; readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <section className="section">
      <div className="section-head"><h2>{title}</h2>{aside}</div>
      {children}
    </section>
  )
}
