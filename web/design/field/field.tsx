import { useId, type ReactNode } from 'react'

/** What is wrong with what was entered, and what to enter instead. */
export interface FieldError {
  readonly message: string
  readonly remedy?: string
}

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: FieldError | undefined
  readonly required?: boolean
}

/** Spread on the control, so that label, hint and error are read with it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export function useControl({ hint, error, required }: FieldProps): {
  readonly control: ControlProps
  readonly hintId: string
  readonly errorId: string
} {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [error ? errorId : '', hint ? hintId : ''].filter((each) => each !== '').join(' ')
  return {
    control: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': error ? true : undefined,
      'aria-required': required ? true : undefined,
    },
    hintId,
    errorId,
  }
}

export function FieldErrorText({ id, error }: { readonly id: string; readonly error: FieldError | undefined }) {
  if (!error) return null
  return (
    <p className="field-error" id={id}>
      {error.message}
      {error.remedy ? ` ${error.remedy}` : ''}
    </p>
  )
}

/** Label above, hint under it, the control, and what is wrong below. */
export function Field({ children, ...props }: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const { control, hintId, errorId } = useControl(props)
  return (
    <div className={props.error ? 'field wrong' : 'field'}>
      <label htmlFor={control.id}>{props.label}</label>
      {props.hint ? (
        <p className="field-hint" id={hintId}>
          {props.hint}
        </p>
      ) : null}
      {children(control)}
      <FieldErrorText id={errorId} error={props.error} />
    </div>
  )
}

/** Fields that belong together, side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="field-row">{children}</div>
}

export function FieldGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
