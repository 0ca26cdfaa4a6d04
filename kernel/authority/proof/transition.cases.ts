/** From one framework to the next (SEMANTICS, Framework transition; ST/SGB/2019/2 §1.1). Facts are ours, the rule is the source's. */
import type { Case } from './authority.cases.ts'
import { delegation, exercise, framework, mapping, matter, on, passable, upTo, usd } from './example-facts.ts'

const [T0, T1] = [on('2020-06-01'), on('2020-09-01')]
const chief = { kind: 'post', post: 'chief' } as const
const director = { kind: 'post', post: 'director' } as const

/** The framework "renewed" follows "framework", whose matters end with the transition. */
const renewal = (runningCases: 'keep' | 'move') => [
  framework({ id: 'framework', longestActingDays: 90, effectiveTo: T1 }),
  framework({ id: 'renewed', supersedes: 'framework', effectiveFrom: T0, transitionTo: T1, runningCases }),
  matter({ id: 'award', rules: 'financial' }),
  matter({ id: 'award-anew', framework: 'renewed', rules: 'financial', effectiveFrom: T0 }),
  matter({ id: 'gratia-anew', framework: 'renewed', rules: 'staff', effectiveFrom: T0 }),
  mapping({ id: 'm1', from: 'award', to: 'award-anew', how: 'identical' }),
  mapping({ id: 'm2', from: 'ex-gratia', to: 'gratia-anew', how: 'changed' }),
]
const old = delegation({ id: 'old', holder: director, entities: ['department'], limits: upTo('500'), subdelegation: passable() })
const oldBelow = delegation({ id: 'old-below', parent: 'old', holder: chief, entities: ['section'], limits: upTo('100') })
const asks = (who: string, about: string, amount = '100') => ({ person: who, matter: about, entity: 'section', amount: usd(amount) })

