import type { ReactNode } from 'react'

/** An empty place says what will be here and offers the first step. */
export function Empty({ title, children, step }: { readonly title: string; readonly children?: ReactNode; readonly step?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <p>{children}</p> : null}
      {step ? <div className="steps">{step}</div> : null}
    </div>
  )
}
