/**
 * `may`, with its reasons, chain and two times, beside other engines on the same organisation and questions; every answer of the one is
 * compared with the other's. Slow engines are asked fewer questions, and so are we beside them.
 */
import type { DelegationFact } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { line, type Line } from '../line.ts'
import { Casbin } from './casbin.ts'
import { Casl } from './casl.ts'
import { Cedar } from './cedar.ts'
import { MapWalk } from './map-walk.ts'
import { begun, factsOf, ordinarySize, today } from './organisation.ts'
import { measuredBeside, type Beside, type Peer } from './peer.ts'
import { questionsAbout } from './questions.ts'

const seed = 13
const many = { questions: 100_000, rounds: 9 }
const few = { questions: 4000, rounds: 5 }

export async function* measurePeers(): AsyncIterable<Line> {
  const facts = [...factsOf(ordinarySize, seed)]
  const delegations = facts.filter((fact): fact is DelegationFact => fact.kind === 'delegation')
  const ours = new Register()
  facts.forEach((fact, place) => ours.apply(fact, place + 1, begun))
  const pairs = questionsAbout(delegations, ordinarySize, many.questions, seed + 1)
  const size = `200 entities, 40,000 people, ${delegations.length.toLocaleString('en')} delegations`

  const beside = (peer: Peer, { questions, rounds }: typeof many): Beside & { readonly about: string } => {
    const measured = measuredBeside(ours, peer, pairs.slice(0, questions), today, rounds)
    const share = `${Math.round(measured.permitted * 100)} % of ${questions.toLocaleString('en')} questions permitted, all answers equal`
    return { ...measured, about: `${size}; ${share}` }
  }
  const walk = beside(new MapWalk(facts, today), many)
  yield line({
    group: 'authority', claim: `one "may?", with reasons and two times, beside a walk over maps that knows neither (${walk.about})`,
    ours: 1e6 / walk.ours, other: 1e6 / walk.other, unit: 'µs', goal: { of: 'ratio', atMost: 3 },
  })
  const casl = beside(new Casl(facts, today), many)
  yield line({
    group: 'authority', claim: `"may?" beside CASL, given every chain flattened and an ability for each holder (${casl.about})`,
    ours: casl.ours, other: casl.other, unit: 'decisions/s', goal: { of: 'ratio', atLeast: 2 },
  })
  const cedar = beside(new Cedar(facts, today), few)
  yield line({
    group: 'authority', claim: `"may?" beside Cedar's WebAssembly build, sent only the entities a question needs (${cedar.about})`,
    ours: cedar.ours, other: cedar.other, unit: 'decisions/s', goal: { of: 'ratio', atLeast: 100 },
  })
  const casbin = beside(await Casbin.prepared(facts, today), few)
  yield line({
    group: 'authority', claim: `"may?" beside casbin, given every chain flattened and an enforcer for each entity (${casbin.about})`,
    ours: casbin.ours, other: casbin.other, unit: 'decisions/s', goal: { of: 'ratio', atLeast: 100 },
  })
}
