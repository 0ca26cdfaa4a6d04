/** The laws neither time nor change may break, over random organisations. What engine and reference must agree on is `agreement.ts`. */
import fc from 'fast-check'
import { expect } from 'vitest'

import { revoke, type ChildChoice } from '../acts/revoke.ts'
import { changedFrom } from '../changing.ts'
import { rowsOnMatter } from '../candidate.ts'
import { inForce } from '../chain.ts'
import { isManned } from '../exercising.ts'
import { groundOf } from '../ground.ts'
import { ifRevoked } from '../if-revoked.ts'
import { may } from '../may.ts'
import type { Answer, DelegationFact, Instant, Question, Times } from '../model.ts'
import { Register } from '../register.ts'
import { inForceByItsLaw } from '../uncovered.ts'
import { whoMay } from '../who-may.ts'
import { inAnySubtree } from '../world.ts'
import { day, record } from './example-facts.ts'
import { law, type Law } from './law.ts'
import { narrowed, narrowings } from './narrowings.ts'
import { questions, worldsWithQuestions } from './random-questions.ts'
import { start } from './random-limits.ts'
import { choice, lastDay, worlds, type RandomWorld } from './random-worlds.ts'
import type { Entry } from './reference.ts'

/** After all that happens in a random world. */
export const endOfTime = start + (lastDay - 1) * day

export function registerOf({ entries }: Pick<RandomWorld, 'entries'>): Register {
  const register = new Register()
  for (const { fact, number, recordedAt } of entries) register.apply(fact, number, recordedAt)
  return register
}

export const codesOf = (reasons: readonly { readonly code: string }[]): string[] => [...new Set(reasons.map(reason => reason.code))].sort()

export const timesAt = (register: Register, at: Instant): Times => ({ on: at, known: register.head, now: at })
export const permits = (register: Register, question: Question, at: Times) => may(register, question, at).answer === 'permitted'

/** Everybody the world knows, and somebody it does not. */
export const peopleOf = ({ entries }: RandomWorld): string[] =>
  [...new Set(entries.flatMap(({ fact }) => (fact.kind === 'person' ? [fact.id] : []))), 'nobody']

function asAnybody(question: Question): Omit<Question, 'person' | 'body'> {
  const { person: _, body: __, ...rest } = question
  return rest
}

export const lineAt = ({ lines }: RandomWorld, index: number): string => lines[index % lines.length] as string

/** Lines in force at an instant, as known at the head. */
export function running(register: Register, { lines }: RandomWorld, at: Instant): string[] {
  const times = timesAt(register, at)
  return lines.filter(id => {
    const row = register.delegation(id, times)
    return row !== null && inForce(groundOf(register, row.matter, times), row)
  })
}

/** Asks everybody the same before and after a change to one line; nobody may gain, but who was kept from it by what was taken away. */
function nobodyGains(
  world: RandomWorld, index: number, question: Question, change: (fact: DelegationFact) => readonly DelegationFact[],
): void {
  const register = registerOf(world)
  const line = register.fact('delegation', lineAt(world, index))
  if (line === null) return
  const permitted = () =>
    peopleOf(world).filter(person => permits(register, { ...asAnybody(question), person }, timesAt(register, endOfTime)))
  const keptApart = peopleOf(world).filter(person =>
    may(register, { ...asAnybody(question), person }, timesAt(register, endOfTime)).reasons.some(({ code }) => code === 'incompatible-exercise'))
  const before = [...permitted(), ...keptApart]
  record(register, change(line), endOfTime)
  expect(permitted().filter(person => !before.includes(person))).toEqual([])
}

const everything = law('what was recorded comes out as it went in', worlds, world => {
  const register = registerOf(world)
  for (const { fact, number } of world.entries) expect(register.fact(fact.kind, fact.id, number)).toEqual(fact)
})

const whoAndMayAgree = 'whoMay names exactly those whom may permits, and those it tells "not yet"'
const whoAndMay = law(whoAndMayAgree, worldsWithQuestions, ([world, asked]) => {
  const register = registerOf(world)
  const people = peopleOf(world)
  for (const [question, at] of asked.slice(0, 4)) {
    const found = whoMay(register, asAnybody(question), at)
    const answers = new Map(people.map(person => [person, may(register, { ...asAnybody(question), person }, at).answer]))
    const named = (wanted: Answer) => people.filter(person => answers.get(person) === wanted).sort()
    expect([...new Set(found.people.map(each => each.person))].sort()).toEqual(named('permitted'))
    expect([...new Set(found.notYet.map(each => each.person))].sort()).toEqual(named('not-yet'))
  }
})

