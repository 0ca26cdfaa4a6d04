import type { ReactNode } from 'react'

import { NoAnswerError, ProblemError } from './problem-error.ts'
import { Button } from '../button/button.tsx'
import { useLanguage, type Speech } from '../language/language.tsx'

type Kind = 'note' | 'done' | 'warning' | 'refusal'

export function Notice({
  kind = 'note',
  title,
  children,
}: {
  readonly kind?: Kind
  readonly title?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={`notice ${kind}`} role={kind === 'refusal' ? 'alert' : kind === 'note' ? undefined : 'status'}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  )
}

interface Worded {
  readonly title: string
  readonly detail: string
}

/** In the reader's language where the catalogues know the problem; otherwise in the server's words. */
function worded({ has, t }: Speech, error: Error): Worded {
  if (error instanceof NoAnswerError) return { title: t('problem.no-answer'), detail: t('problem.no-answer-detail') }
  if (!(error instanceof ProblemError)) return { title: t('problem.broken'), detail: t('problem.broken-detail') }
  const key = `problem.${error.code}`
  if (!has(key)) return { title: error.title, detail: error.detail }
  return { title: t(key), detail: has(`${key}-detail`) ? t(`${key}-detail`) : error.detail }
}

/** What was refused, why, and what to do next. Field by field where the refusal names fields. */
export function ProblemNotice({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const speech = useLanguage()
  const { title, detail } = worded(speech, error)
  const fields = error instanceof ProblemError ? error.fields : []
  return (
    <Notice kind="refusal" title={title}>
      {detail ? <p>{detail}</p> : null}
      {fields.length > 0 ? (
        <ul>
          {fields.map(({ field, message, remedy }) => (
            <li key={`${field} ${message}`}>
              {message} {remedy}
            </li>
          ))}
        </ul>
      ) : null}
      {onRetry ? (
        <div className="steps">
          <Button onClick={onRetry}>{speech.t('design.try-again')}</Button>
        </div>
      ) : null}
    </Notice>
  )
}
