/** Authority for an emergency: what must be declared first, and when a declaration lapses by itself (rule 12). */
import { useState } from 'react'

import { TextField, useLanguage } from '../../../web/design/index.ts'
import type { DraftLine } from '../shapes.ts'

export function EmergencyFields({ line, onChange }: { readonly line: DraftLine; readonly onChange: (line: DraftLine) => void }) {
  const { t } = useLanguage()
  const { emergency } = line
  const [days, setDays] = useState(emergency?.lapsesAfterDays?.toString() ?? '')
  const readable = days === '' || (/^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= 3660)
  const set = (trigger: string, typed: string): void => {
    const whole = /^\d{1,4}$/.test(typed) ? Number(typed) : null
    onChange({ ...line, emergency: trigger === '' ? null : { trigger, lapsesAfterDays: whole !== null && whole >= 1 && whole <= 3660 ? whole : null } })
  }
  return (
    <>
      <TextField
        label={t('sheet.emergency')}
        hint={t('sheet.emergency-hint')}
        value={emergency?.trigger ?? ''}
        maxLength={200}
        onChange={(trigger) => set(trigger, days)}
      />
      {emergency === null ? null : (
        <TextField
          label={t('sheet.emergency-days')}
          hint={t('sheet.emergency-days-hint')}
          value={days}
          maxLength={4}
          onChange={(typed) => {
            setDays(typed)
            set(emergency.trigger, typed)
          }}
          error={readable ? undefined : { message: t('sheet.emergency-days-wrong') }}
        />
      )}
    </>
  )
}
