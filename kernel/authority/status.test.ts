/** What state a delegation is in, and why: each state by the smallest record that shows it (DESIGN §3.1 rules 6, 8, 11, 12, 24). */
import { expect, test } from 'vitest'

import type { DelegationFact, Fact } from './model.ts'
import { asked, assignment, delegation, entity, matter, on, ordinary, passable, person, post, recorded, upTo } from './proof/example-facts.ts'
import { statusOf, type DelegationState } from './status.ts'

const today = '2020-06-01'
const base: readonly Fact[] = [
  ...ordinary, matter({ id: 'first-accept', acceptance: 'before-use' }), matter({ id: 'once', delegable: 'once' }),
  entity({ id: 'section', parent: 'organisation' }), entity({ id: 'elsewhere' }), entity({ id: 'gone', effectiveTo: on('2020-02-01') }),
  ...['amina', 'bilal', 'chen', 'dora'].map(id => person({ id })), post({ id: 'far', entity: 'elsewhere', grade: 'P-3' }),
  post({ id: 'ungraded' }), post({ id: 'odd', grade: 'G-9' }), assignment({ person: 'bilal', post: 'ungraded' }), assignment({ person: 'chen', post: 'ungraded' }),
  assignment({ person: 'chen', post: 'far' }), assignment({ person: 'chen', post: 'odd' }),
  post({ id: 'filled', grade: 'D-1' }), post({ id: 'empty' }), post({ id: 'empty-too' }), assignment({ person: 'amina', post: 'filled' }),
]
const parent = (more: Partial<DelegationFact> = {}) =>
  delegation({ holder: { kind: 'person', person: 'amina' }, subdelegation: passable(), limits: upTo('100'), ...more, id: 'parent' })

interface Case {
  readonly is: string
  readonly state: DelegationState
  readonly line?: Partial<DelegationFact>
  readonly above?: Partial<DelegationFact>
  /** Of the reasons, in order. */
  readonly because?: readonly object[]
}

const own = { subdelegation: passable(3, { ownEntityOnly: true }) }
const from = (lowestGrade: string) => ({ subdelegation: passable(3, { lowestGrade }) })
const why = (code: string, since: number | null, more: object = {}) => ({ code, delegation: 'line', since, ...more })

const cases: readonly Case[] = [
  { is: 'in force', state: 'in-force', because: [] },
  { is: 'not begun', state: 'not-started', line: { effectiveFrom: on('2020-09-01') }, because: [why('not-in-force', on('2020-09-01'))] },
  { is: 'over', state: 'expired', line: { effectiveTo: on(today) }, because: [why('not-in-force', on(today))] },
  { is: 'revoked', state: 'revoked', line: { endedAt: on(today), endReason: 'revoked' }, because: [why('revoked', on(today))] },
  { is: 'withdrawn', state: 'withdrawn', line: { endedAt: on(today), endReason: 'withdrawn' } },
  { is: 'declined', state: 'declined', line: { endedAt: on(today), endReason: 'declined' } },
  { is: 'rescinded', state: 'rescinded', line: { endedAt: on(today), endReason: 'rescinded' } },
  { is: 'fallen on a date', state: 'fallen', line: { fallsAt: on(today) }, because: [why('fallen', on(today))] },
  { is: 'suspended', state: 'suspended', line: { suspensions: [{ from: on('2020-05-01'), to: null }] }, because: [why('suspended', on('2020-05-01'))] },
  { is: 'asleep', state: 'dormant', line: { emergency: { trigger: 'flood', lapsesAfterDays: null, declared: [] } }, because: [why('emergency-dormant', null)] },
  { is: 'not accepted', state: 'awaiting-acceptance', line: { matter: 'first-accept' }, because: [why('not-accepted', null)] },
  {
    is: 'under one that was revoked', state: 'chain-broken', line: { parent: 'parent', limits: upTo('100') }, above: { endedAt: on(today), endReason: 'revoked' },
    because: [{ code: 'chain-broken', delegation: 'line', at: 'parent', because: 'revoked' }],
  },
  { is: 'under one that is not there', state: 'chain-broken', line: { parent: 'nothing' }, because: [{ code: 'chain-broken', delegation: 'line', at: 'nothing', because: 'unknown' }] },
  { is: 'wider than the one above', state: 'invalid', line: { parent: 'parent', limits: upTo('101') } },
  { is: 'under one that may not be passed on', state: 'invalid', line: { parent: 'parent', limits: upTo('1') }, above: { subdelegation: null } },
  { is: 'ended, and under one that was revoked', state: 'revoked', line: { parent: 'parent', limits: upTo('1'), endedAt: on(today), endReason: 'revoked' }, above: { endedAt: on(today), endReason: 'revoked' } },
  { is: 'to a post with somebody in it', state: 'in-force', line: { holder: { kind: 'post', post: 'filled' } }, because: [] },
  { is: 'to an empty post', state: 'vacant', line: { holder: { kind: 'post', post: 'empty' } }, because: [{ code: 'vacancy', delegation: 'line', post: 'empty' }] },
  {
    is: 'to two posts together, the second empty', state: 'vacant', line: { holder: { kind: 'joint', posts: ['filled', 'empty-too'], needed: 2 } },
    because: [{ code: 'vacancy', delegation: 'line', post: 'empty-too' }],
  },
  {
    is: 'to a class nobody is of', state: 'vacant', line: { holder: { kind: 'class', grade: 'USG', entity: 'organisation' } },
    because: [{ code: 'class-empty', delegation: 'line', grade: 'USG', entity: 'organisation' }],
  },
  { is: 'to a class somebody is of', state: 'in-force', line: { holder: { kind: 'class', grade: 'D-1', entity: 'organisation' } }, because: [] },
]

