import { expect, it } from 'vitest'

import { formatDate, formatMoment, formatMoney, formatNumber } from './formats.ts'

it('writes dates in full', () => {
  expect(formatDate('en-GB', '2026-03-31')).toBe('31 March 2026')
  expect(formatDate('zh-CN', '2026-03-31')).toBe('2026年3月31日')
  expect(formatDate('ar-EG', '2026-03-31')).toBe('٣١ مارس ٢٠٢٦')
})

it('reads an instant in its zone, and a calendar date in none', () => {
  expect(formatDate('en-GB', '2026-03-31T23:30:00Z', 'Africa/Nairobi')).toBe('1 April 2026')
  expect(formatDate('en-GB', '2026-03-31', 'Pacific/Honolulu')).toBe('31 March 2026')
  expect(formatMoment('en-GB', '2026-03-31T09:14:00Z')).toBe('31 March 2026 at 09:14')
})

it('keeps every digit of an amount', () => {
  expect(formatMoney('en-GB', { currency: 'USD', value: '250000.00' })).toBe('USD\u00a0250,000')
  expect(formatMoney('en-GB', { currency: 'USD', value: '999999999999999.99' })).toBe('USD\u00a0999,999,999,999,999.99')
  expect(formatNumber('fr-FR', '1234567')).toBe('1\u202f234\u202f567')
})
