/** Who could act for somebody who is away: colleagues there for the whole time, the nearest in grade first (rule 14). */
import { describe, expect, test } from 'vitest'

import { ifAbsent } from './if-absent.ts'
import type { AssignmentFact, Fact } from './model.ts'
import { asked, assignment, entity, on, ordinary, person, post, recorded } from './proof/example-facts.ts'

const span = { from: on('2021-06-01'), to: on('2021-06-10') }
const away = (who: string, from: string | null, to: string | null): Fact =>
  ({ kind: 'absence', id: `${who}-away`, person: who, absence: 'leave', effectiveFrom: from === null ? null : on(from), effectiveTo: to === null ? null : on(to) })

/** Somebody in a post of their own, of a grade. */
const colleague = (who: string, grade: string | null, held: Partial<AssignmentFact> = {}, where = 'organisation'): readonly Fact[] =>
  [person({ id: who }), post({ id: `${who}-post`, grade, entity: where }), assignment({ person: who, post: `${who}-post`, ...held })]

function proposed(given: readonly Fact[], more: readonly Fact[] = []) {
  const register = recorded([
    ...ordinary, entity({ id: 'elsewhere' }), person({ id: 'amina' }), post({ id: 'head', grade: 'D-1' }), assignment({ person: 'amina', post: 'head' }), ...given, ...more,
  ])
  return ifAbsent(register, 'amina', span, asked(register, '2021-05-01')).proposals
}
const names = (given: readonly Fact[], more: readonly Fact[] = []) => proposed(given, more)[0]?.persons.map(each => each.person)

test('the nearest in grade first, above or below; of one grade by name; without a grade last; at most five', () => {
  const all = [
    ...colleague('no-grade', null), ...colleague('below', 'P-5'), ...colleague('far', 'P-3'), ...colleague('above', 'D-2'), ...colleague('same', 'D-1'), ...colleague('also', 'D-1'),
  ]
  expect(proposed(all)).toEqual([{
    post: 'head',
    persons: [
      { person: 'also', post: 'also-post', grade: 'D-1' }, { person: 'same', post: 'same-post', grade: 'D-1' },
      { person: 'above', post: 'above-post', grade: 'D-2' }, { person: 'below', post: 'below-post', grade: 'P-5' },
      { person: 'far', post: 'far-post', grade: 'P-3' },
    ],
  }])
  expect(names(all.filter(fact => !fact.id.startsWith('far')))).toEqual(['also', 'same', 'above', 'below', 'no-grade'])
})

describe('nobody who', () => {
  test.each<readonly [string, readonly Fact[], boolean]>([
    ['is there all the time', colleague('bo', 'D-1'), true],
    ['leaves on the last day', colleague('bo', 'D-1', { effectiveTo: span.to }), true],
    ['leaves an instant before the end', colleague('bo', 'D-1', { effectiveTo: span.to - 1 }), false],
    ['comes on the first day', colleague('bo', 'D-1', { effectiveFrom: span.from }), true],
    ['comes an instant later', colleague('bo', 'D-1', { effectiveFrom: span.from + 1 }), false],
    ['only acts in a post', colleague('bo', 'D-1', { assignment: 'acting' }), false],
    ['sits elsewhere', colleague('bo', 'D-1', {}, 'elsewhere'), false],
    ['is no staff', [...colleague('bo', 'D-1'), person({ id: 'bo', staff: false })], false],
    ['is known to nobody', [post({ id: 'p', grade: 'D-1' }), assignment({ person: 'bo', post: 'p' })], false],
    ['sits in a post that is gone', [...colleague('bo', 'D-1'), post({ id: 'bo-post', grade: 'D-1', effectiveTo: span.from })], false],
    ['comes back on the first day', [...colleague('bo', 'D-1'), away('bo', '2021-05-01', '2021-06-01')], true],
    ['is away on the first day', [...colleague('bo', 'D-1'), away('bo', '2021-05-01', '2021-06-02')], false],
    ['goes on leave on the last day', [...colleague('bo', 'D-1'), away('bo', '2021-06-10', '2021-07-01')], true],
    ['goes before it', [...colleague('bo', 'D-1'), away('bo', '2021-06-09', '2021-07-01')], false],
    ['is away without a date of return', [...colleague('bo', 'D-1'), away('bo', '2021-01-01', null)], false],
    ['is away since no date', [...colleague('bo', 'D-1'), away('bo', null, '2021-06-05')], false],
    ['sits in the same post', [person({ id: 'bo' }), assignment({ person: 'bo', post: 'head' })], false],
  ])('%s: could or could not', (_, given, could) => expect(names(given)).toEqual(could ? ['bo'] : []))

  test('is the one away, whatever other post they hold', () => {
    expect(proposed(colleague('bo', 'D-1'), [post({ id: 'second', grade: 'D-1' }), assignment({ person: 'amina', post: 'second' })])).toEqual([
      { post: 'head', persons: [{ person: 'bo', post: 'bo-post', grade: 'D-1' }] }, { post: 'second', persons: [{ person: 'bo', post: 'bo-post', grade: 'D-1' }] },
    ])
  })
})

test('a post in which they only acted, and one that is gone, want nobody', () => {
  expect(proposed(colleague('bo', 'D-1'), [assignment({ person: 'amina', post: 'head', assignment: 'acting' })])).toEqual([])
  expect(proposed(colleague('bo', 'D-1'), [post({ id: 'head', grade: 'D-1', effectiveTo: span.from })])).toEqual([])
})

test('the lowest grade of all is a grade, and none is none', () => {
  const lowest = [post({ id: 'head', grade: 'P-3' })]
  expect(names([...colleague('zoe', 'P-3'), ...colleague('bo', 'P-5'), ...colleague('al', null)], lowest)).toEqual(['zoe', 'bo', 'al'])
  expect(names([...colleague('zoe', 'P-3'), ...colleague('al', null)])).toEqual(['zoe', 'al'])
})

test('where the post has no grade the framework knows, by name', () => {
  expect(names([...colleague('zoe', 'D-1'), ...colleague('bo', 'P-3')], [post({ id: 'head', grade: 'G-9' })])).toEqual(['bo', 'zoe'])
})
