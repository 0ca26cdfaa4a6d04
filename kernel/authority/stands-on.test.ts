/** The facts a verdict stands on suffice to find it again, and hold no more than the question needs (rule 26). */
import { describe, expect, test } from 'vitest'

import { may } from './may.ts'
import type { Fact, Question } from './model.ts'
import {
  absence, arrangement, asked, assignment, body, control, credential, delegation, entity, exercise, matter, minute, on, ordinary, passable, person, post, rate, recorded, relation,
  unitFact, upTo, usd, waiver,
} from './proof/example-facts.ts'
import { cases, endOf, setting } from './proof/authority.cases.ts'
import { circumstanceCases } from './proof/circumstances.cases.ts'
import { decisionCases } from './proof/decisions.cases.ts'
import { holderCases } from './proof/holders.cases.ts'
import { pairCases } from './proof/pairs.cases.ts'
import { preconditionCases } from './proof/preconditions.cases.ts'
import { reaches, standsOn, type Reach } from './stands-on.ts'

const told = (facts: readonly Fact[]): readonly string[] => facts.map(({ kind, id }) => `${kind} ${id}`).sort()

describe.each([...cases, ...holderCases, ...circumstanceCases, ...decisionCases, ...pairCases, ...preconditionCases].filter(({ later }) => later === undefined))(
  '$rule ($source): $says', ({ facts, questions }) => {
    const register = recorded([...setting, ...facts])
    test.each(questions.map((question, index) => ({ ...question, index })).filter(({ known }) => known === undefined))('question $index is answered again', question => {
      const times = { on: on(question.on), known: register.numberAt(endOf('2020-12-31')), now: on(question.on) }
      const verdict = may(register, question.asks, times)
      const again = (reach: Reach) => {
        const alone = recorded(standsOn(register, verdict, times, reach))
        const found = may(alone, question.asks, { ...times, known: alone.head })
        return { answer: found.answer, codes: found.reasons.map(({ code }) => code).sort() }
      }
      const wanted = { answer: verdict.answer, codes: verdict.reasons.map(({ code }) => code).sort() }
      expect(reaches.map(again)).toContainEqual(wanted)
      if (verdict.answer === 'permitted') expect(again('circumstances')).toEqual(wanted)
    })
  })

