import { expect, it } from 'vitest'

import { amountText } from './amount-text.ts'

it.each([
  ['250000', '250000'], ['250,000', '250000'], ['250 000.50', '250000.50'], ['1.250.000,50', '1250000.50'], ['12,5', '12.5'],
  ['٢٥٠٬٠٠٠', '250000'], ['1’250’000', '1250000'], ['', null], ['-5', null], ['12,34,5', null], ['many', null], ['1e6', null],
])('reads %j as %j', (typed, read) => {
  expect(amountText(typed)).toBe(read)
})
