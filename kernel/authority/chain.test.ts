/** Chains at their edges: depth counted from each link, circles, links that went missing, who may receive (rules 1, 5, 11). */
import { describe, expect, test } from 'vitest'

import { inForce } from './chain.ts'
import { groundOf } from './ground.ts'
import { may } from './may.ts'
import type { DelegationFact, Fact } from './model.ts'
import { asked, assignment, delegation, entity, matter, on, ordinary, passable, person, place, post, recorded } from './proof/example-facts.ts'
import { whoMay } from './who-may.ts'

const people = ['a', 'b', 'c', 'd', 'e']
const base: readonly Fact[] = [...ordinary, ...people.map(id => person({ id }))]
/** Each passed on from the one before, to the person of its name. */
const chain = (...links: readonly Partial<DelegationFact>[]): readonly Fact[] =>
  links.map((more, index) => delegation({
    id: people[index] ?? '', parent: index === 0 ? null : (people[index - 1] ?? null), subdelegation: passable(), ...more,
  }))
const asks = { matter: 'award', entity: 'organisation' }

/** What stands against the last of them; the people who may, by `whoMay`. */
function told(facts: readonly Fact[], who: string, more: readonly Fact[] = []) {
  const register = recorded([...base, ...facts, ...more])
  const times = asked(register, '2020-06-01')
  return {
    codes: may(register, { ...asks, person: who }, times).reasons.map(({ code }) => code).sort(),
    people: whoMay(register, asks, times).people.map(each => each.person).sort(),
  }
}

describe('depth is counted from each link', () => {
  test.each<readonly [string, readonly number[], string, readonly string[]]>([
    ['as deep as each allows', [3, 2, 1, 0], 'd', []],
    ['one deeper than the root allows', [2, 2, 2, 0], 'd', ['too-deep']],
    ['one deeper than the second allows', [3, 1, 1, 0], 'd', ['too-deep']],
    ['deeper than two of them allow', [2, 1, 1, 0], 'd', ['too-deep', 'too-deep']],
    ['from one that may not pass on', [3, 0, 1, 0], 'c', ['no-subdelegation']],
    ['its child is told the same', [3, 0, 1, 0], 'd', ['no-subdelegation']],
    ['the one above the break stands', [2, 1, 1, 0], 'c', []],
  ])('%s', (_, depths, who, codes) => {
    const found = told(chain(...depths.map(depth => ({ subdelegation: passable(depth) }))), who)
    expect(found.codes).toEqual(codes)
    expect(found.people.includes(who)).toBe(codes.length === 0)
  })
})

describe('where the chain does not reach a root', () => {
  test.each<readonly [string, readonly Fact[], string]>([
    ['its parent is not on the register', [delegation({ id: 'a', parent: 'gone' })], 'a'],
    ['its parent’s parent is not', [delegation({ id: 'a', parent: 'gone', subdelegation: passable() }), delegation({ id: 'b', parent: 'a' })], 'b'],
    ['it hangs on itself', [delegation({ id: 'a', parent: 'a', subdelegation: passable() })], 'a'],
    ['two hang on each other', [delegation({ id: 'a', parent: 'b', subdelegation: passable() }), delegation({ id: 'b', parent: 'a', subdelegation: passable() })], 'a'],
    ['it hangs on a circle', [
      delegation({ id: 'a', parent: 'b', subdelegation: passable() }), delegation({ id: 'b', parent: 'a', subdelegation: passable() }), delegation({ id: 'c', parent: 'b' }),
    ], 'c'],
  ])('%s', (_, facts, who) => {
    const { codes, people: able } = told([...facts, delegation({ id: 'e' })], who)
    expect(codes).toContain('chain-broken')
    expect(able).toEqual(['e'])
    const register = recorded([...base, ...facts])
    const row = register.delegation(who, { on: on('2020-06-01'), known: register.head })
    expect(row === null ? null : inForce(groundOf(register, 'award', asked(register, '2020-06-01')), row)).toBe(false)
  })
})

