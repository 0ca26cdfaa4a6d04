/** The engine held against the reference, and the laws neither may break, on random organisations. Runs: MANDATE_PROPERTY_RUNS. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { revoke } from '../acts/revoke.ts'
import { record } from './example-facts.ts'
import { ifRevoked } from '../if-revoked.ts'
import { may } from '../may.ts'
import type { Answer, DelegationFact, Question, Times } from '../model.ts'
import { questions, worldsWithQuestions } from './random-questions.ts'
import { choice, lastDay, limits, start, worlds, type RandomWorld } from './random-worlds.ts'
import { ByTheBook } from './reference.ts'
import { Register } from '../register.ts'
import { inForce } from '../chain.ts'
import { groundOf } from '../ground.ts'
import { whoMay } from '../who-may.ts'

const numRuns = Number(process.env['MANDATE_PROPERTY_RUNS'] ?? 1200)
const endOfTime = start + (lastDay - 1) * 86_400_000

function registerOf({ entries }: RandomWorld): Register {
  const register = new Register()
  for (const { fact, number, recordedAt } of entries) register.apply(fact, number, recordedAt)
  return register
}

const codesOf = (reasons: readonly { code: string }[]): string[] => [...new Set(reasons.map(reason => reason.code))].sort()

describe('the engine and the reference', () => {
  const reached = new Map<string, number>()
  const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)

  test('answer alike, for the same reasons', () => {
    fc.assert(
      fc.property(worldsWithQuestions, ([world, asked]) => {
        const register = registerOf(world)
        for (const [question, at] of asked) {
          const verdict = may(register, question, at)
          const opinion = new ByTheBook(world.entries, at).may(question)
          expect({ answer: verdict.answer, codes: codesOf(verdict.reasons), question, at }).toEqual({
            answer: opinion.answer,
            codes: [...opinion.codes].sort(),
            question,
            at,
          })
          reach(verdict.answer)
          if (verdict.answer === 'permitted' && verdict.chain.length > 1) reach('permitted by a subdelegation')
          for (const code of opinion.codes) reach(code)
        }
      }),
      { numRuns },
    )
  })

  test('were asked questions that reach every answer and nearly every reason', () => {
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
      'cannot-evaluate',
      'prerequisite-missing',
      'prerequisite-lapsed',
      'conflict-of-interest',
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
    expect([...answers, ...reasons, 'permitted by a subdelegation'].filter(what => !reached.has(what))).toEqual([])
    if (process.env['MANDATE_PROPERTY_COUNTS']) console.table(Object.fromEntries([...reached].sort((a, b) => a[1] - b[1])))
  })
})

describe('laws', () => {
  const people = ['ana', 'bo', 'chen', 'partner', 'nobody']
  const permits = (register: Register, question: Question, at: Times) => may(register, question, at).answer === 'permitted'

  test('what was recorded comes out as it went in', () => {
    fc.assert(
      fc.property(worlds, world => {
        const register = registerOf(world)
        for (const { fact, number } of world.entries) expect(register.fact(fact.kind, fact.id, number)).toEqual(fact)
      }),
      { numRuns: numRuns / 4 },
    )
  })

  test('whoMay names exactly those whom may permits, and those it tells "not yet"', () => {
    fc.assert(
      fc.property(worldsWithQuestions, ([world, asked]) => {
        const register = registerOf(world)
        for (const [{ person: _, body: __, ...question }, at] of asked.slice(0, 4)) {
          const found = whoMay(register, question, at)
          const answers = new Map(people.map(person => [person, may(register, { ...question, person }, at).answer]))
          const named = (wanted: Answer) => people.filter(person => answers.get(person) === wanted)
          expect([...new Set(found.people.map(each => each.person))].sort()).toEqual(named('permitted').sort())
          expect([...new Set(found.notYet.map(each => each.person))].sort()).toEqual(named('not-yet').sort())
        }
      }),
      { numRuns: numRuns / 2 },
    )
  })

  /** Asks everybody the same before and after; nobody may gain. */
  const nobodyGains = (
    world: RandomWorld,
    index: number,
    question: Question,
    change: (fact: DelegationFact) => readonly DelegationFact[],
  ) => {
    const register = registerOf(world)
    const line = register.fact('delegation', world.lines[index % world.lines.length] as string)
    if (line === null) return
    const at = { on: endOfTime, known: register.head, now: endOfTime }
    const before = people.map(person => permits(register, { ...question, body: undefined, person } as Question, at))
    record(register, change(line), endOfTime)
    const after = people.map(person =>
      permits(register, { ...question, body: undefined, person } as Question, { ...at, known: register.head }),
    )
    people.forEach((person, which) =>
      expect({ person, gained: after[which] === true && before[which] === false }).toEqual({ person, gained: false }),
    )
  }

  test('revoking never adds a permit, when what hangs below falls', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), questions, (world, index, question) =>
        nobodyGains(world, index, question, fact => revoke(fact, endOfTime, 'revoked', [], {})),
      ),
      { numRuns: numRuns / 2 },
    )
  })

  test('narrowing never adds a permit', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), questions, limits, (world, index, question, narrower) =>
        nobodyGains(world, index, question, fact => (fact.limits.length > 0 ? [] : [{ ...fact, limits: narrower }])),
      ),
      { numRuns: numRuns / 2 },
    )
  })

  test('what ifRevoked foretells is what happens', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), fc.array(choice, { minLength: 3, maxLength: 3 }), (world, index, picked) => {
        const register = registerOf(world)
        const id = world.lines[index % world.lines.length] as string
        const now = { on: endOfTime, known: register.head, now: endOfTime }
        const children = register.children(id)
        const wanted = Object.fromEntries(children.map((child, which) => [child.id, picked[which % 3] as (typeof picked)[number]]))
        const refused = ifRevoked(register, id, wanted, now).direct.filter(({ standsProblem }) => standsProblem.length > 0)
        const choices = { ...wanted, ...Object.fromEntries(refused.map(({ delegation }) => [delegation, { kind: 'falls' } as const])) }
        const foretold = ifRevoked(register, id, choices, now)
        const running = (at: Times) =>
          world.lines.filter(each => {
            const row = register.delegation(each, at.known)
            return row !== null && inForce(groundOf(register, row.matter, at), row)
          })
        const before = running(now)
        record(register, revoke(register.fact('delegation', id) as DelegationFact, endOfTime, 'revoked', children, choices), endOfTime)
        const after = running({ ...now, known: register.head })
        expect(before.filter(each => !after.includes(each) && each !== id).sort()).toEqual([...foretold.falls].sort())
        expect(foretold.stands.filter(each => !after.includes(each))).toEqual([])
      }),
      { numRuns: numRuns / 2 },
    )
  })

  test('what was known then stays the answer to what was known then', () => {
    fc.assert(
      fc.property(worldsWithQuestions, ([world, asked]) => {
        const whole = registerOf(world)
        for (const [question, at] of asked.slice(0, 4)) {
          const upToThen = registerOf({ ...world, entries: world.entries.filter(entry => entry.number <= at.known) })
          if (upToThen.head === 0) continue
          const { answer, reasons } = may(upToThen, question, at)
          expect(may(whole, question, at)).toMatchObject({ answer, reasons })
        }
      }),
      { numRuns: numRuns / 2 },
    )
  })
})
