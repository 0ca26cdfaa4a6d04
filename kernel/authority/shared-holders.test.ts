/** Classes and posts that hold jointly: who is among them, and how many seats they fill (rule 6). */
import { describe, expect, test } from 'vitest'

import type { Fact } from './model.ts'
import { asked, assignment, entity, ordinary, on, person, post, recorded } from './proof/example-facts.ts'
import { membersOf, postsInClass, seatsFilled, type ClassHolder } from './shared-holders.ts'

test.each<readonly [string, readonly (readonly string[])[], number]>([
  ['nobody', [], 0], ['somebody in none', [[]], 0], ['one each', [['a'], ['b']], 2], ['two in one seat', [['a'], ['a']], 1],
  ['one in two seats', [['a', 'b']], 1], ['the second has only what the first took', [['a', 'b'], ['a']], 2],
  ['each makes way for the next', [['a', 'b'], ['b', 'c'], ['a']], 3], ['three for two seats', [['a', 'b'], ['a', 'b'], ['a', 'b']], 2],
  ['who can make way for nobody', [['a'], ['a', 'b'], ['b']], 2], ['a long way round', [['a', 'b'], ['b', 'c'], ['c', 'd'], ['a'], ['b']], 4],
])('%s fill so many seats', (_, offers, seats) => expect(seatsFilled(offers)).toBe(seats))

describe('a class', () => {
  const directors: ClassHolder = { kind: 'class', grade: 'D-1', entity: 'department' }
  const seat = (who: string, where: string, grade: string, more: Partial<Parameters<typeof assignment>[0]> = {}): readonly Fact[] =>
    [person({ id: who }), post({ id: `${who}-post`, entity: where, grade }), assignment({ person: who, post: `${who}-post`, ...more })]
  const register = recorded([
    ...ordinary, entity({ id: 'department', parent: 'organisation' }), entity({ id: 'section', parent: 'department' }), entity({ id: 'gone', parent: 'department', effectiveTo: on('2020-02-01') }),
    entity({ id: 'below-gone', parent: 'gone' }), entity({ id: 'beside', parent: 'organisation' }),
    ...seat('amina', 'department', 'D-1'), ...seat('bilal', 'section', 'D-1'), ...seat('chen', 'department', 'P-5'), ...seat('dora', 'beside', 'D-1'), ...seat('emil', 'gone', 'D-1'),
    ...seat('fay', 'section', 'D-1', { assignment: 'acting', instrument: 'memo' }), ...seat('gil', 'section', 'D-1', { effectiveTo: on('2020-02-01') }), ...seat('hana', 'below-gone', 'D-1'),
    ...seat('ivo', 'organisation', 'D-1'), post({ id: 'abolished', entity: 'section', grade: 'D-1', effectiveTo: on('2020-02-01') }), person({ id: 'jo' }), assignment({ person: 'jo', post: 'abolished' }),
    post({ id: 'second', entity: 'section', grade: 'D-1' }), assignment({ person: 'amina', post: 'second' }),
  ])
  const times = asked(register, '2020-06-01')
  const seen = { register, times, world: register.world(times) }

  test('is everybody of the grade in the unit or below it, substantively, each once', () => {
    expect([...membersOf(seen, directors)].sort()).toEqual(['amina', 'bilal'])
    expect(membersOf(seen, { ...directors, grade: 'P-5' })).toEqual(['chen'])
    expect(membersOf(seen, { ...directors, grade: 'USG' })).toEqual([])
  })

  test('one is of it by every post that makes one so', () => {
    const posts = (who: string) => [...postsInClass(seen, directors, who)].sort()
    expect(['amina', 'bilal', 'chen', 'dora', 'fay', 'gil', 'ivo', 'jo'].map(posts)).toEqual([['amina-post', 'second'], ['bilal-post'], [], [], [], [], [], []])
  })
})
