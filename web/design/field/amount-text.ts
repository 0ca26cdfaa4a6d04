const easternDigits = /[٠-٩۰-۹]/g

const asLatin = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf)

/**
 * Reads what people type for an amount ("250,000", "250 000.50", "٢٥٠٠٠٠") as a decimal text, or null. A comma or point that may be
 * either a decimal mark or a grouping mark is read as grouping only before exactly three digits.
 */
export function amountText(typed: string): string | null {
  const text = typed
    .trim()
    .replaceAll(easternDigits, asLatin)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll(/[\s\u00a0\u202f’']/g, '')
  if (/^\d+(\.\d{1,4})?$/.test(text)) return text
  if (/^\d{1,3}(,\d{3})+(\.\d{1,4})?$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(\.\d{3}){2,}(,\d{1,4})?$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : null
}
