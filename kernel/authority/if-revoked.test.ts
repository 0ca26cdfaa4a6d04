/** What would fall, go on and be left uncovered if a line were revoked or suspended (rules 11 and 12; SEMANTICS, Ending and changing). */
import { describe, expect, test } from 'vitest'

import type { ChildChoice } from './acts/revoke.ts'
import { ifPersonLeaves } from './if-person-leaves.ts'
import { ifRevoked } from './if-revoked.ts'
import { ifSuspended } from './if-suspended.ts'
import type { DelegationFact, Fact, FallChoice } from './model.ts'
import { asked, assignment, delegation, entity, framework, matter, on, ordinary, passable, person, post, recorded, upTo } from './proof/example-facts.ts'

const today = '2021-06-01'
const line = (id: string, parent: string | null, who: string, more: Partial<DelegationFact> = {}) =>
  delegation({ id, parent, holder: { kind: 'person', person: who }, subdelegation: passable(), ...more })

/** A root, two below it, one below the first of these. */
const facts: readonly Fact[] = [
  ...ordinary, entity({ id: 'section', parent: 'organisation' }), matter({ id: 'pay' }), ...['amina', 'bilal', 'chen', 'dora', 'emil'].map(id => person({ id })),
  line('top', null, 'amina', { limits: upTo('1000') }),
  line('middle', 'top', 'bilal', { limits: upTo('1000') }),
  line('first', 'middle', 'chen', { limits: upTo('500'), entities: ['section'] }),
  line('second', 'middle', 'dora', { limits: upTo('600') }),
  line('below', 'first', 'emil', { limits: upTo('100'), entities: ['section'] }),
]
const effect = (choices: Readonly<Record<string, ChildChoice>>, more: readonly Fact[] = [], id = 'middle') => {
  const register = recorded([...facts, ...more])
  return ifRevoked(register, id, choices, asked(register, today))
}
const stands = { kind: 'stands' } as const
const falls = { kind: 'falls' } as const
const on2022 = { kind: 'falls-on', at: on('2022-01-01') } as const

describe('what falls and what goes on', () => {
  test('by the choice made for each direct child, with all below it; oldest first', () => {
    const found = effect({ first: stands, second: falls })
    expect(found.direct).toEqual([
      { delegation: 'first', choice: stands, standsProblem: [] }, { delegation: 'second', choice: falls, standsProblem: [] },
    ])
    expect([found.stands, found.falls]).toEqual([['first', 'below'], ['second']])
  })

  test.each<readonly [FallChoice, readonly string[]]>([['falls', []], ['stands', ['first', 'below', 'second']]])(
    'without a choice by the framework’s default: %s', (fallDefault, going) => {
      expect(effect({}, [framework({ id: 'framework', fallDefault })]).stands).toEqual(going)
    })

  test('on a date to come it goes on till then, on one that has come it falls', () => {
    expect(effect({ first: on2022, second: falls }).stands).toEqual(['first', 'below'])
    expect(effect({ first: { kind: 'falls-on', at: on(today) }, second: falls }).stands).toEqual([])
    expect(effect({ first: { kind: 'falls-on', at: on(today) + 1 }, second: falls }).stands).toEqual(['first', 'below'])
  })

  test('what would not fit above falls, and is told why', () => {
    const found = effect({ first: stands, second: stands }, [line('top', null, 'amina', { limits: upTo('550') })])
    expect(found.direct.map(each => each.standsProblem.map(({ code }) => code))).toEqual([[], ['never-wider']])
    expect([found.stands, found.falls]).toEqual([['first', 'below'], ['second']])
    const root = effect({ middle: on2022 }, [], 'top')
    expect(root.direct[0]?.standsProblem.map(({ code }) => code)).toEqual(['legal-basis-missing'])
    expect(root.falls.length).toBe(4)
  })

  test('of what falls nobody asks whether it would fit', () => {
    const found = effect({ first: falls, second: falls }, [line('top', null, 'amina', { limits: upTo('1') })])
    expect(found.direct.map(each => each.standsProblem)).toEqual([[], []])
  })

  test('what the one above may give only to some, counts where the child would hang under it', () => {
    const found = effect({ first: stands, second: falls }, [line('top', null, 'amina', { limits: upTo('1000'), subdelegation: passable(3, { lowestGrade: 'D-1' }) })])
    expect(found.direct[0]?.standsProblem.map(({ code }) => code)).toEqual(['recipient-scope'])
  })

  test('a child that has ended asks for no choice, one that will end later does', () => {
    const ended = (endedAt: number) => effect({}, [line('second', 'middle', 'dora', { endedAt, endReason: 'revoked' })]).direct.map(each => each.delegation)
    expect([ended(on(today)), ended(on(today) + 1)]).toEqual([['first'], ['first', 'second']])
  })

  test('nothing, of a line nobody recorded', () => {
    expect(effect({}, [], 'nothing')).toEqual({ direct: [], falls: [], stands: [], uncovered: [] })
  })
})

