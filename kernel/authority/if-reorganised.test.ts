import { describe, expect, test } from 'vitest'

import { reorganise, type EntityChoice, type ReorganisationPlan } from './acts/reorganise.ts'
import { ifReorganised, touchedBy } from './if-reorganised.ts'
import { may } from './may.ts'
import { asked, assignment, body, delegation, entity, on, ordinary, passable, person, post, record, recorded } from './proof/example-facts.ts'
import { statusOf } from './status.ts'

const facts = [
  ...ordinary,
  entity({ id: 'department', parent: 'organisation' }), entity({ id: 'section', parent: 'organisation' }), entity({ id: 'unit', parent: 'section' }),
  post({ id: 'head' }), post({ id: 'chief', entity: 'section' }), body({ id: 'board', entity: 'section' }),
  ...['amina', 'bilal', 'chen'].map(id => person({ id })),
  assignment({ person: 'amina', post: 'head' }), assignment({ person: 'bilal', post: 'chief' }),
  delegation({ id: 'top', holder: { kind: 'post', post: 'head' }, entities: ['organisation'], mayExercise: false, subdelegation: passable(3) }),
  delegation({ id: 'of-section', parent: 'top', holder: { kind: 'post', post: 'chief' }, entities: ['section'], subdelegation: passable(2) }),
  delegation({ id: 'of-unit', parent: 'of-section', holder: { kind: 'person', person: 'chen' }, entities: ['unit'] }),
  delegation({ id: 'elsewhere', parent: 'top', holder: { kind: 'post', post: 'chief' }, entities: ['department'] }),
  delegation({ id: 'of-board', parent: 'top', holder: { kind: 'body', body: 'board' }, entities: ['section'] }),
]
const at = on('2021-06-01')
const planned = (ending: ReorganisationPlan['ending'], choices: Record<string, EntityChoice>, otherwise: EntityChoice | null): ReorganisationPlan =>
  ({ at, founded: [], ending, seats: { post: {}, body: {}, entity: {} }, choices, otherwise })
const moves: EntityChoice = { kind: 'moves', to: 'department' }
const falls: EntityChoice = { kind: 'falls' }

