/** The monitor over a register of a million delegations and a million people: everything once, then what one change touches. */
import { findings } from '../kernel/authority/findings/findings.ts'
import { Monitor } from '../kernel/authority/findings/monitor.ts'
import type { Fact } from '../kernel/authority/model.ts'
import {
  assignment, credential, delegation, entity, framework, matter, on, passable, person, post,
} from '../kernel/authority/proof/example-facts.ts'
import { Register } from '../kernel/authority/register.ts'
import { line, median, seconds, type Line } from './line.ts'

const begun = on('2020-01-01')
const today = on('2026-06-01')
const entityCount = 10_000
const peopleEach = 100
const matterCount = 100
/** Of a hundred posts of an entity so many hold authority, each over several matters: a million lines in all. */
const holdersEach = 20
const linesEach = 5

/** What is wrong with one line in a hundred; the others are in order. */
const fault = (place: number): Partial<Parameters<typeof delegation>[0]> =>
  place % 100 !== 0 ? {} : place % 300 === 0 ? { acceptedAt: null } : place % 200 === 0 ? { limits: [] } : { effectiveTo: on('2026-06-20') }

function* facts(): Iterable<Fact> {
  yield framework({ id: 'framework', effectiveFrom: begun })
  for (let each = 0; each < matterCount; each++) {
    yield matter({
      id: `matter-${each}`, acceptance: each % 2 === 0 ? 'before-use' : 'after',
      prerequisites: each % 3 === 0 ? [{ credential: 'certified', onLapse: 'blocks-exercise' }] : [],
    })
  }
  for (let place = 0; place < entityCount; place++) {
    yield entity({ id: `entity-${place}`, parent: place === 0 ? null : `entity-${Math.floor(place / 20)}` })
    for (let rank = 0; rank < peopleEach; rank++) {
      const id = `${place}-${rank}`
      yield post({ id: `post-${id}`, entity: `entity-${place}`, heads: rank === 0 })
      yield person({ id: `person-${id}` })
      yield assignment({ person: `person-${id}`, post: `post-${id}`, effectiveFrom: begun })
      if (rank < holdersEach) yield credential({ person: `person-${id}`, credential: 'certified', effectiveFrom: begun })
    }
  }
  for (let each = 0; each < matterCount; each++) yield givenTo(0, 0, each, null, 3)
  for (let place = 1; place < entityCount; place++) {
    for (let rank = 0; rank < holdersEach; rank++) {
      for (let each = 0; each < linesEach; each++) yield givenTo(place, rank, (place + each) % matterCount, rank === 0 ? 0 : place, rank === 0 ? 2 : 0)
    }
  }
}

/** A line to a post; its parent is held by the organisation's head, or by the head of the entity `under`. */
function givenTo(place: number, rank: number, onMatter: number, under: number | null, depth: number): Fact {
  const parent = under === null ? null : `line-${under}-0-${onMatter}`
  const number = place * holdersEach + rank
  return delegation({
    id: `line-${place}-${rank}-${onMatter}`, parent, matter: `matter-${onMatter}`, holder: { kind: 'post', post: `post-${place}-${rank}` },
    entities: [`entity-${place}`], limits: [{ amount: { currency: 'USD', upTo: String(1_000_000 - rank * 1000) } }],
    subdelegation: depth > 0 ? passable(depth) : null, effectiveFrom: begun, acceptedAt: begun, signedBy: `person-${under ?? 0}-0`,
    signedAs: `post-${under ?? 0}-0`, confirmedBy: `person-${under ?? 0}-0`, signedAt: begun, ...(under === null ? {} : fault(number)),
  })
}

export async function* measureFindings(): AsyncIterable<Line> {
  const register = new Register()
  let number = 0
  for (const fact of facts()) register.apply(fact, ++number, begun)
  const times = { on: today, known: register.head, now: today }
  const whole = await seconds(() => findings(register, times))
  yield line({
    group: 'findings', claim: 'all findings of a register of 1,000,000 delegations and 1,000,000 people', ours: whole, unit: 's',
    goal: { of: 'ours', atMost: 10 },
  })
  const monitor = new Monitor(register)
  monitor.wholeNow(today)
  for (const [claim, change] of changes) {
    const taken: number[] = []
    for (let each = 0; each < 50; each++) {
      const facts = change(register, 1 + each * 37)
      number++
      for (const fact of facts) register.apply(fact, number, today)
      taken.push((await seconds(() => monitor.changed(facts, number, today + each))) * 1000)
    }
    yield line({ group: 'findings', claim: `findings current again after ${claim}`, ours: median(taken), unit: 'ms', goal: { of: 'ours', atMost: 10 } })
  }
}

const versionOf = (register: Register, id: string) => {
  const fact = register.fact('delegation', id)
  if (fact === null) throw new Error(`${id} is not on the register`)
  return fact
}

const changes: readonly (readonly [string, (register: Register, place: number) => readonly Fact[]])[] = [
  ['a line is revoked', (register, place) => [{ ...versionOf(register, `line-${place}-3-${place % matterCount}`), endedAt: today, endReason: 'revoked' }]],
  ['a head’s line is narrowed', (register, place) => [
    { ...versionOf(register, `line-${place}-0-${place % matterCount}`), limits: [{ amount: { currency: 'USD', upTo: '5' } }] },
  ]],
  ['somebody leaves a post', (_, place) => [
    assignment({ person: `person-${place}-4`, post: `post-${place}-4`, effectiveFrom: begun, effectiveTo: today }),
  ]],
  ['a head leaves', (_, place) => [assignment({ person: `person-${place}-0`, post: `post-${place}-0`, effectiveFrom: begun, effectiveTo: today })]],
  ['a credential lapses', (_, place) => [
    credential({ person: `person-${place}-5`, credential: 'certified', effectiveFrom: begun, effectiveTo: today }),
  ]],
]
