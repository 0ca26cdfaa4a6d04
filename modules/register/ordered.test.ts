import { expect, it } from 'vitest'

import { ordered } from './ordered.ts'

interface Row { readonly id: string; readonly amount: readonly [string, bigint] | null }

const rows: readonly Row[] = [
  { id: 'b', amount: ['USD', 5n] }, { id: 'a', amount: null }, { id: 'd', amount: ['EUR', 70n] }, { id: 'c', amount: ['USD', 5n] }, { id: 'É', amount: ['USD', 40n] },
]
const keys = { id: ({ id }: Row) => id, amount: ({ amount }: Row) => amount }
const ids = (sort: string) => ordered(rows, sort, keys).map(({ id }) => id).join('')

it.each([
  ['id', 'abcdÉ'], ['-id', 'Édcba'],
  // Nothing to sort by stands last either way; equals keep their order.
  ['amount', 'dbcÉa'], ['-amount', 'Ébcda'],
  ['unheard-of', 'badcÉ'],
])('by %s: %s', (sort, expected) => {
  expect(ids(sort)).toBe(expected)
})
