import { useEffect, useId, useRef, type ReactNode } from 'react'

import { useLanguage } from '../language/language.tsx'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The steps at its foot; closing is always one of them. */
  readonly steps?: ReactNode
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, children, steps }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const { t } = useLanguage()

  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    if (open) element.showModal()
    else element.close()
  }, [open])

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="steps">
        {steps}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>{t('design.close')}</button>
      </div>
    </dialog>
  )
}
