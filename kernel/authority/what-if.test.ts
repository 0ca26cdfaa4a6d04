import { describe, expect, test } from 'vitest'

import { declareTrigger, endTrigger, NoEmergency } from './acts/emergency.ts'
import { narrow } from './acts/narrow.ts'
import { ifAbsent } from './if-absent.ts'
import { ifLimitChanged } from './if-limit-changed.ts'
import { ifPersonLeaves } from './if-person-leaves.ts'
import { may } from './may.ts'
import type { AbsenceFact, DelegationFact, Fact } from './model.ts'
import { asked, assignment, day, delegation, entity, on, ordinary, passable, person, post, record, recorded, upTo, usd } from './proof/example-facts.ts'

const facts: readonly Fact[] = [
  ...ordinary,
  entity({ id: 'section', parent: 'organisation' }),
  post({ id: 'head', grade: 'D-2' }),
  post({ id: 'deputy', grade: 'D-1' }),
  post({ id: 'chief', grade: 'P-5' }),
  post({ id: 'clerk', grade: 'P-3' }),
  ...['amina', 'bilal', 'chen', 'dora'].map(id => person({ id })),
  assignment({ person: 'amina', post: 'head' }),
  assignment({ person: 'bilal', post: 'deputy' }),
  assignment({ person: 'chen', post: 'chief' }),
  assignment({ person: 'dora', post: 'clerk' }),
  delegation({ id: 'top', holder: { kind: 'post', post: 'head' }, limits: upTo('1000'), subdelegation: passable() }),
  delegation({ id: 'small', parent: 'top', holder: { kind: 'post', post: 'chief' }, entities: ['section'], limits: upTo('100') }),
  delegation({ id: 'large', parent: 'top', holder: { kind: 'person', person: 'bilal' }, entities: ['section'], limits: upTo('900') }),
  delegation({ id: 'both', holder: { kind: 'joint', posts: ['deputy', 'chief'], needed: 2 }, entities: ['organisation'] }),
]

describe('if a person leaves', () => {
  test('nothing falls: lines of their own are vacant, those they shared may be too, and what they passed on goes on', () => {
    const register = recorded(facts)
    const times = asked(register, '2021-06-01')
    expect(ifPersonLeaves(register, 'amina', times)).toEqual({
      loses: [{ delegation: 'top', vacant: true, below: 2 }],
      uncovered: [{ matter: 'award', entity: 'organisation', persons: ['amina'], nobodyElse: false }],
    })
    expect(ifPersonLeaves(register, 'chen', times).loses).toEqual([
      { delegation: 'small', vacant: true, below: 0 },
      { delegation: 'both', vacant: true, below: 0 },
    ])
    expect(ifPersonLeaves(register, 'dora', times)).toEqual({ loses: [], uncovered: [] })
  })

  test('says where nobody else could decide', () => {
    const register = recorded(facts.filter(({ id }) => id !== 'both'))
    const { uncovered } = ifPersonLeaves(register, 'amina', asked(register, '2021-06-01'))
    expect(uncovered).toEqual([{ matter: 'award', entity: 'organisation', persons: ['amina'], nobodyElse: true }])
  })
})

describe('if a person is absent', () => {
  const away = (who: string, from: string, to: string): AbsenceFact =>
    ({ kind: 'absence', id: who, person: who, absence: 'leave', effectiveFrom: on(from), effectiveTo: on(to) })
  const span = { from: on('2021-06-01'), to: on('2021-06-10') }

  test('proposes colleagues of the same entity, nearest in grade first, and nobody who is away or leaves meanwhile', () => {
    const register = recorded([...facts, away('bilal', '2021-06-09', '2021-06-20')])
    const { proposals } = ifAbsent(register, 'amina', span, asked(register, '2021-05-01'))
    expect(proposals).toEqual([
      { post: 'head', persons: [{ person: 'chen', post: 'chief', grade: 'P-5' }, { person: 'dora', post: 'clerk', grade: 'P-3' }] },
    ])
    const until = recorded([...facts, assignment({ person: 'chen', post: 'chief', effectiveTo: on('2021-06-09') }), away('bilal', '2021-06-10', '2021-06-20')])
    expect(ifAbsent(until, 'amina', span, asked(until, '2021-05-01')).proposals[0]?.persons.map(each => each.person)).toEqual(['bilal', 'dora'])
  })

  test('a proposal grants nothing', () => {
    const register = recorded(facts)
    const question = { person: 'dora', matter: 'award', entity: 'organisation', amount: usd('10') }
    expect(may(register, question, asked(register, '2021-06-02')).answer).toBe('refused')
  })
})

