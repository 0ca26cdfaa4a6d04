import { describe, expect, test } from 'vitest'

import { may } from '../may.ts'
import { asked, assignment, body, delegation, entity, on, ordinary, passable, person, post, record, recorded } from '../proof/example-facts.ts'
import type { Register } from '../register.ts'
import { reorganise, type EntityChoice, type PlanFault, type ReorganisationPlan } from './reorganise.ts'

/** The section is merged into the department; its unit and its chief go along. */
const facts = [
  ...ordinary,
  entity({ id: 'department', parent: 'organisation' }),
  entity({ id: 'section', parent: 'organisation' }),
  entity({ id: 'unit', parent: 'section' }),
  post({ id: 'head', entity: 'department' }),
  post({ id: 'chief', entity: 'section' }),
  body({ id: 'board', entity: 'section' }),
  ...['amina', 'bilal', 'chen'].map(id => person({ id })),
  assignment({ person: 'amina', post: 'head' }),
  assignment({ person: 'bilal', post: 'chief' }),
  delegation({ id: 'of-department', holder: { kind: 'post', post: 'head' }, entities: ['department'], subdelegation: passable() }),
  delegation({ id: 'of-section', holder: { kind: 'post', post: 'chief' }, entities: ['section'], subdelegation: passable() }),
  delegation({ id: 'of-unit', parent: 'of-section', holder: { kind: 'person', person: 'chen' }, entities: ['unit'] }),
  delegation({ id: 'to-class', holder: { kind: 'class', grade: 'P-5', entity: 'section' }, entities: ['organisation'] }),
  delegation({ id: 'ended', holder: { kind: 'post', post: 'chief' }, entities: ['section'], endedAt: on('2020-06-01'), endReason: 'revoked' }),
]
const at = on('2021-06-01')
const merger = (choices: Record<string, EntityChoice>, more: Partial<ReorganisationPlan> = {}): ReorganisationPlan =>
  ({ at, founded: [], ending: { section: 'department' }, seats: { post: {}, body: {}, entity: {} }, choices, otherwise: null, ...more })

function plan(register: Register, given: ReorganisationPlan) {
  const touched = {
    entities: [...register.facts('entity')], posts: [...register.facts('post')], bodies: [...register.facts('body')],
    delegations: [...register.facts('delegation')],
  }
  return reorganise(given, touched, register.world({ on: at, known: register.head, now: at }))
}
const faultsOf = (given: ReorganisationPlan): readonly PlanFault[] => {
  const result = plan(recorded(facts), given)
  return 'faults' in result ? result.faults : []
}
const moves = { kind: 'moves', to: 'department' } as const

