import { describe, expect, test } from 'vitest'

import { assignment, control, day, delegation, entity, framework, matter, on, ordinary, passable, person, post, recorded, upTo } from './proof/example-facts.ts'
import { checkAcceptance } from './acceptance.ts'
import { checkIssue, issueWorld } from './issue.ts'
import type { DelegationFact, Fact } from './model.ts'

const now = on('2021-06-01') + 9 * 3_600_000
const facts: readonly Fact[] = [
  ...ordinary,
  matter({ id: 'pay', personalOnly: true, prerequisites: [{ credential: 'certificate', onLapse: 'blocks-issue' }] }),
  matter({ id: 'immunity', delegable: 'no' }),
  matter({ id: 'unpaid-leave', delegable: 'once' }),
  matter({ id: 'budget', rules: 'financial' }),
  framework({ id: 'old', effectiveTo: on('2021-09-01') }),
  framework({ id: 'framework', supersedes: 'old', effectiveFrom: on('2021-03-01'), transitionTo: on('2021-09-01') }),
  matter({ id: 'old-matter', framework: 'old' }),
  entity({ id: 'department', parent: 'organisation' }),
  entity({ id: 'elsewhere' }),
  entity({ id: 'mission', parent: 'organisation', rules: ['staff'] }),
  post({ id: 'head', entity: 'department', grade: 'D-2' }),
  post({ id: 'chief', entity: 'department', grade: 'P-5' }),
  post({ id: 'far', entity: 'mission', grade: 'P-4' }),
  person({ id: 'amina' }),
  person({ id: 'bilal' }),
  person({ id: 'dora' }),
  person({ id: 'partner', staff: false }),
  matter({ id: 'certify', contractKinds: ['permanent'], incompatible: [{ matter: 'approve', scope: 'entity' }] }),
  matter({ id: 'approve' }),
  control({ id: 'small', entity: 'mission', matters: ['certify', 'approve'] }),
  delegation({ id: 'approves', holder: { kind: 'post', post: 'chief' }, matter: 'approve' }),
  delegation({ id: 'approves-by-class', holder: { kind: 'class', grade: 'D-2', entity: 'organisation' }, matter: 'approve', entities: ['department'] }),
  delegation({ id: 'approved', holder: { kind: 'person', person: 'dora' }, matter: 'approve', endedAt: on('2021-05-01'), endReason: 'revoked' }),
  assignment({ person: 'amina', post: 'head' }),
  assignment({ person: 'bilal', post: 'chief', contract: 'permanent' }),
  assignment({ person: 'dora', post: 'head', assignment: 'acting', instrument: 'order' }),
  assignment({ id: 'to-come', person: 'dora', post: 'far', contract: 'permanent', effectiveFrom: on('2021-07-01') }),
  delegation({
    id: 'root',
    holder: { kind: 'post', post: 'head' },
    entities: ['department'],
    limits: upTo('100000'),
    effectiveTo: on('2022-01-01'),
    subdelegation: passable(2, { ownEntityOnly: true, lowestGrade: 'P-5', endRequired: true, limits: upTo('50000') }),
  }),
  delegation({
    id: 'second',
    parent: 'root',
    holder: { kind: 'post', post: 'chief' },
    entities: ['department'],
    limits: upTo('50000'),
    effectiveTo: on('2022-01-01'),
    subdelegation: passable(2),
  }),
  delegation({ id: 'not-passable', holder: { kind: 'post', post: 'head' }, matter: 'budget' }),
  delegation({ id: 'only-one', holder: { kind: 'post', post: 'head' }, matter: 'unpaid-leave' }),
  delegation({ id: 'to-chiefs', holder: { kind: 'class', grade: 'P-5', entity: 'department' }, subdelegation: passable() }),
  delegation({ id: 'together', holder: { kind: 'joint', posts: ['head', 'chief'], needed: 2 }, subdelegation: passable() }),
  delegation({
    id: 'ended',
    holder: { kind: 'post', post: 'head' },
    subdelegation: passable(),
    endedAt: on('2021-01-01'),
    endReason: 'revoked',
  }),
]
const world = issueWorld(recorded(facts))

/** A line from the head to the chief that nothing stands against. */
const fair: DelegationFact = delegation({
  id: 'draft',
  parent: 'root',
  holder: { kind: 'post', post: 'chief' },
  entities: ['department'],
  limits: upTo('50000'),
  effectiveFrom: on('2021-06-01'),
  effectiveTo: on('2022-01-01'),
  signedBy: 'amina',
})
const check = (change: Partial<DelegationFact>, mode: 'issue' | 'import' = 'issue') => checkIssue(world, { ...fair, ...change }, now, mode)
const codes = (change: Partial<DelegationFact>, mode: 'issue' | 'import' = 'issue') => [
  ...new Set(check(change, mode).map(reason => reason.code)),
]
const rootLine = { parent: null, legalBasis: 'Regulation 12', effectiveTo: null } as const