describe('every link must stand', () => {
  test.each<readonly [string, Partial<DelegationFact>]>([
    ['the root is suspended', { suspensions: [{ from: on('2020-05-01'), to: null }] }], ['it ended', { endedAt: on('2020-06-01'), endReason: 'revoked' }],
    ['it is over', { effectiveTo: on('2020-06-01') }], ['it has not begun', { effectiveFrom: on('2020-06-02') }],
  ])('%s: nobody below may', (_, more) => {
    const { codes, people: able } = told(chain(more, {}, {}), 'c', [delegation({ id: 'e' })])
    expect(codes).toEqual(['chain-broken'])
    expect(able).toEqual(['e'])
  })
})

test('a root accepted at this very instant carries what hangs below it, and not an instant earlier', () => {
  const law: Fact = matter({ id: 'award', acceptance: 'before-use' })
  const accepted = on('2020-05-01')
  const register = recorded([...base, law, delegation({ id: 'e', acceptedAt: accepted }), ...chain({ acceptedAt: on('2020-06-01') }, { acceptedAt: accepted })])
  const at = (instant: number) => {
    const times = { on: instant, known: register.head, now: instant }
    return [may(register, { ...asks, person: 'b' }, times).answer, whoMay(register, asks, times).people.some(each => each.person === 'b')]
  }
  expect([at(on('2020-06-01')), at(on('2020-06-01') - 1)]).toEqual([['permitted', true], ['refused', false]])
})

describe('who may receive is asked of the last link only (SEMANTICS: a vacancy ends nothing)', () => {
  const seats: readonly Fact[] = [
    entity({ id: 'elsewhere' }), post({ id: 'here', grade: 'D-1' }), post({ id: 'there', entity: 'elsewhere', grade: 'P-3' }),
    assignment({ person: 'a', post: 'here' }), assignment({ person: 'b', post: 'there' }), assignment({ person: 'c', post: 'here' }),
  ]
  const own = { subdelegation: passable(3, { ownEntityOnly: true }) }
  const high = { subdelegation: passable(3, { lowestGrade: 'D-1' }) }
  test.each<readonly [string, Partial<DelegationFact>, readonly string[], readonly string[]]>([
    ['outside the unit', own, ['recipient-scope'], []], ['below the grade', high, ['recipient-scope'], []], ['without a scope', {}, [], []],
  ])('%s', (_, root, ofB, ofC) => {
    const facts = chain(root, {}, {})
    expect([told(facts, 'b', seats).codes, told(facts, 'c', seats).codes]).toEqual([ofB, ofC])
    expect(told(facts, 'b', seats).people).toEqual(ofB.length === 0 ? ['a', 'b', 'c'] : ['a', 'c'])
  })
})

test('what speaks of places is judged at the instant, for places move', () => {
  const moving: readonly Fact[] = [
    place({ id: 'region' }), place({ id: 'country', parent: 'region', effectiveTo: on('2020-07-01') }),
    ...chain({ limits: [{ places: ['region'] }] }, { limits: [{ places: ['country'] }] }),
  ]
  const register = recorded([...base, ...moving])
  const answer = (date: string) => may(register, { ...asks, person: 'b', place: 'country' }, asked(register, date)).answer
  expect([answer('2020-06-30'), answer('2020-07-01'), answer('2020-06-30')]).toEqual(['permitted', 'refused', 'permitted'])
})

test('a unit beside the parent’s gives nothing; one that is gone takes nothing away', () => {
  const units: readonly Fact[] = [entity({ id: 'unit', parent: 'organisation' }), entity({ id: 'beside' }), entity({ id: 'gone', effectiveTo: on('2020-02-01') })]
  expect(told(chain({ entities: ['organisation'] }, { entities: ['gone', 'unit'] }), 'b', units).codes).toEqual(['wrong-entity'])
  const at = (entities: readonly string[], where: string) => {
    const register = recorded([...base, ...units, ...chain({ entities: ['organisation'] }, { entities })])
    const times = asked(register, '2020-06-01')
    return [may(register, { ...asks, entity: where, person: 'b' }, times).answer, whoMay(register, { ...asks, entity: where }, times).people.some(each => each.person === 'b')]
  }
  expect([at(['gone', 'unit'], 'unit'), at(['unit', 'beside'], 'unit')]).toEqual([['permitted', true], ['refused', false]])
})