describe('if entities were reorganised', () => {
  test.each<[string, ReorganisationPlan, object]>([
    ['nobody has answered yet', planned({ section: 'department' }, {}, null), {
      lines: [{ delegation: 'of-section', choice: null }, { delegation: 'of-board', choice: null }], stops: [], uncovered: [],
      faults: [{ code: 'no-answer', delegation: 'of-section' }, { code: 'no-answer', delegation: 'of-board' }],
    }],
    ['all moves: nothing is lost', planned({ section: 'department' }, {}, moves), {
      lines: [{ delegation: 'of-section', choice: moves, inForce: true, below: 1 }, { delegation: 'of-board', choice: moves }], stops: [], vacant: [], uncovered: [], faults: [],
    }],
    ['one falls, and what hangs below it stops; whoever else covers the place that takes over may decide', planned({ section: 'department' }, { 'of-section': falls }, moves), {
      stops: ['of-section', 'of-unit'], faults: [],
      uncovered: [
        { matter: 'award', entity: 'department', persons: ['bilal'], nobodyElse: false },
        { matter: 'award', entity: 'unit', persons: ['chen'], nobodyElse: false },
      ],
    }],
    ['all falls: what a closed entity decided is decided nowhere; its post and body leave what they hold elsewhere vacant', planned({ section: null, unit: null }, {}, falls), {
      stops: ['of-section', 'of-unit', 'of-board'], vacant: ['elsewhere'], faults: [],
      uncovered: [{ matter: 'award', entity: 'department', persons: ['bilal'], nobodyElse: true }],
    }],
  ])('%s', (_, plan, expected) => {
    const register = recorded(facts)
    expect(ifReorganised(register, plan, asked(register, '2021-06-01'))).toMatchObject(expected)
  })

  test('all of it: lines with what hangs below in force, a line in force no more, and what a body that ends leaves', () => {
    const more = [
      delegation({ id: 'ended-below', parent: 'of-section', holder: { kind: 'person', person: 'chen' }, entities: ['unit'], endedAt: on('2021-01-01'), endReason: 'revoked' }),
      delegation({ id: 'board-too', parent: 'top', holder: { kind: 'body', body: 'board' }, entities: ['department'] }),
      delegation({ id: 'suspended', parent: 'top', holder: { kind: 'person', person: 'chen' }, entities: ['section'], suspensions: [{ from: on('2021-01-01'), to: null }] }),
      delegation({ id: 'chosen', parent: 'top', holder: { kind: 'person', person: 'chen' }, entities: ['department'] }),
      body({ id: 'elsewhere-board' }), delegation({ id: 'of-elsewhere', parent: 'top', holder: { kind: 'body', body: 'elsewhere-board' } }),
    ]
    const register = recorded([...facts, ...more])
    const plan = planned({ section: null, unit: null }, { chosen: falls, 'of-board': falls }, falls)
    const found = ifReorganised(register, plan, asked(register, '2021-06-01'))
    expect([...found.lines].sort((a, b) => (a.delegation < b.delegation ? -1 : 1))).toEqual([
      { delegation: 'chosen', choice: falls, inForce: true, below: 0 },
      { delegation: 'of-board', choice: falls, inForce: true, below: 0 },
      { delegation: 'of-section', choice: falls, inForce: true, below: 1 },
      { delegation: 'of-unit', choice: falls, inForce: true, below: 0 },
      { delegation: 'suspended', choice: falls, inForce: false, below: 0 },
    ])
    expect([...found.stops].sort()).toEqual(['chosen', 'of-board', 'of-section', 'of-unit'])
    expect([...found.vacant].sort()).toEqual(['board-too', 'elsewhere'])
    expect(found.faults).toEqual([])
  })

  test('a post or body that goes elsewhere leaves nothing vacant, nor one that was over', () => {
    const gone = [body({ id: 'board', entity: 'section', effectiveTo: at })]
    const register = recorded([...facts, ...gone])
    const plan = { ...planned({ section: null, unit: null }, {}, falls), seats: { post: { chief: 'department' }, body: {}, entity: {} } }
    expect(ifReorganised(register, plan, asked(register, '2021-06-01')).vacant).toEqual([])
    expect(ifReorganised(recorded(facts), { ...plan, seats: { post: { chief: 'department' }, body: { board: 'department' }, entity: {} } }, asked(register, '2021-06-01', facts.length)).vacant).toEqual([])
  })

  test('what the plan wants to know: what sits in what ends, the lines that touch it, and those right above and below', () => {
    const register = recorded(facts)
    const touched = touchedBy(register, planned({ section: 'department' }, {}, moves), asked(register, '2021-06-01'))
    const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id).sort()
    expect([ids(touched.posts), ids(touched.bodies), ids(touched.delegations), touched.entities.length]).toEqual([
      ['chief'], ['board'], ['of-board', 'of-section', 'of-unit', 'top'], 4,
    ])
    const chosen = touchedBy(register, planned({ section: 'department' }, { elsewhere: falls }, moves), asked(register, '2021-06-01'))
    expect(ids(chosen.delegations)).toContain('elsewhere')
  })

  test('what is foretold is what happens', () => {
    const register = recorded(facts)
    const plan = planned({ section: 'department' }, { 'of-section': falls }, moves)
    const times = asked(register, '2021-06-01')
    const { stops } = ifReorganised(register, plan, times)
    const result = reorganise(plan, touchedBy(register, plan, times), register.world(times))
    if (!('facts' in result)) throw new Error(JSON.stringify(result))
    record(register, result.facts, at)
    const after = asked(register, '2021-06-02')
    expect(stops.map(id => statusOf(register, id, after).state)).toEqual(['fallen', 'chain-broken'])
    expect(may(register, { person: 'bilal', matter: 'award', entity: 'department' }, after).answer).toBe('permitted')
    expect(may(register, { person: 'chen', matter: 'award', entity: 'unit' }, after).answer).toBe('refused')
  })
})