/** Who may receive, and what of, looked at as long as the line stands (rules 3 and 5). */
const scoped: readonly Case[] = [
  { is: 'on a matter that is delegated once only', state: 'invalid', line: { parent: 'parent', matter: 'once' }, above: { matter: 'once', limits: [] } },
  { is: 'for a unit beside the parent’s', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), entities: ['section'] }, above: { entities: ['elsewhere'] } },
  { is: 'for a unit that is gone, and one of the parent’s', state: 'in-force', line: { parent: 'parent', limits: upTo('1'), entities: ['gone', 'section'] }, above: { entities: ['section'] } },
  { is: 'to somebody of the delegate’s own unit', state: 'in-force', line: { parent: 'parent', limits: upTo('1') }, above: own },
  { is: 'to a post elsewhere', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'far' } }, above: own },
  { is: 'to posts together, one of them elsewhere', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'joint', posts: ['filled', 'far'], needed: 1 } }, above: own },
  { is: 'to somebody with one post here and one elsewhere', state: 'in-force', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'person', person: 'chen' } }, above: own },
  {
    is: 'from somebody between posts, to a post in what they covered', state: 'in-force',
    line: { parent: 'parent', limits: upTo('1'), entities: ['elsewhere'], holder: { kind: 'post', post: 'far' } },
    above: { ...own, holder: { kind: 'person', person: 'dora' }, entities: ['elsewhere'] },
  },
  {
    is: 'from somebody between posts, to a post outside it', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), entities: ['elsewhere'], holder: { kind: 'post', post: 'filled' } },
    above: { ...own, holder: { kind: 'person', person: 'dora' }, entities: ['elsewhere'] },
  },
  { is: 'to a post of the lowest grade', state: 'in-force', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'filled' } }, above: from('D-1') },
  { is: 'to a post below it', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'far' } }, above: from('D-1') },
  { is: 'to a post without a grade', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'ungraded' } }, above: from('P-3') },
  { is: 'to the first grade of all', state: 'in-force', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'far' } }, above: from('P-3') },
  { is: 'where nobody knows the grade', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'filled' } }, above: from('G-9') },
  { is: 'to a post of a grade nobody knows, where nobody knows the grade', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'post', post: 'odd' } }, above: from('G-9') },
  {
    is: 'to a class of the grade', state: 'in-force', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'class', grade: 'D-1', entity: 'organisation' } }, above: from('D-1'),
  },
  {
    is: 'to a class below it', state: 'invalid', line: { parent: 'parent', limits: upTo('1'), holder: { kind: 'class', grade: 'P-3', entity: 'organisation' } }, above: from('D-1'),
  },
]

test.each([...cases, ...scoped])('$is: $state', ({ state, line = {}, above = {}, because }) => {
  const register = recorded([...base, parent(above), delegation({ holder: { kind: 'person', person: 'bilal' }, ...line, id: 'line' })])
  const found = statusOf(register, 'line', asked(register, today))
  expect(found.state).toBe(state)
  if (because !== undefined) expect(found.reasons).toEqual(because)
  if (state === 'invalid') expect(found.reasons.length).toBeGreaterThan(0)
})

test('not published before it was recorded, and not recorded at all', () => {
  const register = recorded(base, on('2020-01-01'))
  register.apply(delegation({ id: 'line', holder: { kind: 'person', person: 'bilal' } }), register.head + 1, on('2020-03-01'))
  expect(statusOf(register, 'line', { on: on('2020-02-01'), known: register.head, now: on(today) })).toEqual({
    state: 'not-published', reasons: [why('not-published', on('2020-03-01'))],
  })
  expect(statusOf(register, 'line', { on: on('2020-03-01'), known: register.head, now: on(today) }).state).toBe('in-force')
  expect(statusOf(register, 'nothing', asked(register, today))).toEqual({ state: 'not-recorded', reasons: [] })
})
