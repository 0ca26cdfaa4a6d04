/** The law: what is kept of decisions is what judging all of them anew would say, after every change. */
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'

import { eventful } from '../../kernel/authority/proof/random-circumstances.ts'
import { Register } from '../../kernel/authority/register.ts'
import type { NumberedEvent } from '../../platform/ledger/ledger.ts'
import { Judgements } from './judgements.ts'
import { judge } from './ratifying.ts'

const runs = Number(process.env['MANDATE_PROPERTY_RUNS'] ?? 150)
let spared = 0
let unauthorised = 0
let changed = 0

it('judges again whatever a change may reach', () => {
  fc.assert(fc.property(eventful, (happened) => {
    const register = new Register()
    let apply: (event: Pick<NumberedEvent, 'facts' | 'number'>) => void = () => {}
    let now = 0
    const judgements = new Judgements({ register, clock: { now: () => now }, ledger: { subscribe: (take) => { apply = take as typeof apply } } })
    const before = new Map<string, boolean>()
    for (const [index, { fact, at }] of happened.entries()) {
      now = at
      register.apply(fact, index + 1, at)
      apply({ facts: [fact], number: index + 1 })
      spared += judgements.kept
      for (const act of register.facts('exercise')) {
        const anew = judge(register, act, { on: now, known: register.head, now })
        expect(judgements.of(act)).toEqual(anew)
        if (anew.unauthorised) unauthorised++
        if (before.has(act.id) && before.get(act.id) !== anew.unauthorised) changed++
        before.set(act.id, anew.unauthorised)
      }
    }
  }), { numRuns: runs })
}, 600_000)

afterAll(() => {
  // Not by never keeping anything, and not for want of anything to find.
  expect(spared).toBeGreaterThan(0)
  expect(unauthorised).toBeGreaterThan(0)
  expect(changed).toBeGreaterThan(0)
})
