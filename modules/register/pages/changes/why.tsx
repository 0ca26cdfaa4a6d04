/** The end of every act that changes what stands: its fields, the reason, the step. Nothing is sent without a reason. */
import { useState, type ReactNode } from 'react'

import { Button, Steps, TextArea, useLanguage } from '../../../../web/design/index.ts'

interface WhyProps {
  readonly children?: ReactNode
  readonly step: string
  readonly kind?: 'main' | 'warn'
  readonly busy: boolean
  /** Why the step is closed now. */
  readonly closed: string | undefined
  readonly onDecide: (reason: string) => void
}

export function Why({ children, step, kind = 'main', busy, closed, onDecide }: WhyProps) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <form
      className="spaced"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (reason.trim() !== '') onDecide(reason.trim())
      }}
    >
      {children}
      <TextArea
        label={t('revoke.reason')}
        hint={t('revoke.reason-hint')}
        value={reason}
        onChange={setReason}
        required
        error={tried && reason.trim() === '' ? { message: t('revoke.reason-missing') } : undefined}
      />
      <Steps>
        <Button type="submit" kind={kind} busy={busy} closedBecause={closed}>
          {step}
        </Button>
      </Steps>
    </form>
  )
}