describe('a line to be issued', () => {
  test('is taken when nothing stands against it, dated today', () => {
    expect(check({})).toEqual([])
    expect(check({ ...rootLine, limits: [] })).toEqual([])
  })

  test.each<[string, Partial<DelegationFact>]>([
    ['never-wider', { limits: upTo('50000.01') }],
    ['never-wider', { limits: [] }],
    ['never-wider', { effectiveTo: on('2022-01-02') }],
    ['exact-matter', { matter: 'budget' }],
    ['no-subdelegation', { parent: 'not-passable', matter: 'budget' }],
    ['too-deep', { parent: 'third' }],
    ['end-required', { effectiveTo: null }],
    ['recipient-scope', { holder: { kind: 'post', post: 'far' } }],
    ['personal-only', { ...rootLine, matter: 'pay' }],
    ['prerequisite-missing', { ...rootLine, matter: 'pay', holder: { kind: 'person', person: 'bilal' } }],
    ['reserved', { ...rootLine, matter: 'immunity' }],
    ['already-delegated', { ...rootLine, matter: 'unpaid-leave' }],
    ['wrong-entity', { entities: ['elsewhere'] }],
    ['wrong-entity', { ...rootLine, matter: 'budget', entities: ['mission'] }],
    ['legal-basis-missing', { ...rootLine, legalBasis: ' ' }],
    ['unknown-reference', { entities: ['nowhere'] }],
    ['unknown-reference', { entities: [] }],
    ['unknown-reference', { holder: { kind: 'person', person: 'nobody' } }],
    ['dates-reversed', { effectiveTo: on('2021-06-01') }],
    ['retroactive', { effectiveFrom: on('2021-05-31') }],
    ['self-delegation', { holder: { kind: 'post', post: 'head' } }],
    ['self-delegation', { holder: { kind: 'person', person: 'amina' } }],
    ['cycle', { id: 'root', parent: 'second' }],
    ['chain-broken', { parent: 'ended' }],
    ['not-the-delegate', { signedBy: 'bilal' }],
    ['not-the-delegate', { signedBy: 'dora' }],
    ['outside-framework', { ...rootLine, holder: { kind: 'person', person: 'partner' } }],
    ['not-the-delegate', { parent: 'to-chiefs', signedBy: 'bilal' }],
    ['not-the-delegate', { parent: 'together', signedBy: 'bilal' }],
    ['personal-only', { ...rootLine, matter: 'pay', holder: { kind: 'class', grade: 'P-5', entity: 'department' } }],
    ['unknown-reference', { ...rootLine, holder: { kind: 'class', grade: 'P-99', entity: 'department' } }],
    ['unknown-reference', { ...rootLine, holder: { kind: 'class', grade: 'P-5', entity: 'nowhere' } }],
    ['unknown-reference', { ...rootLine, holder: { kind: 'joint', posts: ['head', 'nowhere'], needed: 1 } }],
    ['joint-unfit', { ...rootLine, holder: { kind: 'joint', posts: ['head', 'chief'], needed: 3 } }],
    ['joint-unfit', { ...rootLine, holder: { kind: 'joint', posts: ['head', 'head'], needed: 2 } }],
    ['joint-unfit', { ...rootLine, holder: { kind: 'joint', posts: ['head', 'chief'], needed: 0 } }],
    ['recipient-scope', { holder: { kind: 'joint', posts: ['chief', 'far'], needed: 1 } }],
    ['incompatible-exercise', { ...rootLine, matter: 'certify', holder: { kind: 'person', person: 'bilal' } }],
    ['incompatible-exercise', { ...rootLine, matter: 'certify', holder: { kind: 'post', post: 'chief' } }],
    ['incompatible-exercise', { ...rootLine, matter: 'certify', holder: { kind: 'joint', posts: ['far', 'head'], needed: 1 } }],
    ['contract-kind', { ...rootLine, matter: 'certify', holder: { kind: 'person', person: 'amina' }, entities: ['elsewhere'] }],
    ['framework-superseded', { ...rootLine, matter: 'old-matter' }],
    ['designate-only', { mayExercise: false }],
    ['unreadable-limit', { limits: upTo('-5') }],
    ['unreadable-limit', { limits: [{ grade: 'P-99' }] }],
    ['unreadable-limit', { limits: [{ count: 0 }] }],
    ['unreadable-limit', { limits: [{ termOver: -1 }] }],
    ['unreadable-limit', { limits: [{ places: [] }] }],
    ['unreadable-limit', { limits: [{ dates: { from: 5, to: 5 } }] }],
    ['unreadable-limit', { limits: [{ stated: { 'match-amount': { currency: 'dollars' } } }] }],
    ['unreadable-limit', { limits: [{ amount: { currency: 'USD', over: '10', upTo: '5' } }] }],
  ])('%s: %o', (code, change) => {
    const deeper = delegation({
      ...fair,
      id: 'third',
      parent: 'second',
      holder: { kind: 'person', person: 'dora' },
      subdelegation: passable(),
    })
    const register = recorded([...facts, deeper])
    expect(checkIssue(issueWorld(register), { ...fair, ...change }, now, 'issue').map(reason => reason.code)).toContain(code)
  })

  test('is passed on by joint holders when enough of them sign, each substantively in a post of their own', () => {
    const passed = { ...fair, parent: 'together', holder: { kind: 'person', person: 'dora' }, signedBy: 'bilal' } as const
    const told = (...cosigners: string[]) => checkIssue(world, passed, now, 'issue', cosigners).map(reason => reason.code)
    expect(told('amina')).toEqual([])
    expect(told('bilal')).toEqual(['not-the-delegate'])
    expect(told('dora')).toEqual(['not-the-delegate'])
  })

  test('says what the parent allows', () => {
    const [reason] = check({ limits: upTo('70000') })
    expect(reason).toMatchObject({ code: 'never-wider', dimension: 'amount', parent: 'root', limits: upTo('50000') })
  })
})

