/** What the decision is: what it amounts to, where, when and for whom, and what must come before. One organisation with the other cases. */
import {
  assignment, body, delegation, exercise, framework, matter, minute, on, passable, place, post, rate, relation, unitFact, usd,
} from './example-facts.ts'
import type { Case } from './authority.cases.ts'
import type { Basis, Box, ExerciseFact, Fact, MatterFact, Precondition, Question } from '../model.ts'

const director = { kind: 'post', post: 'director' } as const
const chief = { kind: 'post', post: 'chief' } as const
const to = (value: string, more: Partial<Box> = {}): Box => ({ amount: { currency: 'USD', upTo: value }, ...more })

const counted = (basis: Basis, more: Partial<MatterFact> = {}): Fact => matter({ id: 'award', rules: 'financial', basis, ...more })
const given = (limits: readonly Box[], more: Partial<Parameters<typeof delegation>[0]> = {}): Fact =>
  delegation({ id: 'given', holder: director, entities: ['department'], limits, ...more })
const took = (id: string, value: string, date: string, more: Partial<ExerciseFact> = {}): Fact =>
  exercise({ id, entity: 'department', amount: usd(value), decidedAt: on(date), ...more })

const award = (value: string, more: Partial<Question> = {}): Question => ({ person: 'bilal', matter: 'award', amount: usd(value), ...more })
const yes = { answer: 'permitted', reasons: [] } as const
const over = { answer: 'refused', reasons: ['limit-exceeded'] } as const
const day = '2020-06-15'

const wanted = (precondition: Partial<Precondition>): Fact =>
  counted('contract', { preconditions: [{ kind: 'advice', fact: 'advice', givenBy: ['registrar'], ...precondition }] })
const notYet = { answer: 'not-yet', reasons: ['advice-missing'] } as const
const unknown = { answer: 'refused', reasons: ['cannot-evaluate', 'advice-missing'] } as const

