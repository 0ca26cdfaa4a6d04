/** What happens around a random organisation: decisions, relations, absences, roles, waivers, controls, reviews; for tests only. */
import fc from 'fast-check'

import { day, framework } from './example-facts.ts'
import { start } from './random-limits.ts'
import { posts, worlds } from './random-worlds.ts'
import type { DelegationFact, ExerciseFact, Fact, Instant } from '../model.ts'

interface Dated {
  readonly fact: Fact
  readonly at: Instant
}

const people = fc.constantFrom('ana', 'bo', 'chen')
const matters = fc.constantFrom('award', 'award', 'leave')
const someDay = fc.integer({ min: 1, max: 30 })
const span = fc.record({ from: fc.option(fc.integer({ min: -5, max: 35 }), { freq: 4 }), lasts: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }) })
  .map(({ from, lasts }) => ({
    effectiveFrom: from === null ? null : start + from * day,
    effectiveTo: lasts === null ? null : start + ((from ?? 0) + lasts) * day,
  }))

const kept = <F extends Fact>(fact: fc.Arbitrary<F>): fc.Arbitrary<Dated> =>
  fc.record({ fact, at: someDay.map(on => start + on * day) })

const few = fc.nat(2).map(String)

/** A decision as an ERP would report it, taken `age` days before it is told. */
const decision: fc.Arbitrary<Dated> = fc
  .record({
    id: fc.nat(5), person: people, matter: matters, line: fc.option(fc.nat(6), { freq: 6 }), on: someDay, age: fc.constantFrom(0, 0, 0, 2, 6),
    value: fc.constantFrom('90', '300', '480'), requirement: fc.option(fc.constant('r1')), supplier: fc.option(fc.constantFrom('s1', 'chen')),
    beneficiary: fc.option(people), case: fc.option(fc.constant('c1')), entity: fc.option(fc.constantFrom('department', 'section', 'mission')),
  })
  .map(({ id, line, on, age, value, ...said }) => {
    const at = start + on * day + day / 3
    const fact: ExerciseFact = {
      kind: 'exercise', id: `e${id}`, body: null, capacity: null, delegation: line === null ? null : `d${line}`,
      amount: { currency: 'USD', value }, method: null, category: null, fund: null, grade: null, term: null, place: null, contract: null,
      decidedAt: at - age * day, facts: {}, answer: null, what: 'decided', provenance: { kind: 'own' }, effectiveFrom: null, effectiveTo: null, ...said,
    }
    return { fact, at }
  })

const circumstance: fc.Arbitrary<Dated> = fc.oneof(
  decision, decision, decision,
  kept(fc.record({ kind: fc.constant('relation' as const), id: few, person: people, other: fc.constantFrom('bo', 'chen', 's1'), relation: fc.constant('spouse') })
    .chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({ kind: fc.constant('absence' as const), id: few, person: people, absence: fc.constant('leave') })
    .chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({
    kind: fc.constant('role' as const), id: few, system: fc.constant('erp'), person: people, role: fc.constantFrom('BUYER', 'CLERK'),
    entity: fc.constantFrom(null, 'department', 'mission'),
  }).chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({ kind: fc.constant('role-map' as const), id: few, system: fc.constant('erp'), role: fc.constantFrom('BUYER', 'CLERK'), matter: matters })
    .chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({
    kind: fc.constant('waiver' as const), id: few, person: people, credential: fc.constant('certificate'), matter: fc.constant(null),
    grantedBy: fc.constant('ana'), reason: fc.constant('why'),
  }).chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({
    kind: fc.constant('control' as const), id: few, entity: fc.constantFrom('organisation', 'department'), matters: fc.constant(['award', 'leave'] as [string, string]),
    owner: fc.constant('ana'), description: fc.constant('looks again'),
  }).chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({
    kind: fc.constant('arrangement' as const), id: few, provider: fc.constantFrom('section', 'mission'), client: fc.constantFrom('department', 'organisation'),
    matters: fc.constant(['award']), decides: fc.boolean(),
  }).chain(fact => span.map(dates => ({ ...fact, ...dates })))),
  kept(fc.record({
    kind: fc.constant('ratification' as const), id: few, exercise: fc.nat(5).map(id => `e${id}`), ratifiedBy: people, delegation: fc.constant('d0'),
    reason: fc.constant('competent'),
  }).chain(fact => span.map(dates => ({ ...fact, ...dates })))),
)

/** Lines are signed by somebody, in a post, so that there is somebody to be related to and to succeed. */
const signed = (fact: DelegationFact, index: number): DelegationFact => ({
  ...fact, limits: index % 2 === 0 ? [{ amount: { currency: 'USD', upTo: '500' } }] : fact.limits, signedBy: ['ana', 'bo', 'chen'][index % 3] ?? 'ana', signedAs: posts[index % posts.length] ?? null, signedAt: fact.effectiveFrom + (index % 4) * day,
})

/** A random organisation and what happens around it, in order of time. */
export const eventful: fc.Arbitrary<readonly Dated[]> = fc
  .tuple(worlds, fc.array(circumstance, { minLength: 4, maxLength: 16 }))
  .map(([{ entries }, circumstances]) => {
    const organisation = entries.map(({ fact, recordedAt }, index): Dated => ({
      at: recordedAt,
      fact:
        fact.kind === 'delegation' ? signed(fact, index)
          : fact.kind === 'matter' ? { ...fact, splitDays: 10, incompatible: [{ matter: 'leave', scope: 'entity' }, { matter: 'award', scope: 'case' }] }
            : fact.kind === 'framework' ? framework({ ...fact, acceptWithinDays: 7, reviewMonths: 1, unusedMonths: 1 }) : fact,
    }))
    return [...organisation, ...circumstances].sort((a, b) => a.at - b.at)
  })