describe('if a limit changes', () => {
  test('asks only about those passed on that no longer fit, and the act makes it so', () => {
    const register = recorded(facts.filter(({ id }) => id !== 'both'))
    const times = asked(register, '2021-06-01')
    const foretold = ifLimitChanged(register, 'top', upTo('500'), {}, times)
    expect(foretold).toMatchObject({ direct: [{ delegation: 'large', choice: { kind: 'falls' } }], falls: ['large'], stands: [] })
    expect(ifLimitChanged(register, 'top', upTo('900'), {}, times).direct).toEqual([])
    const [top, large] = ['top', 'large'].map(id => register.fact('delegation', id) as DelegationFact)
    record(register, narrow(top as DelegationFact, upTo('500'), times.on, [large as DelegationFact], {}), times.on)
    const ask = (who: string, amount: string) => may(register, { person: who, matter: 'award', entity: 'section', amount: usd(amount) }, asked(register, '2021-06-02')).answer
    expect([ask('amina', '500'), ask('amina', '501'), ask('chen', '100'), ask('bilal', '100')]).toEqual(['permitted', 'refused', 'permitted', 'refused'])
  })

  test('nothing, of a line nobody recorded', () => {
    const register = recorded(facts)
    expect(ifLimitChanged(register, 'nothing', [], {}, asked(register, '2021-06-01'))).toEqual({ direct: [], falls: [], stands: [], uncovered: [] })
  })

  test('what stands moves under the one above, and what hangs on the law cannot', () => {
    const register = recorded(facts)
    const { direct } = ifLimitChanged(register, 'top', upTo('500'), { large: { kind: 'stands' } }, asked(register, '2021-06-01'))
    expect(direct[0]?.standsProblem.map(({ code }) => code)).toEqual(['legal-basis-missing'])
  })
})

describe('an emergency', () => {
  const relief = delegation({ id: 'relief', emergency: { trigger: 'flood', lapsesAfterDays: 30, declared: [] } })

  test('is declared, and ended, without the delegation ending', () => {
    const declared = declareTrigger(relief, on('2021-06-01'), 'amina')
    expect(declared.emergency?.declared).toEqual([{ from: on('2021-06-01'), to: null, by: 'amina' }])
    const ended = endTrigger(declared, on('2021-06-05'))
    expect(ended.emergency?.declared).toEqual([{ from: on('2021-06-01'), to: on('2021-06-05'), by: 'amina' }])
    expect(endTrigger(ended, on('2021-06-05') + day)).toEqual(ended)
    expect(endTrigger(declared, on('2021-05-01')).emergency?.declared).toEqual([{ from: on('2021-05-01'), to: on('2021-05-01'), by: 'amina' }])
  })

  test('has nothing to do with ordinary authority', () => {
    expect(() => declareTrigger(delegation({ id: 'plain' }), 0, 'amina')).toThrow(NoEmergency)
    expect(() => endTrigger(delegation({ id: 'plain' }), 0)).toThrow(NoEmergency)
  })

  test('each permit carries the duty to report, of what was passed on from it too', () => {
    const register = recorded([
      ...ordinary, person({ id: 'amina' }), person({ id: 'bilal' }),
      { ...declareTrigger(relief, on('2021-01-01'), 'x'), holder: { kind: 'person', person: 'amina' }, subdelegation: passable() },
      delegation({ id: 'below', parent: 'relief', holder: { kind: 'person', person: 'bilal' } }),
    ])
    for (const who of ['amina', 'bilal']) {
      const { answer, obligations } = may(register, { person: who, matter: 'award', entity: 'organisation' }, asked(register, '2021-01-10'))
      expect({ answer, obligations }).toEqual({ answer: 'permitted', obligations: ['report-emergency-use'] })
    }
  })
})