export const decisionCases: readonly Case[] = [
  {
    rule: 'limit-exceeded',
    source: 'DESIGN §3.1 rule 4; SEMANTICS, What a decision amounts to',
    says: 'a contract counts with the acts on it that the register knows and that were decided by D, over the matters of its area',
    facts: [
      counted('contract'),
      matter({ id: 'pay', area: 'budget-finance' }),
      matter({ id: 'amend' }),
      given([to('1000')]),
      took('a', '600', '2020-02-01', { contract: 'c' }),
      took('b', '300', '2020-03-01', { contract: 'c', matter: 'amend' }),
      took('paid', '600', '2020-03-02', { contract: 'c', matter: 'pay' }),
      took('after', '50', '2020-07-01', { contract: 'c' }),
    ],
    questions: [
      { asks: award('100', { contract: 'c' }), on: day, ...yes },
      { asks: award('100.0001', { contract: 'c' }), on: day, ...over },
      { asks: award('100', { contract: 'c' }), on: '2020-07-01', ...over },
      { asks: award('1000', { contract: 'another' }), on: day, ...yes },
      { asks: award('1000'), on: day, ...yes },
      { asks: award('300', { contract: 'c', act: 'b' }), on: '2020-03-01', ...yes },
    ],
  },
  {
    rule: 'limit-exceeded',
    source: 'SEMANTICS, What a decision amounts to',
    says: 'a requirement counts as a contract does; a beneficiary in the calendar year, on the same matter',
    facts: [
      counted('requirement'),
      given([to('1000'), to('400', { basis: 'beneficiary-year', where: { gift: 'true' } })]),
      took('a', '900', '2020-02-01', { requirement: 'r' }),
      took('b', '300', '2020-02-01', { beneficiary: 'emil' }),
      took('last-year', '300', '2019-12-31', { beneficiary: 'emil' }),
      took('elsewhere', '300', '2020-02-01', { beneficiary: 'emil', matter: 'certify' }),
    ],
    questions: [
      { asks: award('100', { requirement: 'r' }), on: day, ...yes },
      { asks: award('100.01', { requirement: 'r' }), on: day, answer: 'refused', reasons: ['limit-exceeded'] },
      { asks: award('100', { requirement: 'r', beneficiary: 'emil', facts: { gift: 'true' } }), on: day, ...yes },
      { asks: award('100.01', { requirement: 'r', beneficiary: 'emil', facts: { gift: 'true' } }), on: day, ...over },
    ],
  },
  {
    rule: 'cannot-evaluate',
    source: 'DESIGN §3.1: anything that cannot be evaluated is not a permit',
    says: 'a year of nobody in particular cannot be counted; nor an amount nobody stated',
    facts: [counted('beneficiary-year'), given([to('1000')])],
    questions: [
      { asks: award('1'), on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
      { asks: award('1', { beneficiary: 'emil' }), on: day, ...yes },
      { asks: { person: 'bilal', matter: 'award', beneficiary: 'emil' }, on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
      { asks: award('1', { beneficiary: 'emil', facts: { total: 'much' } }), on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
    ],
  },
  {
    rule: 'limit-exceeded',
    source: 'DESIGN §3.1 rule 4: all acts on the matter in a financial year',
    says: 'the financial year begins in the framework’s month; the entity counts with all below it',
    facts: [
      framework({ id: 'framework', longestActingDays: 90, yearBegins: 4 }),
      counted('financial-year'),
      given([to('1000')], { entities: ['organisation'] }),
      took('before', '900', '2020-03-31'),
      took('here', '500', '2020-04-01'),
      took('below', '300', '2020-05-01', { entity: 'section' }),
      took('above', '300', '2020-05-01', { entity: 'organisation' }),
      took('elsewhere', '300', '2020-05-01', { entity: 'department', matter: 'certify' }),
    ],
    questions: [
      { asks: award('200'), on: day, ...yes },
      { asks: award('200.01'), on: day, ...over },
      { asks: award('700', { entity: 'section' }), on: day, ...yes },
      { asks: award('700.01', { entity: 'section' }), on: day, ...over },
      { asks: award('1', { entity: 'organisation' }), on: day, ...over },
      { asks: award('100'), on: '2020-03-31', ...yes },
      { asks: award('100.01'), on: '2020-03-31', ...over },
    ],
  },
  {
    rule: 'cannot-evaluate',
    source: 'DESIGN §3.1 rule 4: its currency at the dated rate; "exact decimals"',
    says: 'at the rate in force on the day of each act, recorded either way, exact to the last fraction',
    facts: [
      counted('contract'),
      given([to('1000')]),
      rate({ from: 'EUR', to: 'USD', rate: '1.1', effectiveTo: on('2020-06-01') }),
      rate({ id: 'later', from: 'EUR', to: 'USD', rate: '1.2', effectiveFrom: on('2020-06-01') }),
      rate({ from: 'USD', to: 'GBP', rate: '0.3' }),
      took('a', '0', '2020-05-31', { contract: 'c', amount: { currency: 'EUR', value: '100' } }),
    ],
    questions: [
      { asks: award('890', { contract: 'c' }), on: day, ...yes },
      { asks: award('890.0001', { contract: 'c' }), on: day, ...over },
      { asks: { ...award('1'), amount: { currency: 'EUR', value: '833.3333' } }, on: day, ...yes },
      { asks: { ...award('1'), amount: { currency: 'EUR', value: '833.3334' } }, on: day, ...over },
      { asks: { ...award('1'), amount: { currency: 'EUR', value: '909.0909' } }, on: '2020-05-31', ...yes },
      { asks: { ...award('1'), amount: { currency: 'EUR', value: '909.0910' } }, on: '2020-05-31', ...over },
      { asks: { ...award('1'), amount: { currency: 'GBP', value: '300' } }, on: day, ...yes },
      { asks: { ...award('1'), amount: { currency: 'GBP', value: '300.0001' } }, on: day, ...over },
      { asks: { ...award('1'), amount: { currency: 'JPY', value: '1' } }, on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
    ],
  },
  {
    rule: 'limit-exceeded',
    source: 'DESIGN §3.1 rule 4; "exact decimals"',
    says: 'totals beyond what a float holds are exact',
    facts: [
      counted('contract'), given([to('999999999999999.9999')]),
      took('a', '999999999999999.9997', '2020-02-01', { contract: 'c' }),
    ],
    questions: [
      { asks: award('0.0002', { contract: 'c' }), on: day, ...yes },
      { asks: award('0.0003', { contract: 'c' }), on: day, ...over },
    ],
  },
  {
    rule: 'never-wider',
    source: 'DESIGN §3.1 rule 3',
    says: 'a total lies inside a limit by act, an act not inside a limit on the total; a place inside the place above it',
    facts: [
      counted('act'),
      place({ id: 'islands' }), place({ id: 'region' }), place({ id: 'country', parent: 'region' }),
      delegation({ id: 'root', holder: director, entities: ['department'], limits: [to('100', { places: ['islands', 'region'] })], subdelegation: passable() }),
      delegation({ id: 'narrow', parent: 'root', holder: chief, entities: ['section'], limits: [to('100', { basis: 'contract', places: ['country'] })] }),
      delegation({ id: 'total', holder: { kind: 'person', person: 'dora' }, entities: ['section'], limits: [to('100', { basis: 'contract' })], subdelegation: passable() }),
      delegation({ id: 'wide', parent: 'total', holder: { kind: 'person', person: 'emil' }, entities: ['section'], limits: [to('100')] }),
    ],
    later: [{ on: '2020-09-01', facts: [place({ id: 'country', parent: null })] }],
    questions: [
      { asks: { ...award('100', { place: 'country' }), person: 'chen' }, on: day, known: day, ...yes },
      { asks: { ...award('100', { place: 'country' }), person: 'chen' }, on: '2020-09-02', answer: 'refused', reasons: ['never-wider'] },
      { asks: { ...award('100', { entity: 'section' }), person: 'emil' }, on: day, answer: 'refused', reasons: ['never-wider'] },
    ],
  },
  {
    rule: 'wrong-place',
    source: 'DESIGN §3.1 rule 3: entities and places (a tree)',
    says: 'where it takes effect lies in the tree of one of the places given',
    facts: [
      counted('act'), place({ id: 'islands' }), place({ id: 'region' }), place({ id: 'country', parent: 'region' }),
      given([{ places: ['islands', 'region'] }]),
    ],
    questions: [
      { asks: award('1', { place: 'country' }), on: day, ...yes },
      { asks: award('1', { place: 'elsewhere' }), on: day, answer: 'refused', reasons: ['wrong-place'] },
      { asks: award('1'), on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
    ],
  },
  {
    rule: 'count-exceeded',
    source: 'DESIGN §3.1 rule 3: count',
    says: 'so many acts on the basis, this one included',
    facts: [counted('contract'), given([{ count: 2 }]), took('a', '1', '2020-02-01', { contract: 'c' }), took('b', '1', '2020-07-01', { contract: 'c' })],
    questions: [
      { asks: award('1', { contract: 'c' }), on: day, ...yes },
      { asks: award('1', { contract: 'c' }), on: '2020-07-01', answer: 'refused', reasons: ['count-exceeded'] },
    ],
  },
  {
    rule: 'outside-dates',
    source: 'DESIGN §3.1 rule 3: dates; SEMANTICS, Time: half-open',
    says: 'decided inside the span, its end outside',
    facts: [counted('act'), given([{ dates: { from: on('2020-03-01'), to: on('2020-06-01') } }])],
    questions: [
      { asks: award('1'), on: '2020-02-29', answer: 'refused', reasons: ['outside-dates'] },
      { asks: award('1'), on: '2020-03-01', ...yes },
      { asks: award('1'), on: '2020-06-01', answer: 'refused', reasons: ['outside-dates'] },
    ],
  },
  {
    rule: 'below-term',
    source: 'Lewis & Clark College signature authority (S4): "or longer than three years"',
    says: 'only terms longer than so many months',
    facts: [counted('act'), given([{ termOver: 36 }])],
    questions: [
      { asks: award('1', { term: 37 }), on: day, ...yes },
      { asks: award('1', { term: 36 }), on: day, answer: 'refused', reasons: ['below-term'] },
    ],
  },
  {
    rule: 'fact-differs',
    source: 'UNDP delegated procurement authority (S3); AuthZEN 1.0: what the caller states does not override what is known',
    says: 'facts of the unit as the register knows them, else of the decision, else "false"',
    facts: [
      counted('act'),
      given([to('100', { where: { exempt: 'false', urgent: 'true' } })]),
      unitFact({ entity: 'department', key: 'exempt', value: 'true', effectiveTo: on('2020-06-01') }),
      unitFact({ entity: 'department', key: 'remote', value: 'true' }),
    ],
    questions: [
      { asks: award('1', { facts: { urgent: 'true' } }), on: day, ...yes },
      { asks: award('1'), on: day, answer: 'refused', reasons: ['fact-differs'] },
      { asks: award('1', { facts: { urgent: 'true', exempt: 'false' } }), on: '2020-05-31', answer: 'refused', reasons: ['fact-differs'] },
    ],
  },
  {
    rule: 'limit-exceeded',
    source: 'DESIGN §6: facts a scheme needs ("match-amount")',
    says: 'a further amount of the decision has a band of its own, in its own currency or the decision’s',
    facts: [counted('act'), rate({ from: 'EUR', to: 'USD', rate: '2' }), given([{ stated: { 'match-amount': { currency: 'USD', over: '10', upTo: '50' } } }])],
    questions: [
      { asks: award('1', { facts: { 'match-amount': '50' } }), on: day, ...yes },
      { asks: award('1', { facts: { 'match-amount': 'EUR 25.01' } }), on: day, ...over },
      { asks: award('1', { facts: { 'match-amount': '10' } }), on: day, answer: 'refused', reasons: ['below-limit'] },
      { asks: award('1'), on: day, answer: 'refused', reasons: ['cannot-evaluate'] },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'UN Financial Rule 105.13 (S5)',
    says: 'over a threshold on its own basis',
    facts: [wanted({ over: usd('500'), basis: 'act' }), given([]), took('a', '400', '2020-02-01', { contract: 'c' })],
    questions: [
      { asks: award('500', { contract: 'c' }), on: day, ...yes },
      { asks: award('500.01'), on: day, ...notYet },
      { asks: award('500.01', { facts: { advice: 'true' } }), on: day, ...yes },
      { asks: { ...award('1'), amount: { currency: 'EUR', value: '1' } }, on: day, ...unknown },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'DESIGN §3.1 rule 16; rule 4: on the matter’s basis',
    says: 'over a threshold on the whole contract, or on an amount the decision states',
    facts: [
      counted('contract', {
        preconditions: [
          { kind: 'advice', fact: 'advice', over: usd('500'), givenBy: ['registrar'] },
          { kind: 'clearance', fact: 'cleared', over: usd('50'), overFact: 'match-amount', givenBy: ['registrar'] },
        ],
      }),
      given([]), took('a', '400', '2020-02-01', { contract: 'c' }),
    ],
    questions: [
      { asks: award('100', { contract: 'c', facts: { 'match-amount': '50' } }), on: day, ...yes },
      { asks: award('100.01', { contract: 'c', facts: { 'match-amount': '50' } }), on: day, ...notYet },
      { asks: award('1', { facts: { 'match-amount': '50.01' } }), on: day, answer: 'not-yet', reasons: ['clearance-missing'] },
      { asks: award('1'), on: day, answer: 'refused', reasons: ['cannot-evaluate', 'clearance-missing'] },
      { asks: award('1', { facts: { cleared: 'true' } }), on: day, ...yes },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'DESIGN §3.1 rule 16',
    says: 'only for some methods, categories or circumstances; where that cannot be told, nothing is permitted',
    facts: [wanted({ when: { methods: ['sole-source'], categories: ['works'], where: { urgent: 'false' } } }), given([])],
    questions: [
      { asks: award('1', { method: 'sole-source', category: 'works' }), on: day, ...notYet },
      { asks: award('1', { method: 'tender', category: 'works' }), on: day, ...yes },
      { asks: award('1', { method: 'sole-source', category: 'goods' }), on: day, ...yes },
      { asks: award('1', { method: 'sole-source', category: 'works', facts: { urgent: 'true' } }), on: day, ...yes },
      { asks: award('1', { category: 'works' }), on: day, ...unknown },
      { asks: award('1', { category: 'goods' }), on: day, ...yes },
    ],
  },
  {
    rule: 'advice-missing',
    source: 'UN Procurement Manual on amendments (S5)',
    says: 'not again for amendments that raise the first act by so many percent in all, or add so many months in all; not stated is none',
    facts: [
      wanted({ amendment: { raisedByPercent: 12.5, extendedByMonths: null } }), given([]),
      took('a', '800', '2020-02-01', { contract: 'c', term: 24 }), took('b', '40', '2020-03-01', { contract: 'c' }),
    ],
    questions: [
      { asks: award('60', { contract: 'c' }), on: day, ...yes },
      { asks: award('60.0001', { contract: 'c' }), on: day, ...notYet },
      { asks: award('60', { contract: 'c', term: 1 }), on: day, ...notYet },
      { asks: award('1', { contract: 'new' }), on: day, ...notYet },
    ],
  },
  {
    rule: 'cosignature-missing',
    source: 'DESIGN §3.1 rules 16 and 18: co-signatures by amount',
    says: 'another signs too, from the post that can, and with nothing to gain',
    facts: [
      counted('act', { preconditions: [{ kind: 'cosignature', fact: 'cosigned', over: usd('500'), givenBy: ['registrar'] }] }),
      assignment({ person: 'dora', post: 'registrar' }),
      assignment({ person: 'emil', post: 'registrar', assignment: 'acting' }),
      relation({ person: 'dora', other: 'acme', effectiveTo: on('2020-07-01') }),
      given([]),
    ],
    questions: [
      { asks: award('500'), on: day, ...yes },
      { asks: award('500.01'), on: day, answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: award('500.01', { cosigners: ['dora'] }), on: day, ...yes },
      { asks: award('500.01', { cosigners: ['bilal', 'chen', 'emil', 'partner'] }), on: day, answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: award('500.01', { cosigners: ['dora'], supplier: 'acme' }), on: day, answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: award('500.01', { cosigners: ['dora'], supplier: 'acme' }), on: '2020-07-01', ...yes },
    ],
  },
  {
    rule: 'conflict-of-interest',
    source: 'DESIGN §3.1 rule 18; St George’s (S1): nobody approves their own purchase',
    says: 'not for oneself, nor for whom a running declaration names, either way round',
    facts: [
      counted('act'),
      matter({ id: 'certify', rules: 'financial', area: 'human-resources' }),
      relation({ person: 'emil', other: 'bilal', effectiveTo: on('2020-07-01') }),
      relation({ person: 'bilal', other: 'acme' }),
      given([]), given([], { id: 'certifying', matter: 'certify' }),
    ],
    questions: [
      { asks: award('1', { beneficiary: 'bilal' }), on: day, answer: 'refused', reasons: ['conflict-of-interest', 'own-purchase'] },
      { asks: { ...award('1', { beneficiary: 'bilal' }), matter: 'certify' }, on: day, answer: 'refused', reasons: ['conflict-of-interest'] },
      { asks: award('1', { beneficiary: 'emil' }), on: day, answer: 'refused', reasons: ['conflict-of-interest'] },
      { asks: award('1', { beneficiary: 'emil' }), on: '2020-07-01', ...yes },
      { asks: award('1', { supplier: 'acme' }), on: day, answer: 'refused', reasons: ['conflict-of-interest'] },
      { asks: award('1', { supplier: 'bilal' }), on: day, answer: 'refused', reasons: ['conflict-of-interest', 'own-purchase'] },
      { asks: award('1', { beneficiary: 'dora', supplier: 'other' }), on: day, ...yes },
    ],
  },
  {
    rule: 'quorum-missing',
    source: 'DESIGN §3.1 rule 6: a body acts by minute, with quorum, recusal, circulation',
    says: 'by a minute of its own, on the matter, held by then, on what it decided, with its quorum after recusal; nobody who stands to gain',
    facts: [
      counted('contract'),
      post({ id: 'member' }),
      body({ id: 'board', quorum: 2 }), body({ id: 'panel' }),
      relation({ person: 'chen', other: 'acme' }),
      minute({ id: 'm-1', body: 'board', heldAt: on('2020-06-01'), present: ['chen', 'dora', 'dora'], circulated: true }),
      minute({ id: 'm-2', body: 'board', heldAt: on('2020-06-01'), present: ['bilal', 'chen', 'dora'], recused: ['chen'], subject: 'c-1' }),
      minute({ id: 'm-3', body: 'board', heldAt: on('2020-06-01'), present: ['bilal', 'chen'], recused: ['chen'] }),
      minute({ id: 'm-4', body: 'board', matter: 'certify', heldAt: on('2020-06-01'), present: ['bilal', 'chen'] }),
      minute({ id: 'm-5', body: 'panel', heldAt: on('2020-06-01'), present: ['bilal', 'dora'] }),
      ...['board', 'panel'].map(id => delegation({ id, holder: { kind: 'body', body: id } })),
    ],
    questions: [
      ...([
        ['board', {}, false],
        ['board', { minute: 'm-1' }, true],
        ['board', { minute: 'm-3' }, false],
        ['board', { minute: 'm-3', quorum: 'true' }, false],
        ['board', { minute: 'm-4' }, false],
        ['board', { minute: 'm-5' }, false],
        ['board', { minute: 'm-9' }, false],
        ['board', { present: '1' }, false],
        ['board', { present: '2' }, true],
        ['board', { present: '12' }, true],
        ['board', { present: 'about 5' }, false],
        ['board', { present: '5 or so' }, false],
        ['board', { present: '' }, false],
        ['board', { quorum: 'true' }, true],
        ['panel', { present: '9' }, false],
        ['panel', { minute: 'm-5' }, true],
        ['panel', { quorum: 'true' }, true],
      ] as const).map(([id, facts, enough]) => ({
        asks: { body: id, matter: 'award', amount: usd('1'), facts },
        on: day,
        ...(enough ? yes : { answer: 'not-yet' as const, reasons: ['quorum-missing' as const] }),
      })),
      { asks: { body: 'board', matter: 'award', amount: usd('1'), facts: { minute: 'm-1' } }, on: '2020-05-31', answer: 'not-yet', reasons: ['quorum-missing'] },
      { asks: { body: 'board', matter: 'award', amount: usd('1'), facts: { minute: 'm-1' } }, on: '2020-06-01', ...yes },
      { asks: { body: 'board', matter: 'award', amount: usd('1'), contract: 'c-1', facts: { minute: 'm-2' } }, on: day, ...yes },
      { asks: { body: 'board', matter: 'award', amount: usd('1'), contract: 'c-2', facts: { minute: 'm-2' } }, on: day, answer: 'not-yet', reasons: ['quorum-missing'] },
      { asks: { body: 'board', matter: 'award', amount: usd('1'), supplier: 'acme', facts: { minute: 'm-1' } }, on: day, answer: 'refused', reasons: ['conflict-of-interest'] },
      { asks: { body: 'board', matter: 'award', amount: usd('1'), contract: 'c-1', supplier: 'acme', facts: { minute: 'm-2' } }, on: day, ...yes },
      { asks: { person: 'chen', matter: 'award', amount: usd('1') }, on: day, answer: 'refused', reasons: ['constitutive'] },
    ],
  },
]