describe('what is among them', () => {
  const facts: readonly Fact[] = [
    ...ordinary, matter({ id: 'pay' }), entity({ id: 'section', parent: 'organisation' }), entity({ id: 'elsewhere' }),
    ...['amina', 'bilal', 'chen', 'dora', 'emil'].map(id => person({ id })), post({ id: 'head' }), post({ id: 'chief', entity: 'section' }), post({ id: 'far', entity: 'elsewhere' }),
    assignment({ person: 'amina', post: 'head' }), assignment({ person: 'bilal', post: 'chief' }), assignment({ person: 'chen', post: 'chief', effectiveTo: on('2020-02-01') }),
    assignment({ person: 'dora', post: 'far' }),
    delegation({ id: 'top', holder: { kind: 'post', post: 'head' }, subdelegation: passable() }),
    delegation({ id: 'line', parent: 'top', holder: { kind: 'post', post: 'chief' }, entities: ['section'], limits: upTo('100') }),
    delegation({ id: 'beside', parent: 'top', holder: { kind: 'post', post: 'far' } }), delegation({ id: 'pays', holder: { kind: 'post', post: 'chief' }, matter: 'pay' }),
    delegation({ id: 'by-name', holder: { kind: 'person', person: 'bilal' }, limits: upTo('1') }),
    delegation({ id: 'together', holder: { kind: 'joint', posts: ['chief', 'far'], needed: 2 } }),
    credential({ person: 'bilal', credential: 'course' }), credential({ person: 'amina', credential: 'course' }), credential({ person: 'dora', credential: 'course' }),
    relation({ person: 'bilal', other: 'acme' }), absence({ id: 'away', person: 'bilal' }), waiver({ id: 'let', person: 'bilal', credential: 'course' }),
    unitFact({ entity: 'section', key: 'exempt', value: 'true' }), unitFact({ entity: 'elsewhere', key: 'exempt', value: 'true' }),
    control({ id: 'control', entity: 'organisation', matters: ['award', 'pay'] }), rate({ from: 'USD', to: 'EUR', rate: '2' }), rate({ from: 'CHF', to: 'EUR', rate: '2' }),
    exercise({ id: 'on-contract', contract: 'c', decidedAt: on('2020-02-01') }), exercise({ id: 'elsewhere', contract: 'd', decidedAt: on('2020-02-01') }),
    exercise({ id: 'theirs', person: 'bilal', decidedAt: on('2020-02-01') }), exercise({ id: 'on-case', case: 'k', decidedAt: on('2020-02-01') }),
    arrangement({ id: 'arranged', provider: 'elsewhere', client: 'section', matters: ['award'] }),
  ]
  const register = recorded(facts)
  const asks: Question = { person: 'bilal', matter: 'award', entity: 'section', amount: usd('50'), contract: 'c', case: 'k' }
  const among = (reach: Reach, question: Question = asks) => {
    const times = asked(register, '2020-06-01')
    return told(standsOn(register, may(register, question, times), times, reach))
  }
  const named = among('named')

  test('what the question and the chain name, and what that refers to, up to the roots', () => {
    for (const one of [
      'person bilal', 'matter award', 'framework framework', 'entity section', 'entity organisation', 'delegation line', 'delegation top', 'post chief', 'post head', 'assignment bilal/chief',
    ]) expect(named).toContain(one)
  })

  test('the circumstances of the asker, of the units, the rates of the currency, and the acts that count with this one', () => {
    for (const one of [
      'credential bilal/course', 'relation bilal/acme', 'absence away', 'waiver let', 'unit-fact section/exempt', 'control control', 'rate USD/EUR',
      'exercise on-contract', 'exercise on-case', 'exercise theirs',
    ]) expect(named).toContain(one)
  })

  test('every line by which the asker might decide the matter, and none of another matter', () => {
    for (const one of ['delegation by-name', 'delegation together']) expect(named).toContain(one)
    expect(named).not.toContain('delegation pays')
  })

  test('nothing of others, unless one reaches further', () => {
    const others = ['credential dora/course', 'rate CHF/EUR', 'exercise elsewhere', 'delegation pays']
    for (const one of [...others, 'credential amina/course', 'delegation beside']) expect(named).not.toContain(one)
    const circumstances = among('circumstances')
    expect(circumstances).toEqual(expect.arrayContaining([...named]))
    expect(circumstances).toContain('credential amina/course')
    expect(circumstances).not.toContain('delegation beside')
    expect(among('matter')).toContain('delegation beside')
    expect(among('matter')).not.toContain('delegation pays')
  })

  test('each once', () => {
    for (const reach of reaches) expect(new Set(among(reach)).size).toBe(among(reach).length)
  })

  test('of a body its lines and its minutes; where nobody is the asker, one line in force shows that the matter is not reserved', () => {
    const board = recorded([
      ...facts, body({ id: 'board' }), minute({ id: 'm-1', body: 'board', heldAt: on('2020-05-01'), present: ['amina'] }),
      delegation({ id: 'of-board', holder: { kind: 'body', body: 'board' } }), delegation({ id: 'of-board-too', holder: { kind: 'body', body: 'board' }, limits: upTo('1') }),
    ])
    const times = asked(board, '2020-06-01')
    const facts2 = told(standsOn(board, may(board, { body: 'board', matter: 'award', entity: 'section', facts: { minute: 'm-1' } }, times), times, 'named'))
    for (const one of ['body board', 'minute m-1', 'delegation of-board', 'delegation of-board-too']) expect(facts2).toContain(one)
    const nobody = standsOn(register, may(register, { person: 'emil', matter: 'award', entity: 'section' }, asked(register, '2020-06-01')), asked(register, '2020-06-01'), 'named')
    expect(told(nobody).filter(one => one.startsWith('delegation'))).not.toEqual([])
  })

  test('the acts of the year on the matter, where it counts by the year', () => {
    const yearly = recorded([...facts, matter({ id: 'award', basis: 'financial-year' })])
    const times = asked(yearly, '2020-06-01')
    expect(told(standsOn(yearly, may(yearly, asks, times), times, 'named'))).toContain('exercise elsewhere')
  })
})
