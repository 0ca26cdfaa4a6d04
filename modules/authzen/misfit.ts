/** What is wrong with a request, told so that its sender can mend it. */
import { Problem, type FieldError } from '../../platform/http/problem.ts'

export function misfit(field: string, message: string, remedy: string, code = 'does-not-fit'): Problem {
  return new Problem(400, code, 'The request does not fit', 'Nothing was decided.', [{ field, code, message, remedy }])
}

/** The same for one item of a batch: the batch goes on, the item is refused. */
export function itemError({ status, detail, errors }: Problem): { readonly status: number; readonly message: string } {
  const told = ({ field, message, remedy }: FieldError): string => `${field}: ${message} ${remedy}`
  return { status, message: errors.length === 0 ? detail : errors.map(told).join(' ') }
}

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null is taken as left out: clients write their empty fields so. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null

export function objectOf(value: unknown, field: string): JsonObject {
  if (isObject(value)) return value
  throw misfit(field, isAbsent(value) ? 'This is missing.' : 'This must be an object.', `Give ${field} as a JSON object.`)
}

export function textOf(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw misfit(field, isAbsent(value) || value === '' ? 'This is missing.' : 'This must be text.', `Give ${field} as text.`)
}

export function optionalText(value: unknown, field: string): string | undefined {
  return isAbsent(value) || value === '' ? undefined : textOf(value, field)
}

export function optionalFlag(value: unknown, field: string): boolean | undefined {
  if (isAbsent(value)) return undefined
  if (typeof value === 'boolean') return value
  throw misfit(field, 'This must be true or false.', `Give ${field} as true or false, or leave it out.`)
}
