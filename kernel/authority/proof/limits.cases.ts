/**
 * What a limit admits, and which limit lies in which: every boundary on both its sides (rules 3 and 4; SEMANTICS, Ending and changing).
 * The four kinds of boundary are those of published schemes: "to" and "over" (St George's, S1), "under" and "or more" (Lewis & Clark, S4).
 */
import type { AmountBand, Box, Question } from '../model.ts'
import type { ReasonCode } from '../reasons.ts'
import { usd } from './example-facts.ts'

const band = (more: Omit<AmountBand, 'currency'>, currency = 'USD'): Box => ({ amount: { currency, ...more } })
const upTo = (value: string): Box => band({ upTo: value })
const onContract = (box: Box): Box => ({ ...box, basis: 'contract' })
const onYear = (box: Box): Box => ({ ...box, basis: 'financial-year' })
const pays = (value: string): Partial<Question> => ({ amount: usd(value) })

export interface AskedCase {
  readonly limits: readonly Box[]
  readonly asks: Partial<Question>
  /** None: inside. */
  readonly says: readonly { readonly code: ReasonCode; readonly needs?: string }[]
  /** Nothing that a contract lets in: the engine permits nothing all the same, and the reference does not speak of it. */
  readonly malformed?: true
}

const inside: AskedCase['says'] = []
const outside = (code: ReasonCode): AskedCase['says'] => [{ code }]
const unknown = (needs: string): AskedCase['says'] => [{ code: 'cannot-evaluate', needs }]

export const asked: readonly AskedCase[] = [
  { limits: [], asks: {}, says: inside },
  { limits: [{}], asks: {}, says: inside },
  { limits: [upTo('500')], asks: pays('499.9999'), says: inside },
  { limits: [upTo('500')], asks: pays('500'), says: inside },
  { limits: [upTo('500')], asks: pays('500.0001'), says: outside('limit-exceeded') },
  { limits: [upTo('500')], asks: pays('0'), says: inside },
  { limits: [band({ upTo: '500', upToIncluded: false })], asks: pays('500'), says: outside('limit-exceeded') },
  { limits: [band({ upTo: '500', upToIncluded: false })], asks: pays('499.9999'), says: inside },
  { limits: [band({ upTo: '500', upToIncluded: true })], asks: pays('500.00'), says: inside },
  { limits: [band({ over: '100' })], asks: pays('100'), says: outside('below-limit') },
  { limits: [band({ over: '100' })], asks: pays('100.0001'), says: inside },
  { limits: [band({ over: '100' })], asks: pays('999999999999999.9999'), says: inside },
  { limits: [band({ over: '100' })], asks: pays('99'), says: outside('below-limit') },
  { limits: [band({ over: '100', overIncluded: true })], asks: pays('100'), says: inside },
  { limits: [band({ over: '100', overIncluded: true })], asks: pays('99.9999'), says: outside('below-limit') },
  { limits: [band({ over: '0' })], asks: pays('0'), says: outside('below-limit') },
  { limits: [band({ over: '100', upTo: '500' })], asks: pays('501'), says: outside('limit-exceeded') },
  { limits: [upTo('999999999999999.9998')], asks: pays('999999999999999.9999'), says: outside('limit-exceeded') },
  { limits: [upTo('500')], asks: {}, says: unknown('amount') },
  { limits: [upTo('500')], asks: { amount: { currency: 'EUR', value: '1' } }, says: unknown('rate:EUR/USD') },
  { limits: [upTo('much')], asks: pays('1'), says: unknown('limit'), malformed: true },
  { limits: [band({ over: 'little' })], asks: pays('1'), says: unknown('limit'), malformed: true },

  { limits: [{ grade: 'P-5' }], asks: { grade: 'P-5' }, says: inside },
  { limits: [{ grade: 'P-5' }], asks: { grade: 'P-3' }, says: inside },
  { limits: [{ grade: 'P-5' }], asks: { grade: 'D-1' }, says: outside('wrong-grade') },
  { limits: [{ grade: 'P-3' }], asks: { grade: 'P-3' }, says: inside },
  { limits: [{ grade: 'P-5' }], asks: {}, says: unknown('grade') },
  { limits: [{ grade: 'P-5' }], asks: { grade: 'G-1' }, says: unknown('grade') },
  { limits: [{ grade: 'G-1' }], asks: { grade: 'P-5' }, says: unknown('limit') },
  { limits: [{ grade: 'P-3' }], asks: {}, says: unknown('grade') },

  { limits: [{ methods: ['tender', 'quotes'] }], asks: { method: 'quotes' }, says: inside },
  { limits: [{ methods: ['tender'] }], asks: { method: 'direct' }, says: outside('wrong-method') },
  { limits: [{ methods: ['tender'] }], asks: {}, says: unknown('method') },
  { limits: [{ categories: ['goods'] }], asks: { category: 'goods' }, says: inside },
  { limits: [{ categories: ['goods'] }], asks: { category: 'works' }, says: outside('wrong-category') },
  { limits: [{ categories: ['goods'] }], asks: {}, says: unknown('category') },
  { limits: [{ funds: ['regular'] }], asks: { fund: 'regular' }, says: inside },
  { limits: [{ funds: ['regular'] }], asks: { fund: 'trust' }, says: outside('wrong-fund') },
  { limits: [{ funds: ['regular'] }], asks: {}, says: unknown('fund') },

  { limits: [{ term: 12 }], asks: { term: 12 }, says: inside },
  { limits: [{ term: 12 }], asks: { term: 13 }, says: outside('term-exceeded') },
  { limits: [{ term: 12 }], asks: { term: 0 }, says: inside },
  { limits: [{ term: 0 }], asks: { term: 0 }, says: inside },
  { limits: [{ term: 0 }], asks: { term: 1 }, says: outside('term-exceeded') },
  { limits: [{ term: 12 }], asks: {}, says: unknown('term') },
  { limits: [{ term: 12 }], asks: { term: -1 }, says: unknown('term'), malformed: true },
  { limits: [{ term: 12 }], asks: { term: NaN }, says: unknown('term'), malformed: true },

  // A union admits what any of its boxes admits, and refuses by the box for what was asked about.
  { limits: [upTo('100'), { ...upTo('500'), methods: ['tender'] }], asks: { ...pays('400'), method: 'tender' }, says: inside },
  { limits: [{ ...upTo('500'), methods: ['tender'] }, upTo('100')], asks: { ...pays('50'), method: 'direct' }, says: inside },
  {
    limits: [{ ...upTo('500'), methods: ['tender'] }, { ...upTo('100'), methods: ['direct'] }],
    asks: { ...pays('400'), method: 'direct' }, says: outside('limit-exceeded'),
  },
  {
    limits: [{ ...upTo('100'), methods: ['direct'] }, { ...upTo('500'), methods: ['tender'] }],
    asks: { ...pays('400'), method: 'direct' }, says: outside('limit-exceeded'),
  },
  {
    limits: [{ ...upTo('500'), categories: ['works'] }, { ...upTo('100'), categories: ['goods'] }],
    asks: { ...pays('400'), category: 'goods' }, says: outside('limit-exceeded'),
  },
  {
    limits: [{ ...upTo('10'), grade: 'P-3', term: 1 }, { ...upTo('10'), term: 12 }],
    asks: { ...pays('11'), grade: 'D-1', term: 12 }, says: outside('limit-exceeded'),
  },
  { limits: [{ ...upTo('10'), term: 1 }, { ...upTo('20'), term: 1 }], asks: { ...pays('11'), term: 12 }, says: outside('term-exceeded') },
]