describe('what would be left uncovered', () => {
  test('each matter and unit once, with everybody who decides there now, and whether somebody else could', () => {
    expect(effect({}).uncovered).toEqual([
      { matter: 'award', entity: 'organisation', persons: ['bilal', 'dora'], nobodyElse: false },
      { matter: 'award', entity: 'section', persons: ['chen', 'emil'], nobodyElse: false },
    ])
    expect(effect({}, [], 'top').uncovered.map(each => each.nobodyElse)).toEqual([true, true])
  })

  test.each<readonly [string, Partial<DelegationFact>, boolean]>([
    ['another line covers the unit', {}, false],
    ['the other is of another matter', { matter: 'pay' }, true],
    ['the other is only passed on', { mayExercise: false }, true],
    ['the other covers only a unit below', { entities: ['section'] }, true],
    ['the other has ended', { endedAt: on(today), endReason: 'revoked' }, true],
    ['the other is to an empty post', { holder: { kind: 'post', post: 'empty' } }, true],
  ])('nobody else could, or could: %s', (_, more, nobodyElse) => {
    const other = delegation({ id: 'other', holder: { kind: 'person', person: 'emil' }, ...more })
    const [whole] = effect({}, [post({ id: 'empty' }), other], 'top').uncovered
    expect(whole).toEqual({ matter: 'award', entity: 'organisation', persons: ['amina', 'bilal', 'dora'], nobodyElse })
  })

  test('who only passes on loses no decision', () => {
    expect(effect({}, [line('middle', 'top', 'bilal', { limits: upTo('1000'), mayExercise: false })]).uncovered[0]?.persons).toEqual(['dora'])
  })

  test('of a line that is not in force, only what is below it and still is', () => {
    const suspended = [line('middle', 'top', 'bilal', { limits: upTo('1000'), suspensions: [{ from: on('2021-01-01'), to: null }] })]
    expect(effect({}, suspended)).toMatchObject({ falls: [], stands: [], uncovered: [] })
  })
})

test('a suspension stops all below, whatever the framework says of what falls; nothing ends', () => {
  const register = recorded([...facts, framework({ id: 'framework', fallDefault: 'stands' })])
  expect(ifSuspended(register, 'middle', asked(register, today))).toEqual({
    stops: ['first', 'below', 'second'],
    uncovered: [
      { matter: 'award', entity: 'organisation', persons: ['bilal', 'dora'], nobodyElse: false },
      { matter: 'award', entity: 'section', persons: ['chen', 'emil'], nobodyElse: false },
    ],
  })
})

describe('if somebody leaves', () => {
  const leaving = (who: string, more: readonly Fact[] = []) => {
    const register = recorded([...facts, ...more])
    return ifPersonLeaves(register, who, asked(register, today))
  }

  test('their lines are vacant, what hangs below goes on, and is counted where it is in force', () => {
    expect(leaving('bilal').loses).toEqual([{ delegation: 'middle', vacant: true, below: 3 }])
    expect(leaving('bilal', [line('second', 'middle', 'dora', { endedAt: on(today), endReason: 'revoked' })]).loses[0]?.below).toBe(2)
    expect(leaving('emil').loses).toEqual([{ delegation: 'below', vacant: true, below: 0 }])
  })

  test('nobody unknown, and nobody who has left, loses anything; nor does a line that is over count', () => {
    expect(leaving('nobody')).toEqual({ loses: [], uncovered: [] })
    expect(leaving('bilal', [person({ id: 'bilal', effectiveTo: on('2021-01-01') })])).toEqual({ loses: [], uncovered: [] })
    expect(leaving('emil', [line('below', 'first', 'emil', { effectiveTo: on(today) })])).toEqual({ loses: [], uncovered: [] })
  })

  test('a post with another in it is not vacant, and the matter not uncovered by that', () => {
    const shared = [
      post({ id: 'desk' }), assignment({ person: 'emil', post: 'desk' }), assignment({ person: 'chen', post: 'desk' }),
      delegation({ id: 'of-desk', holder: { kind: 'post', post: 'desk' }, matter: 'pay' }),
    ]
    const found = leaving('emil', shared)
    expect(found.loses).toContainEqual({ delegation: 'of-desk', vacant: false, below: 0 })
    expect(found.uncovered).toContainEqual({ matter: 'pay', entity: 'organisation', persons: ['emil'], nobodyElse: false })
  })

  test('what they only pass on leaves nothing uncovered', () => {
    expect(leaving('emil', [line('below', 'first', 'emil', { limits: upTo('100'), entities: ['section'], mayExercise: false })])).toEqual({
      loses: [{ delegation: 'below', vacant: true, below: 0 }], uncovered: [],
    })
  })
})
