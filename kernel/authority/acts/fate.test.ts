/** What a plan makes of one line, one post, one unit: answered on its date, and only where it still goes on then (rule 13). */
import { describe, expect, test } from 'vitest'

import type { DelegationFact, EntityFact } from '../model.ts'
import { asked, delegation, entity, on, ordinary, recorded } from '../proof/example-facts.ts'
import { entitiesAfter, fateOf, touches, worldWith, type EntityChoice, type ReorganisationPlan } from './reorganise.ts'

const at = on('2021-06-01')
const plan = (choices: Record<string, EntityChoice> = {}, more: Partial<ReorganisationPlan> = {}): ReorganisationPlan =>
  ({ at, founded: [], ending: { section: 'department', closed: null }, seats: { post: {}, body: {}, entity: {} }, choices, otherwise: { kind: 'moves', to: null }, ...more })
const line = (more: Partial<DelegationFact> = {}) => delegation({ id: 'line', entities: ['section'], ...more })
const toClass = (where: string) => ({ holder: { kind: 'class', grade: 'P-5', entity: where } }) as const

describe('whether a line goes on', () => {
  test.each<readonly [string, Partial<DelegationFact>, boolean]>([
    ['without an end', {}, true],
    ['to its end that day', { effectiveTo: at }, false],
    ['to an end an instant later', { effectiveTo: at + 1 }, true],
    ['revoked that day', { endedAt: at, endReason: 'revoked' }, false],
    ['to be revoked an instant later', { endedAt: at + 1, endReason: 'revoked' }, true],
    ['falling that day', { fallsAt: at }, false],
    ['falling an instant later', { fallsAt: at + 1 }, true],
  ])('%s', (_, more, goesOn) => expect(fateOf(line(more), plan()).next !== null).toBe(goesOn))
})

test('it is touched where it covers what ends, or is held by a class there', () => {
  const { ending } = plan()
  expect([
    touches(line(), ending), touches(line({ entities: ['other', 'section'] }), ending), touches(line({ entities: ['other'] }), ending),
    touches(line({ entities: ['other'], ...toClass('section') }), ending), touches(line({ entities: ['other'], ...toClass('other') }), ending),
  ]).toEqual([true, true, false, true, false])
  expect(fateOf(line({ entities: ['other'] }), plan())).toEqual({ choice: null, next: null })
  expect(fateOf(line(), plan({}, { otherwise: null }))).toEqual({ choice: null, next: null })
})

describe('what becomes of it', () => {
  test('where it moves it covers what takes the place of what ends, each once, and all else as before', () => {
    const fate = (choice: EntityChoice, more: Partial<DelegationFact> = {}) => fateOf(line(more), plan({ line: choice })).next
    expect(fate({ kind: 'moves', to: null }, { entities: ['department', 'section', 'other'] })?.entities).toEqual(['department', 'other'])
    expect(fate({ kind: 'moves', to: 'new' }, { entities: ['section', 'other'] })?.entities).toEqual(['new', 'other'])
    expect(fate({ kind: 'moves', to: null }, toClass('section'))?.holder).toEqual(toClass('department').holder)
    expect(fate({ kind: 'moves', to: null }, { ...toClass('closed'), entities: ['closed'] })).toMatchObject({ entities: ['closed'], ...toClass('closed') })
  })

  test('where it falls it ends that day; where it falls on a date it covers what takes over until then', () => {
    expect(fateOf(line(), plan({ line: { kind: 'falls' } })).next).toEqual({ ...line(), endedAt: at, endReason: 'fallen' })
    expect(fateOf(line(), plan({ line: { kind: 'falls-on', at: at + 5 } })).next).toMatchObject({ ...line(), entities: ['department'], fallsAt: at + 5 })
  })

  test('a choice of its own goes before the one for all, and counts for what is not touched too', () => {
    expect(fateOf(line({ entities: ['other'] }), plan({ line: { kind: 'falls' } })).choice).toEqual({ kind: 'falls' })
    expect(fateOf(line(), plan({ line: { kind: 'falls' } })).choice).toEqual({ kind: 'falls' })
  })
})

describe('entities after it', () => {
  const entities: readonly EntityFact[] = [
    entity({ id: 'organisation' }), entity({ id: 'department', parent: 'organisation' }), entity({ id: 'section', parent: 'organisation' }),
    entity({ id: 'unit', parent: 'section' }), entity({ id: 'over', parent: 'section', effectiveTo: at }), entity({ id: 'left', parent: 'closed' }),
    entity({ id: 'closed', parent: 'section' }), entity({ id: 'beside', parent: 'department' }),
  ]
  const founded = entity({ id: 'new', parent: 'organisation', effectiveFrom: at })

  test('begin, end, or hang elsewhere; what was over, or has nowhere to go, is not among them', () => {
    expect(entitiesAfter(plan({}, { founded: [founded] }), entities)).toEqual([
      founded, entity({ id: 'unit', parent: 'department' }),
      entity({ id: 'section', parent: 'organisation', effectiveTo: at }), entity({ id: 'closed', parent: 'section', effectiveTo: at }),
    ])
  })

  test('a unit may go elsewhere than the rest', () => {
    const split = plan({}, { seats: { post: {}, body: {}, entity: { unit: 'new', left: 'department' } } })
    expect(entitiesAfter(split, entities).filter(({ id }) => ['unit', 'left'].includes(id)).map(({ id, parent }) => [id, parent])).toEqual([['unit', 'new'], ['left', 'department']])
  })

  test('the organisation with them: what ends is there no more, what begins is, all else as before', () => {
    const register = recorded([...ordinary, ...entities])
    const world = register.world({ ...asked(register, '2021-06-01') })
    const after = worldWith(world, [founded, entity({ id: 'section', effectiveTo: at }), entity({ id: 'unit', parent: 'new', effectiveTo: at + 1 })])
    expect([after.get('entity', 'new')?.id, after.get('entity', 'section'), after.get('entity', 'unit')?.parent, after.get('entity', 'beside')?.parent, after.get('matter', 'award')?.id])
      .toEqual(['new', null, 'new', 'department', 'award'])
    expect(after.get('post', 'section')).toBeNull()
  })
})
