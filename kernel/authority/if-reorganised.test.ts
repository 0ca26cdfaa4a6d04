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
