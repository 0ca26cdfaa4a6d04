import { useState } from 'react'

import { Button } from '../button/button.tsx'
import { DateField } from '../field/text-fields.tsx'
import { useLanguage } from '../language/language.tsx'
import { Day } from '../values/values.tsx'

export interface AsOfTimes {
  readonly on?: string
  readonly known?: string
}

interface AsOfProps {
  /** Days ("2025-06-01"), or for `known` a ledger number; absent = now. */
  readonly asked: AsOfTimes
  readonly onChange: (asked: AsOfTimes) => void
  readonly standing?: 'now' | 'history' | 'forecast'
  /** Today, the latest day the register can have known. */
  readonly today?: string
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text)

/** The two times a page is read at. What is not now is marked so that nobody can miss it. */
export function AsOf({ asked, onChange, standing, today }: AsOfProps) {
  const { t, rich } = useLanguage()
  const [open, setOpen] = useState(false)
  const now = asked.on === undefined && asked.known === undefined
  const forecast = standing === 'forecast'
  return (
    <div className={now ? 'as-of' : 'as-of not-now'} role={now ? undefined : 'note'}>
      <p>
        {now ? t('design.as-of-now') : null}
        {asked.on === undefined ? null : (
          <b>{rich(forecast ? 'design.as-of-forecast' : 'design.as-of-on', { day: <Day value={asked.on} /> })}</b>
        )}
        {asked.known === undefined ? null : (
          <span>
            {isDay(asked.known)
              ? rich('design.as-of-known', { day: <Day value={asked.known} /> })
              : t('design.as-of-number', { number: Number(asked.known) })}
          </span>
        )}
        {now ? null : <span>{t(forecast ? 'design.as-of-closed-forecast' : 'design.as-of-closed')}</span>}
      </p>
      <div className="as-of-steps">
        {now ? null : (
          <button type="button" className="link" onClick={() => onChange({})}>
            {t('design.as-of-back')}
          </button>
        )}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('design.as-of-other')}
        </button>
      </div>
      {open ? (
        <AsOfForm
          asked={asked}
          today={today}
          onChange={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      ) : null}
    </div>
  )
}

function AsOfForm({
  asked,
  today,
  onChange,
}: {
  readonly asked: AsOfTimes
  readonly today: string | undefined
  readonly onChange: (asked: AsOfTimes) => void
}) {
  const { t } = useLanguage()
  const [on, setOn] = useState(asked.on ?? '')
  const [known, setKnown] = useState(asked.known !== undefined && isDay(asked.known) ? asked.known : '')
  return (
    <form
      className="as-of-form"
      onSubmit={(event) => {
        event.preventDefault()
        onChange({ ...(on === '' ? {} : { on }), ...(known === '' ? {} : { known }) })
      }}
    >
      <DateField label={t('design.as-of-on-label')} hint={t('design.as-of-on-hint')} value={on} onChange={setOn} />
      <DateField
        label={t('design.as-of-known-label')}
        hint={t('design.as-of-known-hint')}
        value={known}
        onChange={setKnown}
        {...(today ? { max: today } : {})}
      />
      <Button kind="main" type="submit">
        {t('design.as-of-show')}
      </Button>
    </form>
  )
}
