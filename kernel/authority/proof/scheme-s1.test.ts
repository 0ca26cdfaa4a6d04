import { expect, test } from 'vitest'

import { asked, recorded } from './example-facts.ts'
import { may } from '../may.ts'
import { purchases, scheme } from './scheme-s1.cases.ts'
import { whoMay } from '../who-may.ts'

const register = recorded(scheme)
const times = asked(register, '2020-06-01')

test.each(purchases)(
  '$asks.person$asks.body decides $asks.amount.value $asks.amount.currency: $answer',
  ({ asks, answer, reasons, who }) => {
    const verdict = may(register, asks, times)
    expect({ answer: verdict.answer, reasons: verdict.reasons.map(reason => reason.code) }).toEqual({ answer, reasons })
    if (who === undefined) return
    const { person: _, body: __, ...question } = asks
    expect(
      whoMay(register, question, times)
        .people.map(each => each.post)
        .sort(),
    ).toEqual([...who].sort())
  },
)

test('nobody buys for themselves, and the others who may are named', () => {
  const question = { matter: 'purchase', amount: { currency: 'GBP', value: '300' }, beneficiary: 'the-director-of-finance' }
  const posts = whoMay(register, question, times).people.map(each => each.post)
  expect(posts).not.toContain('director-of-finance')
  expect(posts).toHaveLength(9)
})
