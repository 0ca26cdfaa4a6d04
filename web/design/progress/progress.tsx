import type { ReactNode } from 'react'

import { Button } from '../button/button.tsx'
import { useLanguage } from '../language/language.tsx'

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Unknown: the bar only says that work goes on. */
  readonly total?: number
  readonly onStop?: () => void
}

/** How far long work is, and a way to stop it. */
export function Progress({ label, done, total, onStop }: ProgressProps) {
  const { t } = useLanguage()
  return (
    <div className="progress">
      <label>{label}<progress value={total === undefined ? undefined : done} max={total ?? 1} /></label>
      <small role="status">{total === undefined ? t('design.progress-so-far', { done }) : t('design.progress', { done, total })}</small>
      {onStop ? <Button onClick={onStop}>{t('design.stop')}</Button> : null}
    </div>
  )
}

/** A place whose content is being read. */
export function Busy({ children }: { readonly children?: ReactNode }) {
  const { t } = useLanguage()
  return <p className="busy" role="status">{children ?? t('design.reading')}</p>
}