export interface WithinCase {
  readonly child: readonly Box[]
  readonly parent: readonly Box[]
  /** None: the child lies within. */
  readonly wider: readonly (keyof Box)[]
}

export const within: readonly WithinCase[] = [
  { child: [], parent: [], wider: [] },
  { child: [upTo('1')], parent: [], wider: [] },
  { child: [], parent: [upTo('1')], wider: ['amount'] },
  { child: [], parent: [{ grade: 'P-5', term: 12 }], wider: ['grade', 'term'] },
  { child: [{}], parent: [upTo('500')], wider: ['amount'] },
  { child: [upTo('500')], parent: [upTo('500')], wider: [] },
  { child: [upTo('499')], parent: [upTo('500')], wider: [] },
  { child: [upTo('500.0001')], parent: [upTo('500')], wider: ['amount'] },
  { child: [band({ upTo: '500', upToIncluded: false })], parent: [upTo('500')], wider: [] },
  { child: [upTo('500')], parent: [band({ upTo: '500', upToIncluded: false })], wider: ['amount'] },
  { child: [band({ upTo: '500', upToIncluded: false })], parent: [band({ upTo: '500', upToIncluded: false })], wider: [] },
  { child: [upTo('501')], parent: [band({ upTo: '500', upToIncluded: false })], wider: ['amount'] },
  { child: [band({ over: '100', upTo: '500' })], parent: [upTo('500')], wider: [] },
  { child: [upTo('500')], parent: [band({ over: '100', upTo: '500' })], wider: ['amount'] },
  { child: [band({ over: '100' })], parent: [band({ over: '100' })], wider: [] },
  { child: [band({ over: '100', overIncluded: true })], parent: [band({ over: '100' })], wider: ['amount'] },
  { child: [band({ over: '100' })], parent: [band({ over: '100', overIncluded: true })], wider: [] },
  { child: [band({ over: '100', overIncluded: true })], parent: [band({ over: '100', overIncluded: true })], wider: [] },
  { child: [band({ over: '101', overIncluded: true })], parent: [band({ over: '100' })], wider: [] },
  { child: [band({ over: '99' })], parent: [band({ over: '100', overIncluded: true })], wider: ['amount'] },
  { child: [band({})], parent: [upTo('500')], wider: ['amount'] },
  { child: [upTo('1')], parent: [band({ upTo: '500' }, 'EUR')], wider: ['amount'] },
  { child: [{ grade: 'P-4' }], parent: [{ grade: 'P-5' }], wider: [] },
  { child: [{ grade: 'P-5' }], parent: [{ grade: 'P-5' }], wider: [] },
  { child: [{ grade: 'D-1' }], parent: [{ grade: 'P-5' }], wider: ['grade'] },
  { child: [{ grade: 'P-3' }], parent: [{ grade: 'P-3' }], wider: [] },
  { child: [{ grade: 'G-1' }], parent: [{ grade: 'P-5' }], wider: ['grade'] },
  { child: [upTo('1')], parent: [{ grade: 'P-5' }], wider: ['grade'] },
  { child: [{ methods: ['tender'] }], parent: [{ methods: ['tender', 'quotes'] }], wider: [] },
  { child: [{ methods: ['tender', 'direct'] }], parent: [{ methods: ['tender', 'quotes'] }], wider: ['methods'] },
  { child: [{ grade: 'P-3' }], parent: [{ methods: ['tender'] }], wider: ['methods'] },
  { child: [{ categories: ['goods'] }], parent: [{ categories: ['works'] }], wider: ['categories'] },
  { child: [{ funds: ['regular'] }], parent: [{ funds: ['trust'] }], wider: ['funds'] },
  { child: [{ term: 12 }], parent: [{ term: 12 }], wider: [] },
  { child: [{ term: 13 }], parent: [{ term: 12 }], wider: ['term'] },
  { child: [{ term: 0 }], parent: [{ term: 0 }], wider: [] },
  { child: [{ grade: 'P-3' }], parent: [{ term: 12 }], wider: ['term'] },
  { child: [upTo('50'), upTo('600')], parent: [upTo('500')], wider: ['amount'] },

  // Any amount is any amount, on whatever basis it is counted; "over 0" is not any.
  { child: [onYear(upTo('100'))], parent: [onContract(band({}))], wider: [] },
  { child: [onYear(upTo('100'))], parent: [onContract(upTo('100'))], wider: ['amount'] },
  { child: [onContract(upTo('100'))], parent: [onContract(upTo('100'))], wider: [] },
  { child: [onContract(upTo('101'))], parent: [onContract(upTo('100'))], wider: ['amount'] },
  { child: [onYear(band({ over: '5' }))], parent: [onContract(band({ over: '0' }))], wider: ['amount'] },
  // What the total may not pass, no act of it passes; an act of the total may be as small as you like.
  { child: [onContract(upTo('100'))], parent: [upTo('100')], wider: [] },
  { child: [onContract(upTo('300'))], parent: [upTo('200')], wider: ['amount'] },
  { child: [onContract(upTo('100'))], parent: [band({ over: '0', upTo: '200' })], wider: ['amount'] },
  { child: [onContract(band({ over: '50', upTo: '100' }))], parent: [band({ over: '10', upTo: '200' })], wider: ['amount'] },
  // What the act is over, the total is over; how far the total goes, no act says.
  { child: [band({ over: '50', upTo: '100' })], parent: [onContract(band({ over: '40' }))], wider: [] },
  { child: [band({ over: '50', upTo: '100' })], parent: [onContract(band({ over: '40', upTo: '200' }))], wider: ['amount'] },

  // Every act is one act: a count by act limits nothing, unless it is none at all.
  { child: [], parent: [{ count: 1 }], wider: [] },
  { child: [], parent: [{ count: 3 }], wider: [] },
  { child: [], parent: [{ count: 0 }], wider: ['count'] },
  { child: [], parent: [onContract({ count: 3 })], wider: ['count'] },
  { child: [onContract({ count: 3 })], parent: [onContract({ count: 3 })], wider: [] },
  { child: [onContract({ count: 2 })], parent: [onContract({ count: 3 })], wider: [] },
  { child: [onContract({ count: 4 })], parent: [onContract({ count: 3 })], wider: ['count'] },
  { child: [onYear({ count: 2 })], parent: [onContract({ count: 3 })], wider: ['count'] },
  { child: [onContract({ count: 1 })], parent: [{ count: 0 }], wider: ['count'] },

  { child: [{ dates: { from: 1, to: 9 } }], parent: [{ dates: { from: 1, to: 9 } }], wider: [] },
  { child: [{ dates: { from: 2, to: 8 } }], parent: [{ dates: { from: 1, to: 9 } }], wider: [] },
  { child: [{ dates: { from: 0, to: 8 } }], parent: [{ dates: { from: 1, to: 9 } }], wider: ['dates'] },
  { child: [{ dates: { from: 2, to: 10 } }], parent: [{ dates: { from: 1, to: 9 } }], wider: ['dates'] },
  { child: [{ dates: { from: 2, to: null } }], parent: [{ dates: { from: 1, to: null } }], wider: [] },
  { child: [], parent: [{ dates: { from: 1, to: 9 } }], wider: ['dates'] },
  {
    child: [{ ...upTo('100'), term: 24 }],
    parent: [{ ...upTo('50'), grade: 'P-5', term: 12 }, { ...upTo('100'), term: 12 }], wider: ['term'],
  },
]
