/** By what each kind of fact is found, besides its own id: what is not found counts with nothing. */
import { expect, test } from 'vitest'

import { actsInYear, isMentioning, mentionsOf, yearOf } from './mentions.ts'
import type { Fact } from './model.ts'
import {
  absence, arrangement, assignment, body, control, credential, delegation, entity, exercise, framework, mapping, matter, minute, person, post, rate, relation, unitFact, waiver,
} from './proof/example-facts.ts'

const always = { effectiveFrom: null, effectiveTo: null } as const

/** The acts of a year on the matter, everywhere or of one unit. */
const inYear = (...unit: [] | [string | null]): string => actsInYear('award', yearOf(0), ...unit)

test.each<readonly [Fact, readonly string[]]>([
  [entity({ id: 'e' }), []], [entity({ id: 'e', parent: 'p' }), ['p']], [post({ id: 'x', entity: 'e' }), ['e']],
  [assignment({ person: 'p', post: 'x' }), ['person:p', 'post:x']], [credential({ person: 'p', credential: 'c' }), ['p']],
  [matter({ id: 'm' }), []], [matter({ id: 'm', incompatible: [{ matter: 'a', scope: 'case' }, { matter: 'b', scope: 'entity' }] }), ['a', 'b']],
  [unitFact({ entity: 'e', key: 'k', value: 'v' }), ['e']], [rate({ from: 'EUR', to: 'USD', rate: '1' }), ['EUR']],
  [relation({ person: 'p', other: 'q' }), ['p', 'q']], [absence({ id: 'a', person: 'p' }), ['p']], [waiver({ id: 'w', person: 'p', credential: 'c' }), ['p']],
  [control({ id: 'k', entity: 'e', matters: ['a', 'b'] }), ['e']],
  [arrangement({ id: 's', provider: 'p', client: 'c', matters: ['a', 'b'] }), ['provider:p', 'client:c', 'matter:a', 'matter:b']],
  [minute({ id: 'm', body: 'b', heldAt: 0 }), ['b']],
  [exercise({ id: 'x', decidedAt: 0 }), ['matter:award', inYear(), inYear(null)]],
  [
    exercise({ id: 'x', decidedAt: 0, entity: 'e', contract: '1', requirement: '2', beneficiary: '3', supplier: '4', case: '5', person: '6', delegation: '7' }),
    ['contract:1', 'requirement:2', 'beneficiary:3', 'supplier:4', 'case:5', 'matter:award', 'person:6', 'delegation:7', inYear(), inYear('e')],
  ],
  [{ kind: 'ratification', id: 'r', exercise: 'x', ratifiedBy: 'p', delegation: 'd', reason: 'so', ...always }, ['x']],
  [{ kind: 'role', id: 'r', system: 's', person: 'p', role: 'BUYER', entity: null, ...always }, ['p']],
  [{ kind: 'role-map', id: 'm', system: 's', role: 'BUYER', matter: 'award', ...always }, ['role:s/BUYER', 'matter:award']],
  [mapping({ id: 'm', from: 'a', to: 'b' }), ['from:a', 'to:b']], [mapping({ id: 'm', from: null, to: 'b' }), ['to:b']], [mapping({ id: 'm', from: 'a', to: null }), ['from:a']],
  [person({ id: 'p' }), []], [framework({ id: 'f' }), []], [body({ id: 'b' }), []], [delegation({ id: 'd' }), []],
])('%o', (fact, found) => {
  expect(mentionsOf(fact)).toEqual(found)
  expect(isMentioning(fact.kind)).toBe(!['person', 'framework', 'body', 'delegation'].includes(fact.kind))
})
