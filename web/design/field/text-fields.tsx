import { Field, type FieldProps } from './field.tsx'

interface Text extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete,
  maxLength,
  ...field
}: Text & {
  readonly type?: 'text' | 'email' | 'search'
  readonly autoComplete?: string
  readonly maxLength?: number
}) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          dir="auto"
          autoComplete={autoComplete ?? 'off'}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function TextArea({ value, onChange, rows = 4, ...field }: Text & { readonly rows?: number }) {
  return (
    <Field {...field}>
      {(control) => <textarea {...control} value={value} rows={rows} dir="auto" onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

/** A calendar day, "2026-03-31". The browser's own picker writes it in the reader's order. */
export function DateField({ value, onChange, min, max, ...field }: Text & { readonly min?: string; readonly max?: string }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value}
          min={min ?? '1900-01-01'}
          max={max ?? '2200-12-31'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface AmountEntry {
  readonly currency: string
  readonly value: string
}

/** An amount with its currency. What was typed is kept as typed; grouping commas and spaces are taken out only when it is read. */
export function AmountField({
  value,
  onChange,
  currencies,
  currencyLabel,
  ...field
}: FieldProps & {
  readonly value: AmountEntry
  readonly onChange: (value: AmountEntry) => void
  readonly currencies: readonly string[]
  readonly currencyLabel: string
}) {
  return (
    <Field {...field}>
      {(control) => (
        <span className="amount-entry" dir="ltr">
          <select
            aria-label={currencyLabel}
            value={value.currency}
            onChange={(event) => onChange({ ...value, currency: event.target.value })}
          >
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={value.value}
            onChange={(event) => onChange({ ...value, value: event.target.value })}
          />
        </span>
      )}
    </Field>
  )
}
