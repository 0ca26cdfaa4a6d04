import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { Verdict } from '../../kernel/authority/verdict.ts'
import type { Decision } from './ask.ts'
import { writtenBare, writtenWithReasons } from './written.ts'

const text = fc.oneof(fc.constantFrom('award', 'a "quoted" one', 'back\\slash', 'line\nbreak', '\u2028', '办公室', '\ud800'), fc.string({ unit: 'binary' }))
const link = (id: string): Verdict['chain'][number] => ({
  id, instrument: id, matter: 'award', holder: { kind: 'person', person: id }, persons: [], from: null, legalBasis: null, limits: [], entities: [],
  effectiveFrom: 0, effectiveTo: null, acceptedAt: null,
})

const decision: fc.Arbitrary<Decision & { readonly verdict: Verdict }> = fc.record({
  answer: fc.constantFrom('permitted' as const, 'refused' as const, 'not-yet' as const), chain: fc.array(text), matter: text, person: fc.option(text, { nil: undefined }),
  obligations: fc.array(text), capacity: fc.option(text), who: fc.array(text), named: fc.boolean(), on: fc.integer({ min: 0, max: 2 }),
}).map(({ answer, chain, matter, person, obligations, capacity, who, named, on }) => {
  const times = { on: on * 1_000_000, known: 7, now: 1_000_000 }
  const verdict: Verdict = {
    answer, standing: 'now', reasons: answer === 'permitted' ? [] : [{ code: 'no-such-matter', matter }], chain: chain.map(link),
    missing: who.map((each) => ({ code: 'tender-missing', who: [each] })), obligations, evidence: null, notChecked: [], capacity,
    question: { matter, ...(person === undefined ? {} : { person }) }, on: times.on, known: times.known,
  }
  return { permitted: answer === 'permitted' && !named, verdict, unasked: null, asked: { times, named } }
})

it('written by hand is what JSON.stringify would write of the same', () => {
  fc.assert(fc.property(decision, (each) => {
    const { permitted, asked, verdict: { answer, reasons, chain, missing, obligations, notChecked, capacity, question } } = each
    const standing = asked.named ? (asked.times.on > asked.times.now ? 'forecast' : 'history') : 'now'
    expect(JSON.parse(writtenWithReasons(each))).toEqual(JSON.parse(JSON.stringify({
      decision: permitted,
      context: {
        reason_code: answer === 'permitted' && !permitted ? standing : (reasons[0]?.code ?? answer), answer, reasons, chain: chain.map(({ id }) => id), missing, obligations,
        notChecked, capacity, person: question.person, standing, snapshot: 7, time: new Date(asked.times.on).toISOString(),
      },
    })))
    expect(JSON.parse(writtenBare(each))).toEqual({ decision: permitted })
  }))
})