describe('reorganising', () => {
  test('is refused while a delegation that touches what ends has no answer', () => {
    expect(faultsOf(merger({}))).toEqual([{ code: 'no-answer', delegation: 'of-section' }, { code: 'no-answer', delegation: 'to-class' }])
    expect(faultsOf(merger({ 'of-section': moves }, { otherwise: { kind: 'falls' } }))).toEqual([])
  })

  test('moves delegations, posts, bodies and units, and ends the entity, in one act', () => {
    const register = recorded(facts)
    const before = register.head
    const result = plan(register, merger({ 'of-section': moves }, { otherwise: { kind: 'moves', to: null } }))
    if (!('facts' in result)) throw new Error(JSON.stringify(result))
    expect(result.facts.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'delegation of-section', 'delegation to-class', 'post chief', 'body board', 'entity unit', 'entity section',
    ])
    record(register, result.facts, at)
    const ask = (who: string, where: string) => may(register, { person: who, matter: 'award', entity: where }, asked(register, '2021-07-01')).answer
    expect([ask('bilal', 'department'), ask('chen', 'unit'), ask('bilal', 'section')]).toEqual(['permitted', 'permitted', 'outside'])
    expect(register.fact('delegation', 'to-class')?.holder).toEqual({ kind: 'class', grade: 'P-5', entity: 'department' })
    expect(may(register, { person: 'bilal', matter: 'award', entity: 'section' }, asked(register, '2021-05-31', before)).answer).toBe('permitted')
  })

  test('lets fall, at once or on a date', () => {
    const register = recorded(facts)
    const result = plan(register, merger({ 'of-section': { kind: 'falls-on', at: on('2021-08-01') }, 'to-class': { kind: 'falls' } }))
    if (!('facts' in result)) throw new Error(JSON.stringify(result))
    expect(result.facts.slice(0, 2)).toMatchObject([
      { id: 'of-section', entities: ['department'], fallsAt: on('2021-08-01'), endedAt: null },
      { id: 'to-class', endedAt: at, endReason: 'fallen' },
    ])
  })

  test.each<[string, ReorganisationPlan, PlanFault]>([
    ['to what does not exist', merger({ 'of-section': { kind: 'moves', to: 'nowhere' } }, { otherwise: moves }), { code: 'moves-nowhere', subject: 'of-section', to: 'nowhere' }],
    ['to what ends too', merger({ 'of-section': { kind: 'moves', to: 'section' } }, { otherwise: moves }), { code: 'moves-nowhere', subject: 'of-section', to: 'section' }],
    ['where nothing takes its place', merger({ 'of-section': { kind: 'moves', to: null } }, { ending: { section: null }, otherwise: { kind: 'falls' } }), { code: 'moves-nowhere', subject: 'of-section', to: 'section' }],
    ['of an entity that is not there', merger({}, { ending: { gone: 'department' }, otherwise: moves }), { code: 'moves-nowhere', subject: 'gone', to: 'gone' }],
    ['posts to nowhere', merger({}, { ending: { section: 'nowhere' }, otherwise: { kind: 'falls' } }), { code: 'moves-nowhere', subject: 'section', to: 'nowhere' }],
    ['that founds what is there', merger({}, { founded: [entity({ id: 'unit', parent: 'organisation' })], otherwise: moves }), { code: 'exists-already', entity: 'unit' }],
    ['that founds under what ends', merger({}, { founded: [entity({ id: 'new', parent: 'section' })], otherwise: moves }), { code: 'moves-nowhere', subject: 'new', to: 'section' }],
    ['posts alone to nowhere', merger({}, { seats: { post: { chief: 'nowhere' }, body: {}, entity: {} }, otherwise: moves }), { code: 'moves-nowhere', subject: 'nowhere', to: 'nowhere' }],
    ['bodies alone to nowhere', merger({}, { seats: { post: {}, body: { board: 'nowhere' }, entity: {} }, otherwise: moves }), { code: 'moves-nowhere', subject: 'nowhere', to: 'nowhere' }],
    ['units alone to nowhere', merger({}, { seats: { post: {}, body: {}, entity: { unit: 'nowhere' } }, otherwise: moves }), { code: 'moves-nowhere', subject: 'nowhere', to: 'nowhere' }],
    ['of a class that stays where nothing takes its place', merger({ 'to-class': { kind: 'moves', to: null } }, { ending: { section: null, unit: null }, otherwise: { kind: 'falls' } }), { code: 'moves-nowhere', subject: 'to-class', to: 'section' }],
    ['of a unit away from the line above its own', merger({ 'of-section': { kind: 'moves', to: 'department' } }, { seats: { post: {}, body: {}, entity: { unit: 'organisation' } }, otherwise: moves }), { code: 'outside-parent', delegation: 'of-unit', parent: 'of-section', to: 'unit' }],
    ['that leaves a unit behind', merger({}, { ending: { section: null }, otherwise: moves }), { code: 'unit-left', entity: 'unit' }],
    ['with a date gone by', merger({ 'of-section': { kind: 'falls-on', at } }, { otherwise: moves }), { code: 'date-past', delegation: 'of-section' }],
    ['of a line outside the one above it', merger({ 'of-section': { kind: 'moves', to: 'department' } }, { ending: { section: 'department', unit: 'department' }, otherwise: { kind: 'moves', to: 'organisation' } }), { code: 'outside-parent', delegation: 'of-unit', parent: 'of-section', to: 'organisation' }],
  ])('is refused: %s', (_, given, fault) => expect(faultsOf(given)).toContainEqual(fault))

  test('a split founds entities, and sends posts, units and lines to each', () => {
    const register = recorded([...facts, post({ id: 'gone', entity: 'section', effectiveTo: on('2020-01-01') })])
    const result = plan(register, merger({ 'to-class': { kind: 'moves', to: 'north' }, 'of-section': { kind: 'moves', to: 'south' } }, {
      founded: [entity({ id: 'north', parent: 'organisation', effectiveFrom: at }), entity({ id: 'south', parent: 'organisation', effectiveFrom: at })],
      ending: { section: 'north' }, seats: { post: { chief: 'south' }, body: {}, entity: { unit: 'south' } },
    }))
    if (!('facts' in result)) throw new Error(JSON.stringify(result))
    record(register, result.facts, at)
    expect([register.fact('post', 'chief')?.entity, register.fact('body', 'board')?.entity, register.fact('entity', 'unit')?.parent]).toEqual(['south', 'north', 'south'])
    expect(register.fact('post', 'gone')).toMatchObject({ entity: 'section', effectiveTo: on('2020-01-01') })
    const ask = (who: string, where: string) => may(register, { person: who, matter: 'award', entity: where }, asked(register, '2021-07-01')).answer
    expect([ask('bilal', 'south'), ask('bilal', 'north'), ask('chen', 'unit')]).toEqual(['permitted', 'refused', 'permitted'])
  })

  test('what sits elsewhere is left alone, and what is over', () => {
    const more = [body({ id: 'over', entity: 'section', effectiveTo: on('2021-01-01') }), body({ id: 'elsewhere', entity: 'department' })]
    const seats = { post: { head: 'nowhere' }, body: { elsewhere: 'nowhere' }, entity: { department: 'nowhere' } }
    const result = plan(recorded([...facts, ...more]), merger({ 'of-section': moves }, { seats, otherwise: moves }))
    expect('facts' in result ? result.facts.map(({ id }) => id) : result.faults).toEqual(['of-section', 'to-class', 'chief', 'board', 'unit', 'section'])
  })

  test('what expired before asks for no answer', () => {
    const over = delegation({ id: 'over', holder: { kind: 'post', post: 'chief' }, entities: ['section'], effectiveTo: on('2021-01-01') })
    const result = plan(recorded([...facts, over]), merger({ 'of-section': moves, 'to-class': moves }))
    expect('facts' in result && result.facts.map(({ id }) => id)).not.toContain('over')
    expect('faults' in result).toBe(false)
  })

  test('an entity that closes takes its posts with it', () => {
    const register = recorded(facts)
    const result = plan(register, merger({}, { ending: { section: null, unit: null }, otherwise: { kind: 'falls' } }))
    if (!('facts' in result)) throw new Error(JSON.stringify(result))
    record(register, result.facts, at)
    expect(register.fact('post', 'chief')?.effectiveTo).toBe(at)
    expect(register.fact('body', 'board')?.effectiveTo).toBe(at)
    expect(register.fact('delegation', 'of-unit')?.endReason).toBe('fallen')
    expect(register.fact('delegation', 'ended')?.endedAt).toBe(on('2020-06-01'))
  })
})
