import type { ReactNode } from 'react'

import { Button } from '../button/button.tsx'
import { useLanguage } from '../language/language.tsx'

interface PrintDocumentProps {
  /** "Instrument 2025/0312". */
  readonly number: string
  readonly title: string
  readonly organisation?: string
  readonly children: ReactNode
  /** Lines at the foot: digest, register entry, invented or quoted. */
  readonly foot?: ReactNode
}

/** A document as it would be signed on paper; printing shows nothing else. */
export function PrintDocument({ number, title, organisation, children, foot }: PrintDocumentProps) {
  const { t } = useLanguage()
  return (
    <div className="document-place">
      <div className="steps"><Button onClick={() => window.print()}>{t('design.print')}</Button></div>
      <article className="document">
        <header>
          {organisation ? <p className="document-organisation">{organisation}</p> : null}
          <p className="document-number">{number}</p>
          <h2>{title}</h2>
        </header>
        <div className="document-body">{children}</div>
        {foot ? <footer>{foot}</footer> : null}
      </article>
    </div>
  )
}
