/**
 * What deciding costs over HTTP: AuthZEN evaluations beside a route of the same server that reads the same body as carefully and answers a
 * constant; then batches of a thousand, and how long other requests wait meanwhile. The load comes from another process.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

import { startApplication, type Application } from '../../composition/application.ts'
import { modules } from '../../composition/modules.ts'
import { may } from '../../kernel/authority/may.ts'
import type { Question } from '../../kernel/authority/model.ts'
import { authzen, evaluationOf } from '../../modules/authzen/index.ts'
import { openDatabase } from '../../platform/database/open.ts'
import { contract } from '../../platform/http/contract.ts'
import { route, WrittenAnswer } from '../../platform/http/route.ts'
import { buildServer } from '../../platform/http/server.ts'
import { begun, factsOf, ordinarySize } from '../authority/organisation.ts'
import { questionsAbout } from '../authority/questions.ts'
import { line, median, type Line } from '../line.ts'
import { startGenerator, type Generator } from './generator.ts'
import type { Load, Loaded } from './load.ts'

const seed = 13
const rounds = 5
const connections = 50
const questionCount = 20_000
const batchSize = 1000

const evaluationFor = ({ person, matter, entity, amount }: Question): object => ({
  subject: { type: 'person', id: person }, action: { name: matter }, resource: { type: 'entity', id: entity, properties: { amount } },
})

const constant = route(contract({
  id: 'bench.constant', method: 'POST', path: '/bench/constant', tag: 'bench', question: true, refusals: 'text', summary: 'Reads an evaluation, answers a constant.',
  body: z.unknown(), answer: z.unknown(),
}), async ({ body }) => {
  evaluationOf(body)
  return new WrittenAnswer('{"decision":true}')
})

interface Serving {
  readonly load: (path: string, bodies: readonly string[], more?: Partial<Load>) => Load
  readonly close: () => Promise<void>
}

/** The large organisation's register in a server with these routes and no others. */
async function serve({ services, operatorToken }: Application): Promise<Serving> {
  const server = await buildServer({ services, routes: [...authzen.routes, constant], version: 'bench', webFolder: null, operatorToken, ready: () => true })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  return {
    load: (path, bodies, more = {}) => ({ port, path, token: operatorToken, bodies, connections, seconds: 2, rest: 0, ...more }),
    close: () => server.close(),
  }
}

/** What is answered over HTTP is what the engine answers in process. */
async function mustAgree({ services }: Application, { load }: Serving, questions: readonly Question[]): Promise<number> {
  const { port, path, token } = load('/access/v1/evaluations', [])
  const asked = questions.slice(0, 2000)
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ evaluations: asked.map(evaluationFor) }),
  })
  const { evaluations } = await answer.json() as { evaluations: { decision: boolean }[] }
  const now = services.clock.now()
  asked.forEach((question, place) => {
    const own = may(services.register, question, { on: now, known: services.register.head, now }).answer === 'permitted'
    if (evaluations[place]?.decision !== own) throw new Error(`They disagree about ${JSON.stringify(question)}`)
  })
  return evaluations.filter(({ decision }) => decision).length / asked.length
}

const rate = ({ answers, seconds }: Loaded): number => answers / seconds

async function* singles(serving: Serving, generator: Generator, questions: readonly Question[], permitted: number): AsyncIterable<Line> {
  const bodies = questions.map((question) => JSON.stringify(evaluationFor(question)))
  const bare = questions.map((question) => JSON.stringify({ ...evaluationFor(question), context: { reasons: false } }))
  const ways = { told: serving.load('/access/v1/evaluation', bodies), bare: serving.load('/access/v1/evaluation', bare), constant: serving.load('/bench/constant', bodies) }
  const seen: Record<keyof typeof ways, Loaded[]> = { told: [], bare: [], constant: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const way of ['told', 'bare', 'constant'] as const) {
      const [loaded] = await generator.apply(ways[way])
      // The first round warms up.
      if (round > 0 && loaded) seen[way].push(loaded)
    }
  }
  const other = median(seen.constant.map(rate))
  const share = `${Math.round(permitted * 100)} % permitted, ${connections} connections`
  for (const [way, words] of [['told', 'with reasons'], ['bare', 'without reasons']] as const) {
    yield line({
      group: 'authzen', claim: `evaluations over HTTP ${words} (${share}; p99 ${median(seen[way].map(({ p99 }) => p99)).toFixed(1)} ms), beside a constant`,
      ours: median(seen[way].map(rate)), other, unit: 'requests/s', goal: { of: 'ratio', atLeast: 0.7 },
    })
  }
}

async function* batches(serving: Serving, generator: Generator, questions: readonly Question[]): AsyncIterable<Line> {
  const single = JSON.stringify(evaluationFor(questions[0] ?? { matter: '' }))
  for (const [reasons, goal] of [[false, 200_000], [true, 80_000]] as const) {
    const bodies = Array.from({ length: questionCount / batchSize }, (_, place) => JSON.stringify({
      options: { reasons }, evaluations: questions.slice(place * batchSize, (place + 1) * batchSize).map(evaluationFor),
    }))
    const load = serving.load('/access/v1/evaluations', bodies, { connections: 2 })
    const meanwhile = serving.load('/access/v1/evaluation', [single], { connections: 1, rest: 5 })
    const seen: { alone: Loaded; others: Loaded; idle: Loaded }[] = []
    for (let round = 0; round <= rounds; round++) {
      const [alone] = await generator.apply(load)
      const [idle] = await generator.apply(meanwhile)
      const [, others] = await generator.apply(load, meanwhile)
      if (round > 0 && alone && others && idle) seen.push({ alone, others, idle })
    }
    const words = reasons ? 'with' : 'without'
    yield line({
      group: 'authzen', claim: `answers in batches of ${batchSize} over HTTP, ${words} reasons, on one core`,
      ours: median(seen.map(({ alone }) => rate(alone))) * batchSize, unit: 'answers/s', goal: { of: 'ours', atLeast: goal },
    })
    yield line({
      group: 'authzen', claim: `the longest wait of another request during batches ${words} reasons (p99 ${median(seen.map(({ others }) => others.p99)).toFixed(1)} ms), beside no batches`,
      ours: median(seen.map(({ others }) => others.longest)), other: median(seen.map(({ idle }) => idle.longest)), unit: 'ms', goal: { of: 'ours', atMost: 20 },
    })
  }
}

export async function* measureAuthzen(): AsyncIterable<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-bench-'))
  const db = await openDatabase({ url: null, folder, migrations: modules.flatMap((module) => module.migrations) })
  const application = await startApplication(db, { databaseUrl: null, dataFolder: folder, demonstration: false, version: 'bench' })
  const generator = startGenerator()
  try {
    const facts = [...factsOf(ordinarySize, seed)]
    facts.forEach((fact, place) => application.services.register.apply(fact, place + 1, begun))
    const delegations = facts.filter((fact) => fact.kind === 'delegation')
    const questions = questionsAbout(delegations, ordinarySize, questionCount, seed + 1).map(({ question }) => question)
    const serving = await serve(application)
    const permitted = await mustAgree(application, serving, questions)
    yield* singles(serving, generator, questions, permitted)
    yield* batches(serving, generator, questions)
    await serving.close()
  } finally {
    generator.stop()
    await application.close()
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}
