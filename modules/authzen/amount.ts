/** An amount as programs write it: `{currency, value}`, "USD 250000", or a figure with `currency` beside it. */
import type { Money } from '../../kernel/authority/model.ts'
import { money, moneyText } from '../../platform/http/parse.ts'
import { exactText } from './exact-number.ts'
import { isAbsent, isObject, misfit, textOf } from './misfit.ts'

const written = money()
const inOneText = moneyText()
const plain = /^\d{1,15}(\.\d{1,4})?$/
/** Currencies met so far and found in ISO 4217: no more than there are. */
const known = new Set<string>()

function moneyOf(currency: unknown, value: unknown, field: string): Money {
  const code = textOf(currency, `${field}.currency`)
  const digits = typeof value === 'number' ? exactText(value, `${field}.value`) : textOf(value, `${field}.value`)
  if (plain.test(digits) && known.has(code)) return { currency: code, value: digits }
  const read = written.safeParse({ currency: code, value: digits })
  if (!read.success) throw unreadable(field, read.error.issues)
  known.add(read.data.currency)
  return read.data
}

function unreadable(field: string, issues: readonly { readonly message: string }[]): Error {
  return misfit(field, 'This amount cannot be read.', issues.map(({ message }) => message).join(' '), 'unreadable-amount')
}

/** `undefined` = none stated. Throws a Problem that names the field. */
export function amountOf(value: unknown, currency: unknown, field: string): Money | undefined {
  if (isAbsent(value)) return undefined
  if (isObject(value)) return moneyOf(value.currency, value.value, field)
  if (typeof value === 'number' || !isAbsent(currency)) return moneyOf(currency, value, field)
  const read = inOneText.safeParse(value)
  if (!read.success) throw unreadable(field, read.error.issues)
  return read.data
}
