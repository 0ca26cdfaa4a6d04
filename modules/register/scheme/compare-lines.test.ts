/** What a change is called: rule 3 read in both directions. */
import { expect, it } from 'vitest'

import { delegation, on, passable, upTo } from '../../../kernel/authority/proof/example-facts.ts'
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import { compareLines, type Change } from './compare-lines.ts'

const before = delegation({
  id: 'a', parent: 'p', matter: 'award', holder: { kind: 'post', post: 'officer' }, entities: ['office'], limits: [{ amount: { currency: 'USD', upTo: '50000' }, grade: 'P-4' }],
  subdelegation: passable(2), effectiveTo: on('2027-01-01'), conditions: null,
})
const measure = {
  grades: ['P-3', 'P-4', 'P-5'], basis: 'act' as const, placeUnder: () => false,
  inside: (entity: string, root: string) => entity === root || root === 'organisation' || (root === 'office' && entity === 'unit'),
}

const cases: readonly [string, Partial<DelegationFact>, Change][] = [
  ['nothing', {}, 'unchanged'], ['the first day only', { effectiveFrom: on('2026-12-01') }, 'unchanged'],
  ['a lower amount', { limits: [{ amount: { currency: 'USD', upTo: '40000' }, grade: 'P-4' }] }, 'narrowed'],
  ['a higher amount', { limits: [{ amount: { currency: 'USD', upTo: '50000.01' }, grade: 'P-4' }] }, 'widened'],
  ['the bound itself no longer inside', { limits: [{ amount: { currency: 'USD', upTo: '50000', upToIncluded: false }, grade: 'P-4' }] }, 'narrowed'],
  ['no limit at all', { limits: [] }, 'widened'], ['one limit less', { limits: upTo('50000') }, 'widened'],
  ['a higher amount for lower grades', { limits: [{ amount: { currency: 'USD', upTo: '60000' }, grade: 'P-3' }] }, 'changed'],
  ['another currency', { limits: [{ amount: { currency: 'EUR', upTo: '50000' }, grade: 'P-4' }] }, 'changed'],
  ['a unit of it', { entities: ['unit'] }, 'narrowed'], ['the whole organisation', { entities: ['organisation'] }, 'widened'],
  ['less depth', { subdelegation: passable(1) }, 'narrowed'], ['no passing on', { subdelegation: null }, 'narrowed'],
  ['passing on to the own entity only', { subdelegation: passable(2, { ownEntityOnly: true }) }, 'narrowed'],
  ['passing on from a grade up', { subdelegation: passable(2, { lowestGrade: 'P-4' }) }, 'narrowed'],
  ['an earlier end', { effectiveTo: on('2026-12-31') }, 'narrowed'], ['no end', { effectiveTo: null }, 'widened'],
  ['only passing on', { mayExercise: false }, 'narrowed'], ['a condition', { conditions: 'With advice.' }, 'narrowed'],
  ['another holder', { holder: { kind: 'post', post: 'clerk' } }, 'changed'], ['the person only while in the post', { holder: { kind: 'person-in-post', post: 'officer', person: 'cy' } }, 'changed'],
  ['another authority', { parent: 'q' }, 'changed'],
]

it.each(cases)('%s: %s', (_, change, called) => {
  expect(compareLines(before, { ...before, ...change }, measure)).toBe(called)
})

it.each(cases.filter(([, , called]) => called === 'narrowed'))('read backwards, %s is wider', (_, change) => {
  expect(compareLines({ ...before, ...change }, before, measure)).toBe('widened')
})
