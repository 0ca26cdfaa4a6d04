/** All that one person may do: lines under which they act or will act, from when, until when, and what each allows them. */
import { describe, expect, test } from 'vitest'

import { delegationsOfPerson, holds, type Holding } from './holds.ts'
import type { DelegationFact, Fact, Holder } from './model.ts'
import { asked, assignment, delegation, matter, on, ordinary, passable, person, post, recorded } from './proof/example-facts.ts'

const amina: Holder = { kind: 'person', person: 'amina' }
const base: readonly Fact[] = [
  ...ordinary, matter({ id: 'once', delegable: 'once' }), matter({ id: 'first-accept', acceptance: 'before-use' }),
  person({ id: 'amina' }), person({ id: 'bilal' }), post({ id: 'head', grade: 'D-1' }), post({ id: 'other' }), assignment({ person: 'amina', post: 'head' }),
  assignment({ person: 'bilal', post: 'head', assignment: 'acting', instrument: 'memo' }), assignment({ person: 'amina', post: 'other', effectiveTo: on('2020-03-01') }),
]
const today = '2020-06-01'
function held(facts: readonly Fact[], who = 'amina'): readonly Holding[] {
  const register = recorded([...base, ...facts])
  return holds(register, who, asked(register, today))
}
const line = (more: Partial<DelegationFact> = {}) => delegation({ acceptedAt: on('2020-01-01'), holder: amina, ...more, id: 'line' })

test('what is held in person and in a post, with its limits and where', () => {
  const limits = [{ term: 12 }]
  expect(held([line({ limits, subdelegation: passable() }), delegation({ id: 'below', parent: 'line', holder: { kind: 'person', person: 'bilal' }, limits })])).toEqual([{
    delegation: 'line', matter: 'award', entities: ['organisation'], limits, from: on('2020-01-01'), until: null, capacity: null, state: 'in-force',
    children: 1, acceptanceWanted: false, canExercise: true, canPassOn: true,
  }])
  expect(held([line({ holder: { kind: 'post', post: 'head' } })])).toMatchObject([{ capacity: 'head', children: 0, canPassOn: false }])
})

test.each<readonly [string, Partial<DelegationFact>, number | null]>([
  ['its end', { effectiveTo: on('2021-01-01') }, on('2021-01-01')],
  ['the day it falls, before its end', { effectiveTo: on('2021-01-01'), fallsAt: on('2020-09-01') }, on('2020-09-01')],
  ['its end, before the day it falls', { effectiveTo: on('2020-09-01'), fallsAt: on('2021-01-01') }, on('2020-09-01')],
  ['a revocation to come', { effectiveTo: on('2021-01-01'), endedAt: on('2020-08-01'), endReason: 'revoked' }, on('2020-08-01')],
  ['never', {}, null],
])('until %s', (_, more, until) => expect(held([line(more)])[0]?.until).toBe(until))

test.each<readonly [string, Partial<DelegationFact>, string | null]>([
  ['begins later', { effectiveFrom: on('2020-09-01') }, 'not-started'],
  ['is over', { effectiveTo: on('2020-06-01') }, null],
  ['was revoked', { endedAt: on('2020-05-01'), endReason: 'revoked' }, null],
  ['is suspended', { suspensions: [{ from: on('2020-05-01'), to: null }] }, 'suspended'],
  ['is for an emergency', { emergency: { trigger: 'flood', lapsesAfterDays: 30, declared: [] } }, 'dormant'],
  ['waits to be accepted', { matter: 'first-accept', acceptedAt: null }, 'awaiting-acceptance'],
  ['hangs on nothing', { parent: 'gone' }, 'chain-broken'],
])('a line that %s', (_, more, state) => {
  const found = held([line(more)])
  expect(found.map(each => each.state)).toEqual(state === null ? [] : [state])
  expect(found.every(each => !each.canExercise && !each.canPassOn)).toBe(true)
})

test('acceptance is wanted of what is not accepted and has not ended', () => {
  const wanted = (more: Partial<DelegationFact>) => held([line(more)])[0]?.acceptanceWanted
  expect([wanted({}), wanted({ acceptedAt: null }), wanted({ acceptedAt: null, endedAt: on('2020-09-01'), endReason: 'revoked' })]).toEqual([false, true, false])
})

describe('exercising and passing on', () => {
  const can = (more: Partial<DelegationFact>, who = 'amina') =>
    held([line({ subdelegation: passable(), ...more })], who).map(({ canExercise, canPassOn }) => [canExercise, canPassOn])
  test.each<readonly [string, Partial<DelegationFact>, readonly [boolean, boolean]]>([
    ['both', {}, [true, true]],
    ['only passed on', { mayExercise: false }, [false, true]],
    ['only exercised', { subdelegation: null }, [true, false]],
    ['no level left to pass on to', { subdelegation: passable(0) }, [true, false]],
    ['a matter that is delegated once', { matter: 'once' }, [true, false]],
    ['held as one of a class', { holder: { kind: 'class', grade: 'D-1', entity: 'organisation' } }, [true, false]],
    ['held in the post', { holder: { kind: 'post', post: 'head' } }, [true, true]],
  ])('%s', (_, more, allowed) => expect(can(more)).toEqual([allowed]))

  test('who acts exercises and does not pass on (rule 14)', () => {
    expect(can({ holder: { kind: 'post', post: 'head' } }, 'bilal')).toEqual([[true, false]])
  })
})

test('a post they left is held no more, and its lines are theirs on record', () => {
  const ofOther = [line({ holder: { kind: 'post', post: 'other' } })]
  expect(held(ofOther)).toEqual([])
  const register = recorded([...base, ...ofOther])
  expect(delegationsOfPerson(register, 'amina', asked(register, today)).map(({ id }) => id)).toEqual(['line'])
})