export const transitionCases: readonly Case[] = [
  {
    rule: 'framework-transition',
    source: 'SEMANTICS, Framework transition: an old delegation counts until it is re-issued or T1, only where the matter is identical or narrower',
    says: 'from T0 to T1 old delegations answer for the new matter, with their own limits; after T1 there is no such old matter',
    facts: [...renewal('move'), old, oldBelow, delegation({ id: 'gratia', holder: chief, matter: 'ex-gratia', entities: ['section'] })],
    questions: [
      { asks: asks('chen', 'award-anew'), on: '2020-05-31', answer: 'no-such-matter', reasons: ['no-such-matter'] },
      { asks: asks('chen', 'award-anew'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: asks('chen', 'award-anew', '101'), on: '2020-06-01', answer: 'refused', reasons: ['limit-exceeded'] },
      { asks: asks('chen', 'award'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: asks('chen', 'award-anew'), on: '2020-08-31', answer: 'permitted', reasons: [] },
      { asks: asks('chen', 'award-anew'), on: '2020-09-01', answer: 'reserved', reasons: ['reserved', 'constitutive'] },
      { asks: asks('chen', 'award'), on: '2020-09-01', answer: 'no-such-matter', reasons: ['no-such-matter'] },
      { asks: asks('chen', 'gratia-anew'), on: '2020-06-01', answer: 'reserved', reasons: ['reserved', 'constitutive'] },
    ],
  },
  {
    rule: 'framework-transition',
    source: 'ST/SGB/2019/2 §1.1: earlier delegations are rescinded and reissued directly to heads of entity',
    says: 'once re-issued to the same holder the old one counts no longer, be it wider; another holder keeps theirs',
    facts: [...renewal('move'), old, oldBelow],
    later: [{ on: '2020-06-20', facts: [
      delegation({ id: 'anew', holder: director, matter: 'award-anew', entities: ['department'], limits: upTo('50'), effectiveFrom: on('2020-07-01') }),
    ] }],
    questions: [
      { asks: asks('bilal', 'award-anew'), on: '2020-06-30', answer: 'permitted', reasons: [] },
      { asks: asks('bilal', 'award-anew'), on: '2020-07-01', answer: 'refused', reasons: ['limit-exceeded'] },
      { asks: asks('bilal', 'award-anew', '50'), on: '2020-07-01', answer: 'permitted', reasons: [] },
      { asks: asks('chen', 'award-anew'), on: '2020-07-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'running-cases',
    source: 'SEMANTICS, Framework transition: each case pins the framework it began under, and the framework says which law it keeps',
    says: 'a case in which something was decided under the old framework is answered by the old law, for whoever holds what it became',
    facts: [
      ...renewal('keep'),
      { ...old, effectiveTo: T1 },
      delegation({ id: 'anew', holder: chief, matter: 'award-anew', entities: ['section'], limits: upTo('100'), effectiveFrom: T0 }),
      exercise({ id: 'x1', person: 'bilal', matter: 'award', case: 'c-1', decidedAt: on('2020-03-01') }),
      exercise({ id: 'x2', person: 'bilal', matter: 'award-anew', case: 'c-2', decidedAt: on('2020-08-01') }),
    ],
    questions: [
      { asks: { ...asks('chen', 'award'), case: 'c-1' }, on: '2020-10-01', answer: 'permitted', reasons: [] },
      { asks: { ...asks('bilal', 'award'), case: 'c-1' }, on: '2020-10-01', answer: 'refused', reasons: ['not-in-force'] },
      { asks: { ...asks('chen', 'award'), case: 'c-2' }, on: '2020-10-01', answer: 'no-such-matter', reasons: ['no-such-matter'] },
      { asks: asks('chen', 'award'), on: '2020-10-01', answer: 'no-such-matter', reasons: ['no-such-matter'] },
    ],
  },
  {
    rule: 'running-cases',
    source: 'SEMANTICS, Framework transition: the framework says which law running cases keep',
    says: 'where they move, the old law is gone with the old framework',
    facts: [
      ...renewal('move'),
      old,
      exercise({ id: 'x1', person: 'bilal', matter: 'award', case: 'c-1', decidedAt: on('2020-03-01') }),
    ],
    questions: [{ asks: { ...asks('bilal', 'award'), case: 'c-1' }, on: '2020-10-01', answer: 'no-such-matter', reasons: ['no-such-matter'] }],
  },
  {
    rule: 'framework-transition',
    source: 'SEMANTICS, Framework transition: a mapping carries authority over only where it is marked identical or narrower, and while it runs',
    says: 'a narrower matter takes over what the old one had; one of a third framework, and a mapping that is over, take over nothing',
    facts: [
      ...renewal('move'), old,
      framework({ id: 'third', effectiveTo: T1 }), matter({ id: 'foreign', framework: 'third', rules: 'financial' }),
      matter({ id: 'part-anew', framework: 'renewed', rules: 'financial', effectiveFrom: T0 }),
      matter({ id: 'late-anew', framework: 'renewed', rules: 'financial', effectiveFrom: T0 }),
      matter({ id: 'foreign-anew', framework: 'renewed', rules: 'financial', effectiveFrom: T0 }),
      mapping({ id: 'm3', from: 'award', to: 'part-anew', how: 'narrower' }),
      mapping({ id: 'm4', from: 'award', to: 'late-anew', effectiveTo: on('2020-07-01') }),
      mapping({ id: 'm5', from: 'foreign', to: 'foreign-anew' }),
      delegation({ id: 'of-foreign', holder: director, matter: 'foreign', entities: ['department'] }),
    ],
    questions: [
      { asks: asks('bilal', 'part-anew'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: asks('bilal', 'late-anew'), on: '2020-06-30', answer: 'permitted', reasons: [] },
      { asks: asks('bilal', 'late-anew'), on: '2020-07-01', answer: 'reserved', reasons: ['reserved', 'constitutive'] },
      { asks: asks('bilal', 'foreign-anew'), on: '2020-06-01', answer: 'reserved', reasons: ['reserved', 'constitutive'] },
    ],
  },
  {
    rule: 'running-cases',
    source: 'SEMANTICS, Framework transition: each case pins the framework it began under',
    says: 'it began with the first act under the old framework, from that instant, whatever else was decided in it; only what the matter became carries it on',
    facts: [
      ...renewal('keep'), { ...old, effectiveTo: T1 },
      matter({ id: 'other-anew', framework: 'renewed', rules: 'financial', effectiveFrom: T0 }),
      mapping({ id: 'm3', from: 'award', to: 'other-anew', how: 'changed' }),
      delegation({ id: 'anew', holder: chief, matter: 'award-anew', entities: ['section'], limits: upTo('100'), effectiveFrom: T0 }),
      delegation({ id: 'other', holder: { kind: 'person', person: 'dora' }, matter: 'other-anew', entities: ['section'], effectiveFrom: T0 }),
      exercise({ id: 'x1', person: 'bilal', matter: 'award-anew', case: 'c-1', decidedAt: on('2020-08-01') }),
      exercise({ id: 'x2', person: 'bilal', matter: 'award', case: 'c-1', decidedAt: on('2020-08-02') }),
      exercise({ id: 'x3', person: 'bilal', matter: 'award', case: 'c-2', decidedAt: on('2020-10-01') }),
    ],
    questions: [
      { asks: { ...asks('chen', 'award'), case: 'c-1' }, on: '2020-10-01', answer: 'permitted', reasons: [] },
      { asks: { ...asks('dora', 'award'), case: 'c-1' }, on: '2020-10-01', answer: 'refused', reasons: ['constitutive'] },
      { asks: { ...asks('chen', 'award'), case: 'c-2' }, on: '2020-09-30', answer: 'no-such-matter', reasons: ['no-such-matter'] },
      { asks: { ...asks('chen', 'award'), case: 'c-2' }, on: '2020-10-01', answer: 'permitted', reasons: [] },
    ],
  },
]
