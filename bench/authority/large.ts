/**
 * A register of 1,000,000 people and 1,000,000 delegations in memory: how many decisions a second, how soon a fact is seen by the next
 * question, and how long a revocation takes that fells thousands.
 */
import { seededRandom } from '../../demo/random.ts'
import { revoke } from '../../kernel/authority/acts/revoke.ts'
import { delegationsOfPerson } from '../../kernel/authority/holds.ts'
import { ifRevoked } from '../../kernel/authority/if-revoked.ts'
import { may } from '../../kernel/authority/may.ts'
import type { DelegationFact, Fact, Question, Times } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { line, median, type Line } from '../line.ts'
import { begun, factsOf, largeSize, matterCount, personIn, today } from './organisation.ts'
import type { Pair } from './peer.ts'
import { questionsAbout } from './questions.ts'

const seed = 17
const rounds = 7
const questionCount = 100_000
/** Facts recorded one by one, each followed by the question it answers anew. */
const changes = 1000
const revocations = 5

const timesNow = (register: Register): Times => ({ on: today, known: register.head, now: today })
const permits = (register: Register, question: Question): boolean => may(register, question, timesNow(register)).answer === 'permitted'
const thousands = (count: number): string => count.toLocaleString('en')

interface Large {
  readonly register: Register
  readonly people: number
  readonly delegations: number
  /** One in ten, to ask about. */
  readonly drawn: readonly DelegationFact[]
}

/** Recorded as they come, one number each: nothing but the register keeps them. */
function recordedLarge(): Large {
  const register = new Register()
  const drawn: DelegationFact[] = []
  let number = 0
  let people = 0
  let delegations = 0
  for (const fact of factsOf(largeSize, seed)) {
    register.apply(fact, ++number, begun)
    if (fact.kind === 'person') people++
    if (fact.kind === 'delegation' && delegations++ % 10 === 0) drawn.push(fact)
  }
  return { register, people, delegations, drawn }
}

function decisions({ register, people, delegations }: Large, pairs: readonly Pair[]): Line {
  const times = timesNow(register)
  let permitted = 0
  for (const { question } of pairs) if (may(register, question, times).answer === 'permitted') permitted++
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    for (const { question } of pairs) may(register, question, times)
    taken.push(performance.now() - begin)
  }
  const share = `${Math.round((permitted / pairs.length) * 100)} % permitted`
  return line({
    group: 'authority',
    claim: `"may?", with reasons and two times, on ${thousands(delegations)} delegations and ${thousands(people)} people (${share})`,
    ours: (pairs.length * 1000) / median(taken), unit: 'decisions/s', goal: { of: 'ours', atLeast: 500_000 },
  })
}

interface Turn {
  readonly fact: Fact
  readonly question: Question
  readonly permits: boolean
}

/** Suspending the one delegation that permits, and lifting that again: each must be seen by the next question. */
function* turns({ register }: Large, pairs: readonly Pair[]): Generator<Turn> {
  for (const { question } of pairs) {
    const times = timesNow(register)
    const { answer } = may(register, question, times)
    const [fact, another] = delegationsOfPerson(register, question.person ?? '', times).filter(({ matter }) => matter === question.matter)
    if (answer !== 'permitted' || fact === undefined || another !== undefined) continue
    yield { fact: { ...fact, suspensions: [{ from: begun, to: null }] }, question, permits: false }
    yield { fact, question, permits: true }
  }
}

function nextQuestion(large: Large, pairs: readonly Pair[]): Line {
  const { register } = large
  const taken: number[] = []
  for (const { fact, question, permits: wanted } of turns(large, pairs)) {
    const begin = performance.now()
    register.apply(fact, register.head + 1, today)
    const answer = permits(register, question)
    taken.push(performance.now() - begin)
    if (answer !== wanted) throw new Error(`The next question about ${fact.id} was answered as before`)
    if (taken.length === changes) break
  }
  const sorted = [...taken].sort((a, b) => a - b)
  const others = `slowest ${sorted.at(-1)?.toFixed(1)} ms, median ${median(taken).toFixed(3)} ms`
  const most = `99 of 100 are faster; ${thousands(taken.length)} facts, ${others}`
  return line({
    group: 'authority', claim: `one fact recorded and seen by the next question there (${most})`,
    ours: sorted[Math.floor(taken.length * 0.99)] ?? NaN, unit: 'ms', goal: { of: 'ours', atMost: 2 },
  })
}

