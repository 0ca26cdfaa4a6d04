/** Two matters to be kept apart, before a line is issued: whose hand is one hand (rule 17). */
import { describe, expect, test } from 'vitest'

import { contractFaults } from './acceptance.ts'
import { apartFaults } from './held-apart.ts'
import { issueWorld, organisationAt } from './issue-context.ts'
import type { AssignmentFact, DelegationFact, Fact, Holder, MatterFact } from './model.ts'
import { assignment, delegation, entity, matter, on, ordinary, person, post, recorded } from './proof/example-facts.ts'

const now = on('2021-06-01')
const certify: MatterFact = matter({ id: 'certify', incompatible: [{ matter: 'approve', scope: 'entity' }] })
const people: readonly Fact[] = ['amina', 'bilal', 'chen'].map(id => person({ id }))
const posts: readonly Fact[] = [post({ id: 'a', grade: 'D-1' }), post({ id: 'b', grade: 'P-5' }), post({ id: 'c', grade: 'P-3' })]
const sits = (who: string, where: string, more: Partial<AssignmentFact> = {}): Fact => assignment({ person: who, post: where, ...more })
const inPerson = (who: string): Holder => ({ kind: 'person', person: who })
const inPost = (id: string): Holder => ({ kind: 'post', post: id })
const joint = (...held: string[]): Holder => ({ kind: 'joint', posts: held, needed: 1 })
const directors: Holder = { kind: 'class', grade: 'D-1', entity: 'organisation' }

function faults(given: readonly Fact[], line: Partial<DelegationFact>, law: MatterFact = certify): readonly string[] {
  const world = issueWorld(recorded([...ordinary, ...people, ...posts, matter({ id: 'approve' }), law, ...given]))
  return apartFaults(world, organisationAt(world, now), delegation({ id: 'draft', matter: 'certify', ...line }), law, now)
    .map(reason => (reason.code === 'incompatible-exercise' ? reason.because : reason.code))
}
const approves = (holder: Holder, more: Partial<DelegationFact> = {}): Fact => delegation({ id: 'approves', matter: 'approve', holder, ...more })

describe('in one hand', () => {
  test.each<readonly [string, readonly Fact[], Holder, Holder, boolean]>([
    ['one person by name', [], inPerson('amina'), inPerson('amina'), true],
    ['two persons', [], inPerson('amina'), inPerson('bilal'), false],
    ['a person, and the post they sit in', [sits('amina', 'a')], inPerson('amina'), inPost('a'), true],
    ['a person, and a post in which they only act', [sits('amina', 'a', { assignment: 'acting' })], inPerson('amina'), inPost('a'), false],
    ['a person, and a post they left', [sits('amina', 'a', { effectiveTo: now })], inPerson('amina'), inPost('a'), false],
    ['a person, and a post they will come to', [sits('amina', 'a', { effectiveFrom: now + 1 })], inPerson('amina'), inPost('a'), false],
    ['one post, empty now', [], inPost('a'), inPost('a'), true],
    ['two empty posts', [], inPost('a'), inPost('b'), false],
    ['one post among several', [], joint('a', 'b'), joint('b', 'c'), true],
    ['two posts of one person among others', [sits('amina', 'a'), sits('amina', 'b'), sits('bilal', 'b')], inPost('a'), inPost('b'), true],
    ['a post one of whose two sits in the class', [sits('amina', 'b'), sits('bilal', 'b'), sits('bilal', 'a')], inPost('b'), directors, true],
    ['a person who only acts in a post of the class', [sits('amina', 'a', { assignment: 'acting' })], inPerson('amina'), directors, false],
    ['a person of another grade', [sits('amina', 'c')], inPerson('amina'), directors, false],
    ['a body and a person', [], { kind: 'body', body: 'board' }, inPerson('amina'), false],
    ['a person in a post', [], { kind: 'person-in-post', person: 'amina', post: 'a' }, inPerson('amina'), true],
  ])('%s', (_, given, holder, other, together) => {
    expect(faults([...given, approves(other)], { holder })).toEqual(together ? ['approves'] : [])
  })

  test('not where the post of the grade lies elsewhere', () => {
    const elsewhere: readonly Fact[] = [entity({ id: 'elsewhere' }), post({ id: 'far', entity: 'elsewhere', grade: 'D-1' }), sits('amina', 'far')]
    expect(faults([...elsewhere, approves(directors)], { holder: inPerson('amina') })).toEqual([])
  })
})

describe('what is held', () => {
  const amina = inPerson('amina')
  test('counts where it is in force and to be exercised, by whichever of the two matters names the pair', () => {
    expect(faults([approves(amina, { mayExercise: false })], { holder: amina })).toEqual([])
    expect(faults([approves(amina, { endedAt: now, endReason: 'revoked' })], { holder: amina })).toEqual([])
    expect(faults([approves(amina, { effectiveFrom: now + 1 })], { holder: amina })).toEqual([])
    const naming = matter({ id: 'approve', incompatible: [{ matter: 'certify', scope: 'entity' }] })
    expect(faults([naming, approves(amina)], { holder: amina }, matter({ id: 'certify' }))).toEqual(['approves'])
  })

  test('is another line: the same one, given another matter, is not in its own way', () => {
    expect(faults([approves(amina)], { id: 'approves', holder: amina })).toEqual([])
  })

  test('pairs kept apart on one case may be held together', () => {
    expect(faults([approves(amina)], { holder: amina }, matter({ id: 'certify', incompatible: [{ matter: 'approve', scope: 'case' }] }))).toEqual([])
  })
})

test('contracts recorded and not over count, before arrival too (rule 6)', () => {
  const serving = (more: Partial<AssignmentFact>) =>
    contractFaults(issueWorld(recorded([...ordinary, ...posts, sits('amina', 'a', { contract: 'permanent', ...more })])), 'line', 'amina', ['permanent'], now).length
  expect([serving({}), serving({ effectiveFrom: now + 1 }), serving({ effectiveTo: now + 1 }), serving({ effectiveTo: now }), serving({ contract: 'other' })])
    .toEqual([0, 0, 0, 1, 1])
})
