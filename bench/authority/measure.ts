/** `may`, with its reasons, chain and two times, beside a walk over maps; every answer of the one compared with the other's. */
import { seededRandom } from '../../demo/random.ts'
import { may } from '../../kernel/authority/may.ts'
import type { Question } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { line, median, type Line } from '../line.ts'
import { MapWalk, type Asked } from './map-walk.ts'
import { begun, largeOrganisation, personIn, postId, today, type LargeOrganisation } from './organisation.ts'

const seed = 13
const questionCount = 100_000
const rounds = 7

interface Pair {
  readonly question: Question
  readonly asked: Asked
}

/** Most ask somebody who holds something, at amounts around the limit; some ask anybody about anything. */
function questionsAbout({ delegations }: LargeOrganisation): Pair[] {
  const random = seededRandom(seed + 1)
  return Array.from({ length: questionCount }, () => {
    const line = random.pick(delegations)
    const { holder } = line
    const anybody = random.chance(0.2)
    const holds = holder.kind === 'person' ? holder.person : holder.kind === 'post' ? personIn(holder.post) : ''
    const person = anybody ? personIn(postId(random.int(0, 199), random.int(0, 199))) : holds
    const entity = random.chance(0.1) ? `entity-${random.int(1, 199)}` : (line.entities[0] ?? '')
    const amount = Math.round(Number(line.limits[0]?.amount?.upTo ?? 0) * random.int(10, 140)) / 100
    const { matter } = line
    const question = { person, matter, entity, amount: { currency: 'USD', value: String(amount) } }
    return { question, asked: { person, matter, entity, amount } }
  })
}

function register({ facts }: LargeOrganisation): Register {
  const built = new Register()
  facts.forEach((fact, place) => built.apply(fact, place + 1, begun))
  return built
}

export async function* measureAuthority(): AsyncIterable<Line> {
  const organisation = largeOrganisation(seed)
  const ours = register(organisation)
  const walk = new MapWalk(organisation.facts)
  const pairs = questionsAbout(organisation)
  const times = { on: today, known: ours.head, now: today }

  let permitted = 0
  for (const { question, asked } of pairs) {
    const { answer } = may(ours, question, times)
    if (answer === 'permitted') permitted++
    const agreed = (answer === 'permitted') === walk.may(asked, today).permitted
    if (!agreed) throw new Error(`They disagree about ${JSON.stringify(question)}: ${answer}`)
  }

  const taken: { ours: number[]; walk: number[] } = { ours: [], walk: [] }
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    for (const { question } of pairs) may(ours, question, times)
    const between = performance.now()
    for (const { asked } of pairs) walk.may(asked, today)
    taken.ours.push(between - begin)
    taken.walk.push(performance.now() - between)
  }
  const each = (milliseconds: readonly number[]): number => (median(milliseconds) * 1000) / questionCount
  const size = `200 entities, 40,000 people, ${organisation.delegations.length.toLocaleString('en')} delegations`
  const share = `${Math.round((permitted / questionCount) * 100)} % permitted, all answers equal`
  yield line({
    group: 'authority', claim: `one "may?", with reasons and two times (${size}; ${share}), beside a walk over maps that knows neither`,
    ours: each(taken.ours), other: each(taken.walk), unit: 'µs', goal: { of: 'ratio', atMost: 3 },
  })
}
