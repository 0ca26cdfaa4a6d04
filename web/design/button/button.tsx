import { useId, type ReactNode } from 'react'

import { useLanguage } from '../language/language.tsx'

type Kind = 'plain' | 'main' | 'warn'

interface ButtonProps {
  readonly children: ReactNode
  /** One `main` on a page; `warn` for what cannot be undone. */
  readonly kind?: Kind
  readonly type?: 'button' | 'submit'
  readonly onClick?: () => void
  /** Being done: stays in place, takes no second press. */
  readonly busy?: boolean
  /** Closed to this person now, and why; the reason stands beside it. */
  readonly closedBecause?: ReactNode
}

const classes: Readonly<Record<Kind, string>> = { plain: 'button', main: 'button main', warn: 'button warn' }

/** A closed button still takes the focus, so that its reason can be read from the keyboard. */
export function Button({ children, kind = 'plain', type = 'button', onClick, busy = false, closedBecause }: ButtonProps) {
  const reason = useId()
  const { t } = useLanguage()
  const closed = closedBecause !== undefined && closedBecause !== null && closedBecause !== false
  const still = closed || busy
  const button = (
    <button
      type={still ? 'button' : type}
      className={classes[kind]}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      aria-describedby={closed ? reason : undefined}
      onClick={still ? undefined : onClick}
    >
      {children}
      {busy ? <span className="spoken">{t('design.busy')}</span> : null}
    </button>
  )
  if (!closed) return button
  return (
    <span className="closed">
      {button}
      <small id={reason}>{closedBecause}</small>
    </span>
  )
}

/** A link that looks like a step: it leads somewhere, and changes nothing by itself. */
export function ButtonLink({
  href,
  kind = 'plain',
  children,
  download,
}: {
  readonly href: string
  readonly kind?: Kind
  readonly children: ReactNode
  readonly download?: boolean
}) {
  return (
    <a className={classes[kind]} href={href} download={download}>
      {children}
    </a>
  )
}

/** The steps open on a page, in one row. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return <div className="steps">{children}</div>
}
