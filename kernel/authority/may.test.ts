import { describe, expect, test } from 'vitest'

import { revoke } from './acts/revoke.ts'
import { asked, assignment, delegation, on, ordinary, passable, person, post, record, recorded, upTo, usd } from './proof/example-facts.ts'
import { holds } from './holds.ts'
import { ifRevoked } from './if-revoked.ts'
import { may } from './may.ts'
import { statusOf } from './status.ts'
import { whoMay } from './who-may.ts'

const facts = [
  ...ordinary,
  person({ id: 'amina' }),
  person({ id: 'leila' }),
  person({ id: 'ravi' }),
  post({ id: 'head' }),
  post({ id: 'chief' }),
  assignment({ person: 'amina', post: 'head' }),
  assignment({ person: 'leila', post: 'chief' }),
  delegation({ id: 'd1', holder: { kind: 'post', post: 'head' }, limits: upTo('1000000'), subdelegation: passable() }),
  delegation({ id: 'd2', parent: 'd1', holder: { kind: 'post', post: 'chief' }, limits: upTo('200000.00') }),
]

describe('may', () => {
  test('permits with the chain of instruments, root first', () => {
    const register = recorded(facts)
    const verdict = may(register, { person: 'leila', matter: 'award', amount: usd('200000') }, asked(register, '2021-06-01'))
    expect(verdict.answer).toBe('permitted')
    expect(verdict.chain.map(link => [link.id, link.persons])).toEqual([
      ['d1', ['amina']],
      ['d2', ['leila']],
    ])
    expect(verdict.capacity).toBe('chief')
  })

  test('refuses over the limit, and says which', () => {
    const register = recorded(facts)
    const verdict = may(register, { person: 'leila', matter: 'award', amount: usd('200000.01') }, asked(register, '2021-06-01'))
    expect(verdict.answer).toBe('refused')
    expect(verdict.reasons).toEqual([
      { code: 'limit-exceeded', delegation: 'd2', limits: [{ amount: { currency: 'USD', upTo: '200000.00' } }] },
    ])
  })

  test('finds everybody, and what falls with a revocation', () => {
    const register = recorded(facts)
    const times = asked(register, '2021-06-01')
    expect(whoMay(register, { matter: 'award', amount: usd('150000') }, times).people.map(each => each.person)).toEqual(['leila', 'amina'])
    expect(holds(register, 'amina', times)).toMatchObject([{ delegation: 'd1', state: 'in-force', children: 1, canPassOn: true }])
    const effect = ifRevoked(register, 'd1', {}, times)
    expect(effect).toMatchObject({ falls: ['d2'], uncovered: [{ persons: ['amina', 'leila'], nobodyElse: true }] })
    const [head, below] = [register.fact('delegation', 'd1'), register.children('d1')]
    if (head !== null) record(register, revoke(head, on('2021-07-01'), 'revoked', [], {}), on('2021-07-01'))
    expect(below.map(child => child.id)).toEqual(['d2'])
    expect(statusOf(register, 'd2', asked(register, '2021-08-01')).state).toBe('chain-broken')
  })
})
