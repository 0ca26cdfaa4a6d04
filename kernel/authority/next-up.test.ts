import { describe, expect, test } from 'vitest'

import { asked, assignment, body, delegation, entity, ordinary, person, post, rate, recorded, usd } from './proof/example-facts.ts'
import type { Box, Fact, Question } from './model.ts'
import { insteadOf, nextUp } from './next-up.ts'

const to = (upTo: string, more: Partial<Box> = {}): Box => ({ amount: { currency: 'USD', upTo }, ...more })

/** Post, where it sits, its limits. */
const seats: readonly (readonly [string, string, readonly Box[]])[] = [
  ['clerk', 'section', [to('100')]],
  ['above', 'department', [to('500')]],
  ['beside', 'section', [to('500')]],
  ['far', 'elsewhere', [to('500', { methods: ['tender'] }), to('5000', { methods: ['direct'] })]],
  ['euro', 'department', [{ amount: { currency: 'EUR', upTo: '400' } }]],
  ['head', 'organisation', []],
]

const facts: readonly Fact[] = [
  ...ordinary,
  entity({ id: 'department', parent: 'organisation' }), entity({ id: 'section', parent: 'department' }),
  entity({ id: 'elsewhere', parent: 'organisation' }),
  rate({ from: 'EUR', to: 'USD', rate: '1.5' }),
  ...seats.flatMap(([held, where, limits]): Fact[] => [
    post({ id: held, entity: where }), person({ id: `the-${held}` }), assignment({ person: `the-${held}`, post: held }),
    delegation({ id: held, holder: { kind: 'post', post: held }, limits }),
  ]),
  body({ id: 'committee' }),
  delegation({ id: 'committee', holder: { kind: 'body', body: 'committee' }, limits: [to('9000')] }),
]
const register = recorded(facts)
const times = asked(register, '2020-06-01')
const asks = (value: string, more: Partial<Question> = {}): Question =>
  ({ person: 'the-clerk', matter: 'award', amount: usd(value), method: 'tender', entity: 'section', ...more })
const rungs = (question: Question) =>
  nextUp(register, question, times).map(({ upTo, people, bodies }) => [
    upTo === null ? null : `${upTo.currency} ${upTo.value}`, ...people.map(each => each.post), ...bodies.map(each => each.body),
  ])

describe('who is next up', () => {
  test('by the smallest limit that suffices, at today’s rate, those without one last; in each the same unit first, then the nearest above', () => {
    expect(rungs(asks('200'))).toEqual([
      ['USD 500', 'beside', 'above', 'far'], ['EUR 400', 'euro'], ['USD 9000', 'committee'], [null, 'head'],
    ])
  })

  test('a limit suffices by the box that admits the decision, not by another', () => {
    expect(rungs(asks('200', { method: 'direct' }))).toEqual([
      ['USD 500', 'beside', 'above'], ['EUR 400', 'euro'], ['USD 5000', 'far'], ['USD 9000', 'committee'], [null, 'head'],
    ])
  })

  test('of several boxes that admit it the lowest upper end counts, whatever their order', () => {
    const both = (limits: readonly Box[]) => {
      const alone = recorded([...facts, delegation({ id: 'far', holder: { kind: 'post', post: 'far' }, limits })])
      return nextUp(alone, asks('200'), asked(alone, '2020-06-01')).find(rung => rung.people.some(each => each.post === 'far'))?.upTo
    }
    expect([both([to('700'), to('300'), to('900')]), both([to('300'), to('700')])]).toEqual([usd('300'), usd('300')])
  })

  test('the asker is not among them', () => {
    expect(rungs(asks('100')).flat()).not.toContain('clerk')
    expect(rungs({ body: 'committee', matter: 'award', amount: usd('6000'), entity: 'section' })).toEqual([[null, 'head']])
  })

  test('in place of one with a conflict of interest: another of the same unit, then the nearest above, the smallest limit first', () => {
    expect(insteadOf(register, asks('50', { beneficiary: 'the-clerk' }), times).map(each => each.post)).toEqual([
      'beside', 'above', 'euro', 'head', 'far',
    ])
  })
})
