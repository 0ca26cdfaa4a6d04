import { expect, test } from 'vitest'

import { monthsAfter } from './months.ts'

test.each([
  ['2026-01-15', 1, '2026-02-15'], ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-03-31', 1, '2026-04-30'],
  ['2026-12-31', 2, '2027-02-28'], ['2026-06-01', 12, '2027-06-01'], ['2028-02-29', 12, '2029-02-28'], ['2026-06-01', 0, '2026-06-01'],
])('%s and %i months is %s: the last day of a month stays the last of a shorter one', (from, months, to) => {
  expect(new Date(monthsAfter(Date.parse(`${from}T10:00:00Z`), months)).toISOString()).toBe(`${to}T10:00:00.000Z`)
})
