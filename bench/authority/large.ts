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
  const most = `the slowest of ${thousands(taken.length)}, median ${(median(taken) * 1000).toFixed(1)} µs`
  return line({
    group: 'authority', claim: `one fact recorded and seen by the next question there (${most})`,
    ours: Math.max(...taken), unit: 'ms', goal: { of: 'ours', atMost: 2 },
  })
}

/** A question that a delegation in force may well permit: little money, in its own entity. */
function questionUnder({ holder, matter, entities: [entity] }: DelegationFact): Question {
  const person = holder.kind === 'person' ? holder.person : holder.kind === 'post' ? personIn(holder.post) : ''
  return { person, matter, amount: { currency: 'USD', value: '1' }, ...(entity === undefined ? {} : { entity }) }
}

/** Roots of whole matters are revoked; what hangs below them falls, each direct child by an entry of its own. */
function* fallings({ register }: Large): Generator<{ readonly foretelling: number; readonly taking: number; readonly fallen: number }> {
  const random = seededRandom(seed + 2)
  for (let each = 0; each < revocations; each++) {
    const root = register.fact('delegation', `delegation-${matterCount - 1 - each}`)
    if (root === null) throw new Error('There is no such root')
    const begin = performance.now()
    const { falls } = ifRevoked(register, root.id, {}, timesNow(register))
    const foretold = performance.now()
    const below = falls.flatMap((id) => register.fact('delegation', id) ?? []).map(questionUnder)
    const able = below.filter((question) => permits(register, question))
    if (able.length < below.length / 2) throw new Error(`Only ${able.length} of ${below.length} could decide before`)
    const next = random.pick(able)
    const revoking = performance.now()
    const number = register.head + 1
    for (const fact of revoke(root, today, 'revoked', register.children(root.id), {})) register.apply(fact, number, today)
    const refused = !permits(register, next)
    const revoked = performance.now()
    if (!refused || below.some((question) => permits(register, question))) throw new Error(`Somebody decides under ${root.id} after all`)
    yield { foretelling: foretold - begin, taking: revoked - revoking, fallen: falls.length }
  }
}

function* revoked(large: Large): Generator<Line> {
  const found = [...fallings(large)]
  const fallen = `${thousands(Math.min(...found.map((each) => each.fallen)))} or more delegations below it`
  yield line({
    group: 'authority', claim: `a revocation that fells ${fallen}, until any of their holders is refused (median of ${revocations})`,
    ours: median(found.map(({ taking }) => taking)), unit: 'ms', goal: { of: 'ours', atMost: 100 },
  })
  yield line({
    group: 'authority', claim: `what that revocation would fell and leave uncovered, foretold (median of ${revocations})`,
    ours: median(found.map(({ foretelling }) => foretelling)), unit: 'ms',
  })
}

/** One register for all of it: building it takes longer than asking it. */
export async function* measureLarge(): AsyncIterable<Line> {
  const large = recordedLarge()
  const pairs = questionsAbout(large.drawn, largeSize, questionCount, seed + 1)
  yield decisions(large, pairs)
  yield nextQuestion(large, pairs)
  yield* revoked(large)
}
