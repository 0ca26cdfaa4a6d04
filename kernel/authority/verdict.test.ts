/** A verdict told whole: as it is printed and sent, with its chain, its capacity and what it stands on (rule 26). */
import { expect, test } from 'vitest'

import { may } from './may.ts'
import { assignment, delegation, on, ordinary, passable, person, post, recorded, upTo, usd } from './proof/example-facts.ts'
import { standingOf } from './verdict.ts'

const register = recorded([
  ...ordinary, person({ id: 'amina' }), person({ id: 'bilal' }), post({ id: 'head' }), assignment({ person: 'amina', post: 'head' }),
  delegation({ id: 'top', instrument: 'memo-1', holder: { kind: 'post', post: 'head' }, limits: upTo('100'), subdelegation: passable(), effectiveTo: on('2021-01-01'), acceptedAt: on('2020-01-01'), acceptedBy: 'amina' }),
  delegation({ id: 'line', instrument: 'memo-2', parent: 'top', holder: { kind: 'person', person: 'bilal' }, limits: upTo('50'), effectiveTo: on('2020-12-01') }),
])
const times = { on: on('2020-06-01'), known: register.head, now: on('2020-06-01') }

test('a permit, as it is sent', () => {
  const question = { person: 'bilal', matter: 'award', amount: usd('50'), entity: 'organisation' }
  const link = { matter: 'award', entities: ['organisation'], effectiveFrom: on('2020-01-01') }
  expect(JSON.parse(JSON.stringify(may(register, question, times)))).toEqual({
    answer: 'permitted', standing: 'now', reasons: [], missing: [], obligations: [], notChecked: [], question, on: times.on, known: times.known, evidence: null, capacity: null,
    chain: [
      {
        ...link, id: 'top', instrument: 'memo-1', holder: { kind: 'post', post: 'head' }, persons: ['amina'], from: null, legalBasis: 'Regulation 12', limits: upTo('100'),
        effectiveTo: on('2021-01-01'), acceptedAt: on('2020-01-01'),
      },
      {
        ...link, id: 'line', instrument: 'memo-2', holder: { kind: 'person', person: 'bilal' }, persons: ['bilal'], from: 'top', legalBasis: null, limits: upTo('50'),
        effectiveTo: on('2020-12-01'), acceptedAt: null,
      },
    ],
  })
  expect(may(register, { ...question, person: 'amina' }, times).capacity).toBe('head')
})

test('a reserved matter says who holds it, and no other verdict does', () => {
  const told = may(register, { person: 'bilal', matter: 'nothing', entity: 'organisation' }, times)
  expect('heldBy' in told).toBe(false)
  const empty = recorded([...ordinary, person({ id: 'bilal' })])
  expect(may(empty, { person: 'bilal', matter: 'award', entity: 'organisation' }, { ...times, known: empty.head })).toMatchObject({ answer: 'reserved', heldBy: 'secretary-general', chain: [], capacity: null })
})

test('only what is asked about now can authorise', () => {
  const at = (asked: number) => standingOf({ on: asked, known: 1, now: 10 })
  expect([at(9), at(10), at(11)]).toEqual(['history', 'now', 'forecast'])
})
