/** What must come before the act, at its edges (rule 16): thresholds to the last fraction, amendments in any order, who may sign too. */
import type { Case } from './authority.cases.ts'
import { arrangement, assignment, delegation, entity, exercise, matter, on, post, rate, usd } from './example-facts.ts'
import type { ExerciseFact, Fact, Precondition, Question } from '../model.ts'

const given = delegation({ id: 'given', holder: { kind: 'post', post: 'director' }, entities: ['department'] })
const wanted = (more: Partial<Precondition>): Fact => matter({
  id: 'award', rules: 'financial', basis: 'contract', preconditions: [{ kind: 'advice', fact: 'advice', givenBy: ['registrar'], ...more }],
})
const cosigned = (...givenBy: string[]): Fact => wanted({ kind: 'cosignature', fact: 'cosigned', givenBy })
const took = (id: string, value: string, date: string, more: Partial<ExerciseFact> = {}): Fact =>
  exercise({ id, entity: 'department', contract: 'c', amount: usd(value), decidedAt: on(date), ...more })
const award = (value: string, more: Partial<Question> = {}): Question => ({ person: 'bilal', matter: 'award', amount: usd(value), ...more })
const euro = (value: string): Question => ({ ...award('0'), amount: { currency: 'EUR', value } })
const day = '2020-06-15'
const yes = { on: day, answer: 'permitted', reasons: [] } as const
const notYet = { on: day, answer: 'not-yet', reasons: ['advice-missing'] } as const
const unsigned = { on: day, answer: 'not-yet', reasons: ['cosignature-missing'] } as const

export const preconditionCases: readonly Case[] = [
  {
    rule: 'advice-missing',
    source: 'SEMANTICS, Limits: a converted amount is a fraction, never rounded',
    says: 'an amount converted to a hair above the threshold passes it, one to a hair above the step below does not',
    facts: [wanted({ over: usd('100') }), rate({ from: 'EUR', to: 'USD', rate: '1.0000000001' }), given],
    questions: [
      { asks: euro('100'), ...notYet },
      { asks: euro('99.9999'), ...yes },
      { asks: award('100'), ...yes },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'DESIGN §3.1 rule 16',
    says: 'a method listed wants nothing said of the category; under the threshold the method need not be told',
    facts: [wanted({ over: usd('500'), basis: 'act', when: { methods: ['sole-source'] } }), given],
    questions: [
      { asks: award('501', { method: 'sole-source' }), ...notYet },
      { asks: award('500'), ...yes },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'UN Procurement Manual on amendments (S5): against the original contract',
    says: 'the first act is the earliest, in whatever order they were recorded; months added count together, in any currency',
    facts: [
      wanted({ amendment: { raisedByPercent: 12.5, extendedByMonths: 6 } }), given, rate({ from: 'EUR', to: 'USD', rate: '0.5' }),
      took('second', '40', '2020-03-01', { term: 4 }), took('first', '800', '2020-02-01', { term: 24 }),
      took('b', '40', '2020-03-01', { contract: 'same-day' }), took('a', '800', '2020-03-01', { contract: 'same-day' }),
    ],
    questions: [
      { asks: award('60', { contract: 'c', term: 2 }), ...yes },
      { asks: award('60.0001', { contract: 'c', term: 2 }), ...notYet },
      { asks: award('60', { contract: 'c', term: 3 }), ...notYet },
      { asks: { ...euro('120'), contract: 'c' }, ...yes },
      { asks: { ...euro('120.01'), contract: 'c' }, ...notYet },
      { asks: award('60', { contract: 'same-day' }), ...yes },
    ],
  },
  {
    rule: 'cosignature-missing',
    source: 'DESIGN §3.1 rules 14 and 16: another signs too, acting only with an instrument',
    says: 'one right signature among several is enough; nobody signs twice, and nobody who is not staff',
    facts: [
      cosigned('registrar', 'director'), given, assignment({ person: 'dora', post: 'registrar' }),
      assignment({ person: 'partner', post: 'registrar' }),
      assignment({ person: 'emil', post: 'registrar', assignment: 'acting', instrument: 'memo' }),
    ],
    questions: [
      { asks: award('1', { cosigners: ['chen', 'dora'] }), ...yes },
      { asks: award('1', { cosigners: ['emil'] }), ...yes },
      { asks: award('1', { cosigners: ['bilal'] }), ...unsigned },
      { asks: award('1', { cosigners: ['partner'] }), ...unsigned },
      { asks: award('1', { cosigners: [] }), ...unsigned },
    ],
  },
  {
    rule: 'cosignature-missing',
    source: 'DESIGN §3.1 rule 16',
    says: 'where the catalogue names no post, anybody else on the staff signs',
    facts: [cosigned(), given],
    questions: [
      { asks: award('1', { cosigners: ['chen'] }), ...yes },
      { asks: award('1', { cosigners: ['bilal'] }), ...unsigned },
      { asks: award('1', { cosigners: ['partner'] }), ...unsigned },
    ],
  },
  {
    rule: 'provider-decides',
    source: 'A/75/201: a service provider executes, it does not decide for its client',
    says: 'who sits with the provider is of the provider, wherever else they sit; who sits with the client too is not',
    facts: [
      entity({ id: 'centre', parent: 'organisation' }), entity({ id: 'mission', parent: 'organisation' }),
      post({ id: 'centre-chief', entity: 'centre' }), post({ id: 'mission-chief', entity: 'mission' }),
      assignment({ person: 'dora', post: 'centre-chief' }), assignment({ person: 'dora', post: 'mission-chief' }),
      assignment({ person: 'emil', post: 'centre-chief' }), assignment({ person: 'emil', post: 'chief' }),
      ...['dora', 'emil'].map(who => delegation({ id: `to-${who}`, holder: { kind: 'person', person: who } })),
      arrangement({ id: 's', provider: 'centre', client: 'department', matters: ['award'] }),
    ],
    questions: [
      { asks: { ...award('1', { entity: 'section' }), person: 'dora' }, on: day, answer: 'refused', reasons: ['provider-decides'] },
      { asks: { ...award('1', { entity: 'section' }), person: 'emil' }, ...yes },
      { asks: { ...award('1', { entity: 'mission' }), person: 'dora' }, ...yes },
    ],
  },
]