const askedOfALine = fc.tuple(worlds, fc.nat(), questions)
const revoking = law('revoking never adds a permit, when what hangs below falls', askedOfALine, ([world, index, question]) =>
  nobodyGains(world, index, question, fact => revoke(fact, endOfTime, 'revoked', [], {})))

const narrowing = law('narrowing never adds a permit', fc.tuple(worlds, fc.nat(), questions, narrowings), ([world, index, question, by]) =>
  nobodyGains(world, index, question, fact => [{ ...fact, limits: narrowed(fact.limits, by) }]))

const reachesNotBack = law(
  'a change of terms answers differently only from its date on', fc.tuple(worldsWithQuestions, fc.nat(), narrowings, fc.nat(lastDay)),
  ([[world, asked], index, by, dayOf]) => {
    const register = registerOf(world)
    const fact = register.fact('delegation', lineAt(world, index)) as DelegationFact
    // A change from the first day on leaves nothing that counted before.
    const at = Math.max(start + dayOf * day, fact.effectiveFrom + day)
    const before = asked.map(([question, { on }]) => may(register, question, timesAt(register, on)))
    record(register, [changedFrom(fact, at, { limits: narrowed(fact.limits, by) })], endOfTime)
    asked.forEach(([question, { on }], which) => {
      const after = may(register, question, timesAt(register, on))
      if (on < at) expect([after.answer, codesOf(after.reasons), question, on]).toEqual([before[which]?.answer, codesOf(before[which]?.reasons ?? []), question, on])
    })
    const corrected = registerOf(world)
    record(corrected, [{ ...fact, limits: narrowed(fact.limits, by) }], endOfTime)
    for (const [question, { on }] of asked) {
      if (on < at || fact.formerly !== undefined) continue
      const [dated, whole] = [may(register, question, timesAt(register, on)), may(corrected, question, timesAt(corrected, on))]
      expect([dated.answer, codesOf(dated.reasons), question, on]).toEqual([whole.answer, codesOf(whole.reasons), question, on])
    }
  },
)

/** Choices for the direct children; those that could not stand fall. */
function possibleChoices(register: Register, id: string, picked: readonly ChildChoice[], at: Times): Record<string, ChildChoice> {
  const falls: ChildChoice = { kind: 'falls' }
  const wanted = Object.fromEntries(register.children(id).map((child, which) => [child.id, picked[which % picked.length] ?? falls]))
  const refused = ifRevoked(register, id, wanted, at).direct.filter(({ standsProblem }) => standsProblem.length > 0)
  return { ...wanted, ...Object.fromEntries(refused.map(({ delegation }) => [delegation, falls])) }
}

const choices = fc.array(choice, { minLength: 3, maxLength: 3 })
const revocations = fc.tuple(worlds, fc.nat(), choices)

const foretelling = law('what ifRevoked foretells is what happens', revocations, ([world, index, picked]) => {
  const register = registerOf(world)
  const id = lineAt(world, index)
  const now = timesAt(register, endOfTime)
  const made = possibleChoices(register, id, picked, now)
  const foretold = ifRevoked(register, id, made, now)
  const before = running(register, world, endOfTime)
  record(register, revoke(register.fact('delegation', id) as DelegationFact, endOfTime, 'revoked', register.children(id), made), endOfTime)
  const after = running(register, world, endOfTime)
  expect(before.filter(each => !after.includes(each) && each !== id).sort()).toEqual([...foretold.falls].sort())
  expect(foretold.stands.filter(each => !after.includes(each))).toEqual([])
  const then = timesAt(register, endOfTime)
  for (const { matter, entity, nobodyElse } of foretold.uncovered) {
    const ground = groundOf(register, matter, then)
    const others = [...rowsOnMatter(ground, matter)].filter(row =>
      row.mayExercise && inAnySubtree(ground.world, entity, row.entities) && inForceByItsLaw(ground, row) && isManned(ground, row))
    expect({ matter, entity, nobodyElse }).toEqual({ matter, entity, nobodyElse: others.length === 0 })
    if (!nobodyElse) continue
    const able = peopleOf(world).filter(person => permits(register, { person, matter, entity }, then))
    expect({ matter, entity, able }).toEqual({ matter, entity, able: [] })
  }
})

/** Everything that hangs on a line, at whatever remove, as known at the head. */
function below(register: Register, id: string, found = new Set<string>()): Set<string> {
  for (const child of register.children(id)) {
    if (found.has(child.id)) continue
    found.add(child.id)
    below(register, child.id, found)
  }
  return found
}

/** From when a child may no longer act by the choice made for it; null: it stands. */
const lastsUntil = (made: ChildChoice | undefined): Instant | null =>
  made === undefined || made.kind === 'falls' ? endOfTime : made.kind === 'falls-on' ? Math.max(made.at, endOfTime) : null

