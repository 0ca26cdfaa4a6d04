/** JSON numbers as the exact decimals they were written as; those that binary fractions have bent are refused. */
import { misfit } from './misfit.ts'

/** Every decimal of so many digits survives the way into a double and back; of more, some do not. */
const survivingDigits = 15

/** The number's own digits. Throws where what arrived may not be what was written: over 2^53, or 0.1 + 0.2. */
export function exactText(value: number, field: string): string {
  const text = String(value)
  const digits = text.replace('-', '').replace('.', '').replace(/^0+/, '')
  if (/^-?\d+(\.\d+)?$/.test(text) && (Number.isInteger(value) ? Number.isSafeInteger(value) : digits.length <= survivingDigits)) return text
  throw misfit(field, `The number ${text} is no exact decimal.`, `Write ${field} as text, for example "250000.50".`, 'inexact-number')
}
