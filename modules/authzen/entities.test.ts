/** The schemas describe, the reading by hand decides: held together here, and against what the standard demands. */
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { Problem } from '../../platform/http/problem.ts'
import { matterOf } from './ask.ts'
import { evaluationShape } from './shapes.ts'
import { evaluationOf } from './views/evaluation.ts'

const wrong = fc.constantFrom<unknown>(5, 'x', true, [], { a: 1 }, 0.1 + 0.2)
/** Fitting nearly always, so that requests as a whole often fit. */
const mostly = (...fitting: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: wrong })
const nearly = (fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: fc.record(fields, { requiredKeys }) }, { weight: 1, arbitrary: wrong })

const properties = nearly({ amount: mostly('USD 5', { currency: 'USD', value: '5' }), method: mostly('open'), term: mostly(6, '6'), note: wrong })
const entity = nearly({ type: mostly('person', 'entity'), id: mostly('ana', 'office'), properties }, ['type', 'id'])
const context = nearly({ on: mostly('2024-01-01'), known: mostly('5', 5), capacity: mostly('chief'), cosigners: mostly(['bo']), reasons: mostly(true, false), facts: nearly({ note: mostly('x', 1) }) })
const request = fc.record({ subject: entity, action: nearly({ name: mostly('award'), properties: nearly({}) }, ['name']), resource: entity, context, extra: wrong }, { requiredKeys: ['subject', 'action', 'resource'] })

const reads = (body: unknown): boolean => {
  try {
    evaluationOf(body)
    return true
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    expect([problem.status, problem.errors[0]?.field]).toEqual([400, expect.stringMatching(/./)])
    return false
  }
}

it('takes nothing that the schema of the OpenAPI document refuses', () => {
  let [taken, refused] = [0, 0]
  fc.assert(fc.property(request, (body) => {
    if (!reads(body)) return void refused++
    taken++
    expect(evaluationShape.safeParse(body).error?.issues ?? []).toEqual([])
  }), { numRuns: 1000 })
  expect([taken > 100, refused > 100]).toEqual([true, true])
})

it('maps every property the rules know, and keeps the rest as facts', () => {
  const evaluation = evaluationOf({
    subject: { type: 'person', id: 'ana', properties: { grade: 'USG', facts: 'mine' } }, action: { name: 'award', properties: { tender: true, share: 0.5, level: 'action' } },
    resource: {
      type: 'entity', id: 'office',
      properties: {
        amount: { currency: 'usd', value: '5.50' }, method: 'open', category: 'goods', fund: 'regular', grade: 'P-4', term: '12', beneficiary: 'bo', place: 'north', contract: 'c1',
        requirement: 'r1', case: 'k1', supplier: 's1', 'in-house': 'true', level: 'resource', nested: { ignored: 1 }, none: null,
      },
    },
    context: { facts: { level: 'context' }, cosigners: ['cy'], capacity: 'chief', time: 'ignored' },
  })
  expect(matterOf(evaluation)).toEqual({
    matter: 'award', entity: 'office', amount: { currency: 'USD', value: '5.50' }, method: 'open', category: 'goods', fund: 'regular', grade: 'P-4', term: 12, beneficiary: 'bo',
    place: 'north', contract: 'c1', requirement: 'r1', case: 'k1', supplier: 's1', cosigners: ['cy'], facts: { tender: 'true', share: '0.5', 'in-house': 'true', level: 'context' },
  })
  expect(evaluation.context.capacity).toBe('chief')
})