const outliving = law('a child never outlives what its parent\'s fall says', revocations, ([world, index, picked]) => {
  const register = registerOf(world)
  const id = lineAt(world, index)
  const children = register.children(id)
  const made = possibleChoices(register, id, picked, timesAt(register, endOfTime))
  record(register, revoke(register.fact('delegation', id) as DelegationFact, endOfTime, 'revoked', children, made), endOfTime)
  for (const child of children) {
    const until = lastsUntil(made[child.id])
    if (until === null) continue
    const gone = [child.id, ...below(register, child.id)]
    for (const at of [until, until + day, until + 400 * day]) {
      expect(running(register, world, at).filter(each => gone.includes(each))).toEqual([])
      const acting = peopleOf(world).flatMap(person => {
        const { answer, chain } = may(register, { person, matter: child.matter, entity: child.entities[0] ?? '' }, timesAt(register, at))
        return answer === 'permitted' ? chain.map(link => link.id) : []
      })
      expect(acting.filter(each => gone.includes(each))).toEqual([])
    }
  }
})

function grouped<T>(all: readonly T[], by: (each: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>()
  for (const each of all) groups.set(by(each), [...(groups.get(by(each)) ?? []), each])
  return [...groups.values()]
}

const identityOf = ({ fact }: Entry): string => `${fact.kind}:${fact.id}`

/** The entries of each moment in another order; versions of one identity keep theirs. */
const shuffled = (entries: readonly Entry[], keys: readonly number[]): Entry[] =>
  grouped(entries, entry => entry.recordedAt).flatMap(moment => {
    const keyOf = ({ number }: Entry) => keys[number % keys.length] ?? 0
    const mixed = [...moment].sort((a, b) => keyOf(a) - keyOf(b))
    const inTurn = new Map(grouped(moment, identityOf).map(([first, ...later]) => [identityOf(first as Entry), [first as Entry, ...later]]))
    return mixed.map(entry => inTurn.get(identityOf(entry))?.shift() ?? entry)
  })

const lastOfMoment = (entries: readonly Entry[], known: number): number =>
  entries.findLast(entry => entry.recordedAt === entries[known - 1]?.recordedAt)?.number ?? known

const orders = fc.tuple(worldsWithQuestions, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }))

const order = law('the order of unrelated facts of one moment is irrelevant', orders, ([[world, asked], keys]) => {
  const register = registerOf(world)
  const mixed = shuffled(world.entries, keys)
  const renumbered = registerOf({ entries: mixed.map((entry, place) => ({ ...entry, number: place + 1 })) })
  for (const [question, at] of asked) {
    const times = { ...at, known: lastOfMoment(world.entries, at.known) }
    const [one, other] = [may(register, question, times), may(renumbered, question, times)]
    expect({ answer: other.answer, codes: codesOf(other.reasons) }).toEqual({ answer: one.answer, codes: codesOf(one.reasons) })
  }
})

const togetherOrNot = law('facts of one act count as if they were recorded one after the other', orders, ([[world, asked], keys]) => {
  const register = registerOf(world)
  const atOnce = shuffled(world.entries, keys).map(entry => ({ ...entry, number: lastOfMoment(world.entries, entry.number) }))
  const together = registerOf({ entries: atOnce })
  for (const [question, at] of asked) {
    const times = { ...at, known: lastOfMoment(world.entries, at.known) }
    const [one, other] = [may(register, question, times), may(together, question, times)]
    expect({ answer: other.answer, codes: codesOf(other.reasons) }).toEqual({ answer: one.answer, codes: codesOf(one.reasons) })
  }
})

const knownThen = law('what was known then stays the answer to what was known then', worldsWithQuestions, ([world, asked]) => {
  const whole = registerOf(world)
  for (const [question, at] of asked.slice(0, 4)) {
    const upToThen = registerOf({ entries: world.entries.filter(entry => entry.number <= at.known) })
    if (upToThen.head === 0) continue
    const { answer, reasons, chain } = may(upToThen, question, at)
    expect(may(whole, question, at)).toMatchObject({ answer, reasons, chain })
    expect(whoMay(whole, asAnybody(question), at)).toEqual(whoMay(upToThen, asAnybody(question), at))
  }
})

const present = law('as of the present is now', worldsWithQuestions, ([world, asked]) => {
  const register = registerOf(world)
  for (const [question] of asked.slice(0, 4)) {
    const now = may(register, question, timesAt(register, endOfTime))
    const asOf = may(register, question, { on: endOfTime, known: register.numberAt(endOfTime), now: endOfTime })
    expect(asOf).toEqual(now)
    expect(now.standing).toBe('now')
  }
})

export const laws: readonly Law[] = [
  everything, whoAndMay, revoking, narrowing, reachesNotBack, foretelling, outliving, order, togetherOrNot, knownThen, present,
]