/** A question that a delegation in force may well permit: little money, in its own entity. */
function questionUnder({ holder, matter, entities: [entity] }: DelegationFact): Question {
  const person = holder.kind === 'person' ? holder.person : holder.kind === 'post' ? personIn(holder.post) : ''
  return { person, matter, amount: { currency: 'USD', value: '1' }, ...(entity === undefined ? {} : { entity }) }
}

const rootOf = (register: Register, matter: number): DelegationFact => {
  const root = register.fact('delegation', `delegation-${matter}`)
  if (root === null) throw new Error('There is no such root')
  return root
}

/** Everything that hangs on a delegation, at whatever remove. */
function* below(register: Register, id: string): Generator<DelegationFact> {
  for (const child of register.children(id)) {
    yield child
    yield* below(register, child.id)
  }
}

interface Falling {
  /** Milliseconds from the first fact of the act to the refusal of somebody below. */
  readonly taken: number
  /** Holders below who could decide before and cannot after. */
  readonly felled: number
}

/** The root of a whole matter is revoked; what hangs on it falls, each direct child by a version of its own. */
function fallOf(register: Register, root: DelegationFact): Falling {
  const asked = [...below(register, root.id)].map(questionUnder)
  const able = asked.filter((question) => permits(register, question))
  const next = seededRandom(seed + 2).pick(able)
  const begin = performance.now()
  const number = register.head + 1
  for (const fact of revoke(root, today, 'revoked', register.children(root.id), {})) register.apply(fact, number, today)
  const refused = !permits(register, next)
  const taken = performance.now() - begin
  // A matter nobody holds any more is looked through whole for each refusal: one in fifty is asked.
  const still = asked.filter((_, each) => each % 50 === 0).some((question) => permits(register, question))
  if (!refused || still) throw new Error(`Somebody decides under ${root.id} after all`)
  return { taken, felled: able.length }
}

function* revoked({ register }: Large): Generator<Line> {
  const found = Array.from({ length: revocations }, (_, each) => fallOf(register, rootOf(register, each)))
  const felled = thousands(Math.min(...found.map((each) => each.felled)))
  yield line({
    group: 'authority',
    claim: `a revocation that fells ${felled} or more below it who could decide, until any of them is refused (median of ${revocations})`,
    ours: median(found.map(({ taken }) => taken)), unit: 'ms', goal: { of: 'ours', atMost: 100 },
  })
  const foretelling = Array.from({ length: revocations }, (_, each) => foretold(register, rootOf(register, matterCount - 1 - each)))
  const fewest = (of: (each: Foretold) => number): string => thousands(Math.min(...foretelling.map(of)))
  yield line({
    group: 'authority',
    claim: `what such a revocation would do, foretold: ${fewest(({ falls }) => falls)} fall, ${fewest(({ places }) => places)} places uncovered (processor time, median of ${revocations})`,
    ours: median(foretelling.map(({ taken }) => taken)), unit: 'ms', goal: { of: 'ours', atMost: 100 },
  })
}

interface Foretold {
  /** Milliseconds of processor time. */
  readonly taken: number
  readonly falls: number
  readonly places: number
}

function foretold(register: Register, root: DelegationFact): Foretold {
  const begin = process.cpuUsage()
  const { falls, uncovered } = ifRevoked(register, root.id, {}, timesNow(register))
  const { user, system } = process.cpuUsage(begin)
  return { taken: (user + system) / 1000, falls: falls.length, places: uncovered.length }
}

/** One register for all of it: building it takes longer than asking it. */
export async function* measureLarge(): AsyncIterable<Line> {
  const large = recordedLarge()
  const pairs = questionsAbout(large.drawn, largeSize, questionCount, seed + 1)
  yield decisions(large, pairs)
  yield nextQuestion(large, pairs)
  yield* revoked(large)
}
