/** The engine held against the reference on random organisations; what neither may break is `laws.ts`. Runs: MANDATE_PROPERTY_RUNS. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import type { Answer } from '../model.ts'
import { answersAlike, reached } from './agreement.ts'
import { runs } from './runs.ts'

describe('the engine and the reference', () => {
  test('answer alike, for the same reasons', () => answersAlike.prove(runs), 60_000 + runs * 60)

  // Mutation tests draw too few examples to reach everything.
  test.skipIf(process.env['MANDATE_MUTATION'] !== undefined)('were asked questions that reach every answer and nearly every reason', () => {
    const answers: Answer[] = ['permitted', 'not-yet', 'refused', 'refer', 'reserved', 'outside', 'no-such-matter', 'before-register']
    const reasons = [
      'constitutive',
      'exact-matter',
      'never-wider',
      'no-subdelegation',
      'too-deep',
      'end-required',
      'recipient-scope',
      'personal-only',
      'chain-broken',
      'not-published',
      'not-in-force',
      'revoked',
      'fallen',
      'withdrawn',
      'declined',
      'rescinded',
      'suspended',
      'not-accepted',
      'not-in-post',
      'not-in-class',
      'other-capacity',
      'acting-unrecorded',
      'designate-only',
      'wrong-entity',
      'limit-exceeded',
      'below-limit',
      'wrong-method',
      'wrong-category',
      'wrong-fund',
      'wrong-grade',
      'term-exceeded',
      'below-term',
      'count-exceeded',
      'wrong-place',
      'outside-dates',
      'fact-differs',
      'cannot-evaluate',
      'prerequisite-missing',
      'prerequisite-lapsed',
      'conflict-of-interest',
      'own-purchase',
      'contract-kind',
      'incompatible-exercise',
      'provider-decides',
      'emergency-dormant',
      'tender-missing',
      'advice-missing',
      'clearance-missing',
      'cosignature-missing',
      'consultation-missing',
      'condition-unanswered',
      'quorum-missing',
      'adviser',
      'reserved',
      'outside-framework',
      'before-register',
      'no-such-matter',
    ]
    const wanted = [...answers, ...reasons.map(code => `because ${code}`), 'permitted by a subdelegation', 'permitted by what was carried over', 'answered by the law a running case keeps', 'permitted to a body by minute',
      ...['permitted', 'refused'].flatMap(answer => [`${answer} by terms that changed`, `${answer} by terms since changed`])]
    expect(wanted.filter(what => !reached.has(what))).toEqual([])
    const report = process.env['MANDATE_PROPERTY_COUNTS']
    if (report !== undefined) writeFileSync(report, JSON.stringify(Object.fromEntries(reached)))
  })
})
