/** What is foretold is what happens: each question "what if" equals applying the facts and asking again. */
import fc from 'fast-check'
import { expect } from 'vitest'

import { narrow } from '../acts/narrow.ts'
import type { ChildChoice } from '../acts/revoke.ts'
import { rowsLinkedTo } from '../candidate.ts'
import { exercising, isManned } from '../exercising.ts'
import { groundOf } from '../ground.ts'
import { ifAbsent } from '../if-absent.ts'
import { ifLimitChanged } from '../if-limit-changed.ts'
import { ifPersonLeaves } from '../if-person-leaves.ts'
import { ifPersonMoves } from '../if-person-moves.ts'
import type { DelegationFact, Fact } from '../model.ts'
import type { Register } from '../register.ts'
import { statusOfRow } from '../status.ts'
import type { Uncovered } from '../uncovered.ts'
import { day, record } from './example-facts.ts'
import { law, type Law } from './law.ts'
import { endOfTime, lineAt, peopleOf, permits, registerOf, running, timesAt } from './laws.ts'
import { narrowed, narrowings } from './narrowings.ts'
import { choice, posts, worlds, type RandomWorld } from './random-worlds.ts'

/** Where nobody else could decide, nobody can. */
function nobodyCan(register: Register, world: RandomWorld, uncovered: readonly Uncovered[]): void {
  for (const { matter, entity, nobodyElse } of uncovered) {
    if (!nobodyElse) continue
    const able = peopleOf(world).filter(person => permits(register, { person, matter, entity }, timesAt(register, endOfTime)))
    expect({ matter, entity, able }).toEqual({ matter, entity, able: [] })
  }
}

const limitChanged = law(
  'what ifLimitChanged foretells is what happens',
  fc.tuple(worlds, fc.nat(), narrowings, fc.array(choice, { minLength: 3, maxLength: 3 })),
  ([world, index, by, picked]) => {
    const register = registerOf(world)
    const id = lineAt(world, index)
    const now = timesAt(register, endOfTime)
    const fact = register.fact('delegation', id) as DelegationFact
    const limits = narrowed(fact.limits, by)
    const falls: ChildChoice = { kind: 'falls' }
    const wanted = Object.fromEntries(register.children(id).map((child, which) => [child.id, picked[which % picked.length] ?? falls]))
    const { direct } = ifLimitChanged(register, id, limits, wanted, now)
    const made = Object.fromEntries(direct.map(each => [each.delegation, each.standsProblem.length > 0 ? falls : each.choice]))
    const foretold = ifLimitChanged(register, id, limits, made, now)
    const before = running(register, world, endOfTime)
    const unfit = register.children(id).filter(child => child.id in made)
    record(register, narrow(fact, limits, endOfTime, unfit, made), endOfTime)
    const after = running(register, world, endOfTime)
    expect(before.filter(each => !after.includes(each)).sort()).toEqual([...foretold.falls].sort())
    expect(foretold.stands.filter(each => !after.includes(each))).toEqual([])
    nobodyCan(register, world, foretold.uncovered)
  },
)

/** Lines in force that somebody is there to use. */
const manned = (register: Register, world: RandomWorld): string[] => {
  const times = timesAt(register, endOfTime)
  return running(register, world, endOfTime).filter(id => {
    const row = register.delegation(id, times)
    return row !== null && isManned(groundOf(register, row.matter, times), row)
  })
}

/** They are there no more, and in none of their posts. */
const leaving = (register: Register, person: string): readonly Fact[] => [
  ...[register.fact('person', person)].flatMap(fact => (fact === null ? [] : [{ ...fact, effectiveTo: endOfTime }])),
  ...register.ofPerson('assignment', person).filter(({ effectiveTo }) => effectiveTo === null || effectiveTo > endOfTime)
    .map(held => ({ ...held, effectiveTo: endOfTime })),
]

const leavers = fc.constantFrom('ana', 'bo', 'chen', 'partner', 'nobody')

const personLeaves = law('what ifPersonLeaves foretells is what happens', fc.tuple(worlds, leavers), ([world, person]) => {
  const register = registerOf(world)
  const foretold = ifPersonLeaves(register, person, timesAt(register, endOfTime))
  const before = manned(register, world)
  record(register, leaving(register, person), endOfTime)
  const after = manned(register, world)
  const vacant = foretold.loses.filter(each => each.vacant).map(({ delegation }) => delegation)
  expect(before.filter(each => !after.includes(each)).sort()).toEqual(vacant.filter(each => before.includes(each)).sort())
  expect(vacant.filter(each => after.includes(each))).toEqual([])
  nobodyCan(register, world, foretold.uncovered)
})

const absent = law('what ifAbsent foretells would wait is what would if they left, and it proposes whoever is there', fc.tuple(worlds, leavers), ([world, person]) => {
  const register = registerOf(world)
  const span = { from: endOfTime, to: endOfTime + 5 * day }
  const times = timesAt(register, endOfTime)
  const { proposals, ...waits } = ifAbsent(register, person, span, times)
  expect(waits).toEqual(ifPersonLeaves(register, person, times))
  for (const { post, persons } of proposals) {
    expect(register.assignmentsOf(person, times).map(held => held.post)).toContain(post)
    for (const proposed of persons) {
      expect(proposed.person).not.toBe(person)
      expect(register.incumbents(proposed.post, times).map(held => held.person)).toContain(proposed.person)
    }
  }
})

/** Their posts end, but for what they act in; the other begins. */
const moving = (register: Register, person: string, post: string): readonly Fact[] => {
  const running = register.assignmentsOf(person, timesAt(register, endOfTime)).filter(({ assignment }) => assignment === 'substantive')
  return [
    ...running.map(held => ({ ...held, effectiveTo: endOfTime })),
    {
      kind: 'assignment', id: 'moved', person, post, assignment: 'substantive', instrument: null, excludes: [], contract: running[0]?.contract ?? null,
      effectiveFrom: endOfTime, effectiveTo: null,
    },
  ]
}

/** Lines whose chain carries them and which the person exercises. */
const used = (register: Register, person: string): string[] => {
  const times = timesAt(register, endOfTime)
  const world = register.world(times)
  if (world.get('person', person) === null) return []
  return [...rowsLinkedTo({ register, times, world }, person)]
    .filter(row => exercising(groundOf(register, row.matter, times), row, person).fault === null && ['in-force', 'vacant'].includes(statusOfRow(register, row, times).state))
    .map(({ id }) => id)
}

const personMoves = law('what ifPersonMoves foretells is what happens', fc.tuple(worlds, leavers, fc.constantFrom(...posts)), ([world, person, post]) => {
  const register = registerOf(world)
  const foretold = ifPersonMoves(register, person, post, timesAt(register, endOfTime))
  const lost = foretold.loses.map(({ delegation }) => delegation)
  const gained = foretold.gains.filter(({ state }) => ['in-force', 'vacant', 'invalid'].includes(state)).map(({ delegation }) => delegation)
  const unfit = foretold.unfit.map(({ delegation }) => delegation)
  const before = used(register, person)
  record(register, moving(register, person, post), endOfTime)
  const after = used(register, person)
  if (register.world(timesAt(register, endOfTime)).get('post', post) === null) return
  const expected = [...before.filter(each => !lost.includes(each)), ...gained].filter(each => !unfit.includes(each))
  expect([...new Set(after)].sort()).toEqual([...new Set(expected)].sort())
  nobodyCan(register, world, foretold.uncovered)
})

export const whatIfLaws: readonly Law[] = [limitChanged, personLeaves, absent, personMoves]
