import { useId } from 'react'

import { Field, FieldErrorText, useControl, type FieldProps } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export function SelectField({
  value,
  onChange,
  choices,
  none,
  ...field
}: FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly Choice[]
  /** Words of the choice that chooses nothing ("any method"). */
  readonly none?: string
}) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {none === undefined ? null : <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function CheckboxField({
  checked,
  onChange,
  ...field
}: FieldProps & { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { control, hintId, errorId } = useControl(field)
  return (
    <div className={field.error ? 'check wrong' : 'check'}>
      <input {...control} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={control.id}>{field.label}</label>
      {field.hint ? (
        <p className="field-hint" id={hintId}>
          {field.hint}
        </p>
      ) : null}
      <FieldErrorText id={errorId} error={field.error} />
    </div>
  )
}

export function RadioGroup({
  value,
  onChange,
  choices,
  ...field
}: FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly Choice[]
}) {
  const name = useId()
  const { control, hintId, errorId } = useControl(field)
  return (
    <fieldset className={field.error ? 'field-group wrong' : 'field-group'} aria-describedby={control['aria-describedby']}>
      <legend>{field.label}</legend>
      {field.hint ? (
        <p className="field-hint" id={hintId}>
          {field.hint}
        </p>
      ) : null}
      {choices.map((choice) => (
        <label key={choice.value} className="radio">
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
      <FieldErrorText id={errorId} error={field.error} />
    </fieldset>
  )
}
