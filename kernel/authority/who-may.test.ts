/** Who may decide, by post and by body too, whoever is in them. What it says of each person is held against `may` in `proof/`. */
import { describe, expect, test } from 'vitest'

import type { Fact, Question } from './model.ts'
import { asked, assignment, body, delegation, matter, on, ordinary, passable, person, post, recorded, upTo, usd } from './proof/example-facts.ts'
import { whoMay } from './who-may.ts'

const facts: readonly Fact[] = [
  ...ordinary, matter({ id: 'kept', delegable: 'no' }), matter({ id: 'advised', advisers: ['filled'] }),
  matter({ id: 'endorsed', preconditions: [{ kind: 'advice', fact: 'advice', givenBy: [] }] }),
  ...['amina', 'bilal', 'chen'].map(id => person({ id })),
  ...['filled', 'acted', 'empty', 'also'].map(id => post({ id, grade: 'D-1' })), body({ id: 'board' }),
  assignment({ person: 'amina', post: 'filled' }), assignment({ person: 'bilal', post: 'filled', assignment: 'acting', instrument: 'memo' }),
  assignment({ person: 'bilal', post: 'acted', assignment: 'acting', instrument: 'memo' }), assignment({ person: 'chen', post: 'also' }),
  ...['filled', 'acted', 'empty'].map(id => delegation({ id, holder: { kind: 'post', post: id }, limits: upTo('100'), subdelegation: passable() })),
  delegation({ id: 'board', holder: { kind: 'body', body: 'board' }, limits: upTo('900') }),
  delegation({ id: 'kept', matter: 'kept', holder: { kind: 'person', person: 'chen' } }),
  delegation({ id: 'advised', matter: 'advised', holder: { kind: 'post', post: 'filled' } }), delegation({ id: 'advised-too', matter: 'advised', holder: { kind: 'post', post: 'also' } }),
  delegation({ id: 'endorsed', matter: 'endorsed', holder: { kind: 'post', post: 'also' } }),
  delegation({ id: 'together', holder: { kind: 'joint', posts: ['also', 'filled'], needed: 2 }, limits: upTo('5') }),
]
const register = recorded(facts)
const ask = (question: Omit<Question, 'person' | 'body'>, date = '2020-06-01') => whoMay(register, question, asked(register, date))

describe('who may', () => {
  test('posts are vacant where nobody sits in them substantively', () => {
    expect([...ask({ matter: 'award', amount: usd('100') }).posts].sort((a, b) => (a.post < b.post ? -1 : 1))).toEqual([
      { post: 'acted', vacant: true, delegation: 'acted' }, { post: 'empty', vacant: true, delegation: 'empty' },
      { post: 'filled', vacant: false, delegation: 'filled' },
    ])
  })

  test('bodies and posts whose limits it passes are not among them', () => {
    const { posts, bodies, people } = ask({ matter: 'award', amount: usd('101') })
    expect({ posts, bodies, people }).toEqual({ posts: [], bodies: [{ body: 'board', delegation: 'board' }], people: [] })
  })

  test('each with the post, the limits and how they hold it', () => {
    const found = ask({ matter: 'award', amount: usd('50') }).people
    expect(found.filter(each => each.delegation === 'filled').sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
      { person: 'amina', post: 'filled', delegation: 'filled', limits: upTo('100'), assignment: 'substantive', verdict: 'permitted' },
      { person: 'bilal', post: 'filled', delegation: 'filled', limits: upTo('100'), assignment: 'acting', verdict: 'permitted' },
    ])
  })

  test('nobody for a matter that is not delegated, that there is not, or that lies before the register', () => {
    const none = { people: [], notYet: [], posts: [], bodies: [] }
    expect([ask({ matter: 'kept' }), ask({ matter: 'unknown' }), ask({ matter: 'award', amount: usd('1') }, '2019-12-31')]).toEqual([none, none, none])
  })

  test('an adviser on the matter is asked for advice, not for the decision', () => {
    expect(ask({ matter: 'advised' }).people.map(each => each.person)).toEqual(['chen'])
  })

  test('who waits for something open is told apart', () => {
    const { people, notYet } = ask({ matter: 'endorsed' })
    expect([people, notYet.map(each => [each.person, each.verdict])]).toEqual([[], [['chen', 'not-yet']]])
    expect(ask({ matter: 'endorsed', facts: { advice: 'true' } }).people.map(each => each.person)).toEqual(['chen'])
  })

  test('nobody in a post that is gone', () => {
    const later = recorded([...facts, post({ id: 'filled', effectiveTo: on('2020-05-01') })])
    const found = whoMay(later, { matter: 'award', amount: usd('50') }, asked(later, '2020-06-01'))
    expect(found.people.filter(each => each.delegation === 'filled')).toEqual([])
  })
})
