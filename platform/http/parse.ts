/** Parses requests by their contract; what does not fit becomes a problem that names the field and the remedy. */
import { z } from 'zod'

import { Problem, type FieldError } from './problem.ts'

export const fieldErrorShape = z.object({ field: z.string(), code: z.string(), message: z.string(), remedy: z.string() })

const expected: Record<string, string> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', date: 'a date',
}

/** Characters that no name, code or date needs: controls, and marks that turn the direction of text round (Trojan Source). */
export const hiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/u

type Issue = z.core.$ZodIssue

const describe: Partial<Record<Issue['code'], (issue: Issue) => { message: string; remedy: string }>> = {
  invalid_type: (issue) => {
    const wanted = 'expected' in issue ? (expected[String(issue.expected)] ?? String(issue.expected)) : 'another kind of value'
    return { message: `This must be ${wanted}.`, remedy: `Give ${wanted}.` }
  },
  unrecognized_keys: (issue) => {
    const keys = 'keys' in issue ? issue.keys.join(', ') : ''
    return { message: `Nothing here is called ${keys}.`, remedy: `Leave out ${keys}, or correct the name; see /api/openapi.json.` }
  },
  invalid_value: (issue) => {
    const values = 'values' in issue ? issue.values.map(String).join(', ') : ''
    return { message: 'This is not one of the values allowed here.', remedy: `Give one of: ${values}.` }
  },
  too_small: (issue) => ({ message: 'This is too short or too small.', remedy: issue.message }),
  too_big: (issue) => ({ message: 'This is too long or too large.', remedy: issue.message }),
}

function fieldError(issue: Issue, where: string): FieldError {
  const custom = issue.code === 'custom' || issue.code === 'invalid_format'
  const words = custom ? { message: issue.message, remedy: issue.message } : (describe[issue.code]?.(issue) ?? { message: issue.message, remedy: issue.message })
  return { field: [...(where === 'body' ? [] : [where]), ...issue.path.map(String)].join('.') || where, code: issue.code.replaceAll('_', '-'), ...words }
}

/** Throws a 400 problem listing every field that does not fit. Missing bodies are named as such. */
export function parse<S extends z.ZodType>(schema: S, value: unknown, where: 'params' | 'query' | 'body'): z.infer<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, 50).map((issue) => fieldError(issue, where))
  throw new Problem(400, 'does-not-fit', 'The request does not fit', `Nothing was changed. Correct the ${errors.length === 1 ? 'field' : 'fields'} named and send it again.`, errors)
}

/* Field schemas that many contracts share, each with its remedy. */

/** One line of text without hidden characters. */
export const line = (longest = 300) =>
  z.string().trim().min(1, 'Enter some text.').max(longest, `Use at most ${longest} characters.`)
    .refine((text) => !hiddenCharacters.test(text), 'Take out hidden characters (controls, or marks that reverse the direction of text).')
    .refine((text) => !/[\r\n]/.test(text), 'Use one line.')

/** Several lines of text without hidden characters. */
export const lines = (longest = 4000) =>
  z.string().trim().max(longest, `Use at most ${longest} characters.`)
    .refine((text) => !hiddenCharacters.test(text), 'Take out hidden characters (controls, or marks that reverse the direction of text).')

/** An identity: an entity, post, person, matter, delegation. */
export const identity = () => line(200)

/** "2026-03-31", a real date between 1900 and 2200. */
export const calendarDate = () =>
  z.string().superRefine((text, context) => {
    const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
    if (!date || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) {
      context.addIssue({ code: 'custom', message: 'Enter a date as year-month-day, for example 2026-03-31.' })
    } else if (date.getUTCFullYear() < 1900 || date.getUTCFullYear() > 2200) {
      context.addIssue({ code: 'custom', message: 'Enter a date between 1900 and 2200; leave an end date empty for "no end".' })
    }
  })

const currencies = new Set(Intl.supportedValuesOf('currency'))

export const currency = () =>
  z.string().trim().toUpperCase().refine((code) => currencies.has(code), 'Enter a currency of ISO 4217, for example USD.')

/** An exact decimal, at most 15 digits before the point and 4 after it, not negative. */
export const decimal = () =>
  z.string().trim().superRefine((text, context) => {
    if (/^-/.test(text)) context.addIssue({ code: 'custom', message: 'Enter an amount that is not negative.' })
    else if (!/^\d+(\.\d+)?$/.test(text)) context.addIssue({ code: 'custom', message: 'Enter the amount in digits, for example 250000 or 250000.50.' })
    else if (!/^0*\d{1,15}(\.\d{1,4}0*)?$/.test(text)) context.addIssue({ code: 'custom', message: 'Enter at most 15 digits before the point and 4 after it.' })
  })

export const money = () => z.strictObject({ currency: currency(), value: decimal() })

/** "USD 250000" or "250000 USD", as the command line and the address bar write money; groups of digits may be set apart by commas or spaces. */
export const moneyText = () =>
  z.string().trim().transform((text, context) => {
    const match = /^([A-Za-z]{3})\s*([-\d][\d., _']*)$/.exec(text) ?? /^([-\d][\d., _']*)\s+([A-Za-z]{3})$/.exec(text)
    if (!match) {
      context.addIssue({ code: 'custom', message: 'Enter the amount with its currency, for example USD 250000.' })
      return z.NEVER
    }
    const [code, digits] = /^[A-Za-z]/.test(match[1]!) ? [match[1]!, match[2]!] : [match[2]!, match[1]!]
    const grouped = /^-?\d{1,3}([, _']\d{3})+(\.\d+)?$/.test(digits.trim())
    const parsed = money().safeParse({ currency: code, value: grouped ? digits.trim().replace(/[, _']/g, '') : digits.trim() })
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: issue.message })
    return z.NEVER
  })

/** Query flags and numbers come as text. */
export const flag = () => z.enum(['true', 'false']).transform((text) => text === 'true')
export const count = (least: number, most: number) =>
  z.string().regex(/^\d{1,9}$/, 'Enter a whole number.').transform(Number)
    .refine((value) => value >= least && value <= most, `Enter a whole number from ${least} to ${most}.`)

/** Every list pages the same way. */
export const paging = { page: count(1, 1_000_000).optional(), size: count(1, 500).optional() }
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), size: z.number().int() })
