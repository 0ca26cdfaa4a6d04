/** Up to what: a ceiling over the parent's limit, in the dimensions its matter asks for. */
import { useEffect, useState } from 'react'

import { AmountField, amountText, SelectField, TextField, useLanguage, type FieldError } from '../../../web/design/index.ts'
import type { DelegationSummary, DraftLine } from '../shapes.ts'
import { ceilingOf, underCeiling, type Ceiling } from '../../../kernel/authority/ceiling.ts'

interface CeilingProps<Line extends Pick<DraftLine, 'limits'>> {
  readonly line: Line
  /** Null where the authority is somebody else's. */
  readonly parent: DelegationSummary | null
  readonly dimensions: readonly string[]
  /** From lowest to highest. */
  readonly grades: readonly string[]
  readonly onChange: (line: Line) => void
  readonly amountError: FieldError | undefined
  readonly gradeError: FieldError | undefined
}

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'KES', 'XOF']

export function CeilingFields<Line extends Pick<DraftLine, 'limits'>>({ line, parent, dimensions, grades, onChange, amountError, gradeError }: CeilingProps<Line>) {
  const { t } = useLanguage()
  const limits = parent?.limits ?? line.limits
  const ceiling = ceilingOf(line.limits)
  const over = ceilingOf(limits)
  const set = (change: Partial<Ceiling>): void => onChange({ ...line, limits: underCeiling(limits, { ...ceiling, ...change }) as DraftLine['limits'] })
  const banded = dimensions.includes('amount') || limits.some(({ amount }) => amount !== undefined)
  const graded = dimensions.includes('grade') || over.grade !== ''
  const termed = dimensions.includes('term') || over.term !== ''
  const upToParent = over.grade === '' ? grades : grades.slice(0, grades.indexOf(over.grade) + 1)
  return (
    <>
      {banded ? (
        <AmountUpTo ceiling={ceiling} fixed={limits.some(({ amount }) => amount !== undefined)} onChange={set} error={amountError} />
      ) : null}
      {graded ? (
        <SelectField
          label={t('sheet.grade')}
          value={ceiling.grade}
          onChange={(grade) => set({ grade })}
          error={gradeError}
          {...(over.grade === '' ? { none: t('limit.none') } : {})}
          choices={[...upToParent].reverse().map((grade) => ({ value: grade, label: grade }))}
        />
      ) : null}
      {termed ? (
        <TextField
          label={t('sheet.term')}
          value={ceiling.term}
          maxLength={4}
          onChange={(term) => {
            if (/^[1-9]\d{0,3}$|^$/.test(term)) set({ term })
          }}
        />
      ) : null}
      {banded || graded || termed ? null : <p className="quiet">{t('limit.none')}</p>}
    </>
  )
}

interface AmountProps {
  readonly ceiling: Ceiling
  /** The parent's currency is the line's: no rate of exchange stands between them. */
  readonly fixed: boolean
  readonly onChange: (change: Partial<Ceiling>) => void
  readonly error: FieldError | undefined
}

function AmountUpTo({ ceiling: { currency, upTo }, fixed, onChange, error }: AmountProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(upTo)
  useEffect(() => setTyped((before) => (amountText(before) === upTo ? before : upTo)), [upTo])
  const wrong = typed.trim() !== '' && amountText(typed) === null
  return (
    <AmountField
      label={t('sheet.up-to')}
      hint={t('sheet.up-to-hint')}
      currencyLabel={t('sheet.currency')}
      currencies={fixed ? [currency] : [...new Set([currency, ...currencies])]}
      value={{ currency, value: typed }}
      error={wrong ? { message: t('sheet.amount-wrong') } : error}
      onChange={(entry) => {
        setTyped(entry.value)
        const value = entry.value.trim() === '' ? '' : amountText(entry.value)
        if (value !== null) onChange({ currency: entry.currency, upTo: value })
      }}
    />
  )
}