test('a file may bring what lies in the past, under what has ended since, and nothing wider', () => {
  expect(codes({ effectiveFrom: on('2020-06-01') }, 'import')).toEqual([])
  expect(codes({ parent: 'ended', entities: ['organisation'], limits: [], effectiveFrom: on('2020-06-01') }, 'import')).toEqual([])
  expect(codes({ limits: upTo('60000'), effectiveFrom: on('2020-06-01') }, 'import')).toEqual(['never-wider'])
  expect(codes({ ...rootLine, matter: 'old-matter', effectiveFrom: on('2020-06-01') }, 'import')).toEqual([])
})

test('a date in the zone of the framework decides what is today', () => {
  expect(codes({ effectiveFrom: now - day }, 'issue')).toContain('retroactive')
})

describe('kept apart', () => {
  const certifies = { ...rootLine, matter: 'certify', limits: [] } as const
  const bilal = { kind: 'person', person: 'bilal' } as const

  test('where a control stands, where the two do not meet, or where one is only passed on', () => {
    expect(codes({ ...certifies, holder: bilal, entities: ['mission'] })).toEqual([])
    expect(codes({ ...certifies, holder: bilal, entities: ['mission', 'department'] })).toEqual(['incompatible-exercise'])
    expect(codes({ ...certifies, holder: bilal, mayExercise: false, subdelegation: passable() })).toEqual([])
    expect(codes({ ...certifies, holder: { kind: 'person', person: 'dora' } })).toEqual([])
    expect(codes({ ...certifies, holder: { kind: 'body', body: 'none' } })).toEqual(['unknown-reference'])
  })

  test('not asked of a file: what it brings is found, and its use is stopped', () => {
    expect(codes({ ...certifies, holder: bilal, effectiveFrom: on('2020-06-01') }, 'import')).toEqual([])
    expect(codes({ ...certifies, holder: { kind: 'person', person: 'amina' }, signedBy: null, effectiveFrom: on('2020-06-01') }, 'import')).toEqual([])
  })
})

describe('accepting', () => {
  const line = (change: Partial<DelegationFact>) => ({ ...fair, ...rootLine, ...change })
  const against = (who: string, change: Partial<DelegationFact>) => checkAcceptance(world, line(change), who, now).map(reason => reason.code)

  test('asks again what the matter wants of who receives it', () => {
    expect(against('bilal', { matter: 'pay', holder: { kind: 'person', person: 'bilal' } })).toEqual(['prerequisite-missing'])
    expect(against('amina', { matter: 'certify', entities: ['elsewhere'] })).toEqual(['contract-kind'])
    expect(against('bilal', { matter: 'certify' })).toEqual(['incompatible-exercise'])
    expect(against('bilal', {})).toEqual([])
  })

  test('is looked at on the day it begins, or today where it has begun', () => {
    const later = recorded([...facts, assignment({ id: 'later', person: 'amina', post: 'far', contract: 'permanent', effectiveFrom: on('2020-01-01'), effectiveTo: on('2021-06-20') })])
    const told = (effectiveFrom: number) =>
      checkAcceptance(issueWorld(later), line({ matter: 'certify', entities: ['elsewhere'], effectiveFrom }), 'amina', now).map(reason => reason.code)
    expect([told(on('2020-03-01')), told(on('2021-06-10')), told(on('2021-06-20'))]).toEqual([[], [], ['contract-kind']])
    expect(checkAcceptance(world, line({ matter: 'nothing' }), 'amina', now)).toEqual([])
  })

  test('before arrival counts the contract under which they will serve', () => {
    expect(against('dora', { matter: 'certify', entities: ['elsewhere'], effectiveFrom: on('2021-07-01') })).toEqual([])
  })
})
