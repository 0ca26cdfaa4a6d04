/** AuthZEN 1.0 over HTTP: the standard's certification scenario, the mapping, batches, searches and their pages, headers and refusals. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Fact } from '../kernel/authority/model.ts'
import { delegation, on, upTo } from '../kernel/authority/proof/example-facts.ts'
import { openEmbeddedForTest, type TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { basic, batches, fixture, mapping, searchCases, type Case } from './authzen.cases.ts'
import { openTrial, trialFacts, trialMigrations } from './trial.ts'

interface Told { decision: boolean; context?: Record<string, unknown> }
interface Results { results: Record<string, string>[]; page?: { next_token: string; count: number; total: number } }

const ofDee = { matter: 'award', holder: { kind: 'person', person: 'dee' }, limits: upTo('100'), acceptedAt: on('2020-01-01'), acceptedBy: 'dee' } as const
const twoLines: readonly Fact[] = [
  delegation({ ...ofDee, id: 'dee-award' }), delegation({ ...ofDee, id: 'dee-before', endedAt: on('2021-01-01'), endReason: 'revoked' }),
]

let database: TestDatabase
let application: Application
let token: string

beforeAll(async () => {
  database = await openEmbeddedForTest(trialMigrations)
  const facts = [...trialFacts, ...twoLines, ...fixture.filter(({ kind }) => kind !== 'framework')]
  application = await openTrial(database.db, facts, { typeNames: { user: 'person', record: 'entity' } })
  const made = await application.server.inject({
    method: 'POST', url: '/api/v1/tokens', headers: { authorization: `Bearer ${application.operatorToken}` }, payload: { name: 'erp' },
  })
  token = made.json<{ token: string }>().token
})
afterAll(async () => {
  await application.close()
  await database.dispose()
})

/** A program with a bearer token, as stock clients are. */
const raw = (url: string, payload: string | undefined, headers: Record<string, string> = {}) =>
  application.server.inject({ method: 'POST', url, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }, ...(payload === undefined ? {} : { payload }) })

async function ask<T>(url: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await raw(url, JSON.stringify(body), headers)
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<T>() }
}

/** Contexts of answers are ours to fill; an exact comparison leaves them out of single answers only. */
function withoutContext(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('decision' in body)) return body
  return { decision: body.decision }
}

const one = '/access/v1/evaluation'
const many = '/access/v1/evaluations'
const aliceReads = { subject: { type: 'user', id: 'alice' }, action: { name: 'read' }, resource: { type: 'record', id: 'record-1' } }

describe.each([['Basic', basic], ['Batch', batches], ['Search', searchCases], ['the mapping', mapping]] as const)('%s', (_, cases) => {
  it.each(cases)('$name', async ({ path, body, status = 200, answer }: Case) => {
    const told = await ask<unknown>(path, body)
    expect(told, JSON.stringify(told.body)).toMatchObject({ status })
    expect(told.headers['content-type']).toMatch(/^application\/json/)
    if (status === 200) expect(withoutContext(told.body)).toEqual(answer)
    else expect(told.body).toEqual(expect.stringMatching(/\S/))
  })
})

describe('the context', () => {
  const refused = { subject: { type: 'person', id: 'ana' }, action: { name: 'award' }, resource: { type: 'entity', id: 'office', properties: { amount: 'USD 2000000' } } }

  it('of a single answer says why, with facts, chain and what it stands on', async () => {
    const { body, headers } = await ask<Told>(one, refused)
    expect(body).toMatchObject({
      decision: false,
      context: {
        reason_code: 'limit-exceeded', answer: 'refused', standing: 'now', chain: ['root-award'], missing: [], obligations: [], notChecked: [],
        reasons: [{ code: 'limit-exceeded', delegation: 'root-award', limits: [{ amount: { currency: 'USD', upTo: '1000000' } }] }],
        snapshot: application.services.register.head,
      },
    })
    expect(Date.parse(String(body.context?.time))).toBeGreaterThan(Date.now() - 60_000)
    expect(headers['mandate-known']).toBe(String(application.services.register.head))
  })

  it('tells first what stands against the line whose chain is shown, not against one long gone', async () => {
    const { body } = await ask<Told>(one, { ...refused, subject: { type: 'person', id: 'dee' } })
    expect(body.context).toMatchObject({ chain: ['dee-award'], reason_code: 'limit-exceeded', reasons: [{ code: 'limit-exceeded', delegation: 'dee-award' }, { code: 'revoked', delegation: 'dee-before' }, {}] })
  })

  it('is left out where the client says so', async () => {
    expect((await ask(one, { ...refused, context: { reasons: false } })).body).toEqual({ decision: false })
    expect((await ask(one, { ...refused, options: { reasons: false } })).body).toEqual({ decision: false })
    expect((await ask(many, { ...refused, options: { reasons: false } })).body).toEqual({ decision: false })
  })

  it('of a batch is left out unless asked for, of all or of one', async () => {
    const evaluations = [{}, { context: { reasons: true } }]
    expect((await ask(many, { ...refused, evaluations })).body).toEqual({ evaluations: [{ decision: false }, { decision: false, context: expect.objectContaining({ answer: 'refused' }) }] })
    const { body } = await ask<{ evaluations: Told[] }>(many, { ...refused, evaluations, options: { reasons: true } })
    expect(body.evaluations.map(({ context }) => context?.reason_code)).toEqual(['limit-exceeded', 'limit-exceeded'])
  })

  it('says what stood in the way of asking', async () => {
    expect((await ask<Told>(one, { ...aliceReads, subject: { type: 'spaceship', id: 'alice' } })).body.context).toMatchObject({ reasons: [{ code: 'cannot-evaluate', needs: 'subject.type' }] })
    expect((await ask<Told>(one, { ...aliceReads, context: { on: '2199-01-01' } })).body).toMatchObject({ decision: false, context: { answer: 'permitted', standing: 'forecast', reason_code: 'forecast' } })
    expect((await ask<Told>(one, { ...aliceReads, action: { name: 'delete' } })).body.context).toMatchObject({ answer: 'not-yet', missing: [{ code: 'condition-unanswered' }] })
  })

  it('of an item that does not fit carries its error; the others are answered (C-3-4-1)', async () => {
    const { status, body } = await ask(many, { subject: aliceReads.subject, action: aliceReads.action, evaluations: [{ resource: aliceReads.resource }, {}, 'x', { resource: { type: 'record', id: 5 } }] })
    const error = { decision: false, context: { error: { status: 400, message: expect.stringMatching(/\S/) } } }
    expect([status, body]).toEqual([200, { evaluations: [{ decision: true }, error, error, error] }])
  })
})

describe('headers and refusals', () => {
  it.each(['bfe9eb29-ab87-4ca3-be83-a1d5d8305716', 'a b c', '0'])('echoes X-Request-ID %s, on answers and on refusals (C-2-5)', async (id) => {
    expect((await ask(one, aliceReads, { 'x-request-id': id })).headers['x-request-id']).toBe(id)
    expect((await ask(one, {}, { 'x-request-id': id })).headers['x-request-id']).toBe(id)
    expect((await raw(one, '{', { 'x-request-id': id })).headers['x-request-id']).toBe(id)
  })

  it.each([
    ['a foreign content type (C-2-4-3)', 'text/plain', JSON.stringify(aliceReads)], ['XML', 'application/xml', '<a/>'],
    ['a form', 'application/x-www-form-urlencoded', 'a=b'], ['broken JSON (C-2-4-4)', 'application/json', '{"subject": '],
    ['an empty body (C-2-4-5)', 'application/json', ''], ['null', 'application/json', 'null'], ['a text', 'application/json', '"x"'],
    ['a dangerous key', 'application/json', '{"__proto__": {"a": 1}}'],
  ])('%s is 400, told in one text', async (_, type, payload) => {
    for (const path of [one, many, '/access/v1/search/subject', '/access/v1/search/resource', '/access/v1/search/action']) {
      const answer = await raw(path, payload, { 'content-type': type })
      expect([path, answer.statusCode, typeof answer.json<unknown>()]).toEqual([path, 400, 'string'])
    }
  })

  it('no body and no content type is 400', async () => {
    const answer = await application.server.inject({ method: 'POST', url: one, headers: { authorization: `Bearer ${token}` } })
    expect([answer.statusCode, typeof answer.json<unknown>()]).toEqual([400, 'string'])
  })

  it('who is not known is 401 with WWW-Authenticate; another site’s page is 403', async () => {
    const nobody = await application.server.inject({ method: 'POST', url: one, payload: aliceReads })
    expect([nobody.statusCode, nobody.headers['www-authenticate'], typeof nobody.json<unknown>()]).toEqual([401, expect.stringMatching(/^Bearer/), 'string'])
    expect((await ask(one, aliceReads, { authorization: 'Bearer 0123456789abcdef0' })).status).toBe(401)
    expect((await ask(one, aliceReads, { origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('a program still may not act', async () => {
    expect((await ask('/api/v1/drafts', { title: null, lines: [] })).status).toBe(403)
  })

  it.each(['abc', '', '-1', '1.5', '1e3', '0x10', ' ', '5, 6', 'latest', '9'.repeat(16)])('Mandate-Known: %j is refused, never taken for the latest', async (known) => {
    for (const path of [one, many]) expect((await ask(path, aliceReads, { 'mandate-known': known })).status).toBe(400)
  })

  it('Mandate-Known: what is known is answered; what is not is not', async () => {
    const { head } = application.services.register
    expect(await ask<Told>(one, aliceReads, { 'mandate-known': String(head) })).toMatchObject({ status: 200, body: { decision: true } })
    expect(await ask<Told>(one, aliceReads, { 'mandate-known': '0' })).toMatchObject({ status: 200, body: { decision: true } })
    const behind = await ask<string>(one, aliceReads, { 'mandate-known': String(head + 1) })
    expect([behind.status, behind.headers['retry-after']]).toEqual([503, '1'])
  })

  it('an Idempotency-Key keeps no answer: what has changed since is told', async () => {
    const key = { 'idempotency-key': 'same' }
    expect((await ask(one, { ...aliceReads, context: { reasons: false } }, key)).body).toEqual({ decision: true })
    expect((await ask(one, { ...aliceReads, action: { name: 'fly' }, context: { reasons: false } }, key)).body).toEqual({ decision: false })
  })

  it('repeated, it answers the same (C-2-6)', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask<Told>(one, aliceReads)))
    expect(answers.map(({ body }) => body.decision)).toEqual([true, true, true, true, true])
  })

  it('too much at a time is refused', async () => {
    expect((await ask(many, { ...aliceReads, evaluations: Array.from({ length: 10_001 }, () => ({})) })).status).toBe(400)
    expect((await raw(one, JSON.stringify({ ...aliceReads, more: 'x'.repeat(300_000) }))).statusCode).toBe(413)
  })

  it('a register that may be out of date decides nothing', async () => {
    const { ledger } = application.services
    const fresh = ledger.fresh.bind(ledger)
    Object.assign(ledger, { fresh: () => false })
    try {
      for (const path of [one, many]) expect((await ask(path, aliceReads)).status).toBe(503)
      expect((await ask('/access/v1/search/action', aliceReads)).status).toBe(503)
    } finally {
      Object.assign(ledger, { fresh })
    }
  })
})

describe('a client that knows only the address (C-6)', () => {
  it('finds everything from the metadata', async () => {
    const address = await application.server.listen({ port: 0, host: '127.0.0.1' })
    const answer = await fetch(`${address}/.well-known/authzen-configuration`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^application\/json/)])
    const metadata = await answer.json() as Record<string, string>
    expect(metadata.policy_decision_point).toBe(address)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const post = async <T>(url: string | undefined, body: unknown): Promise<T> => (await fetch(url ?? '', { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<T>
    expect(await post<Told>(metadata.access_evaluation_endpoint, aliceReads)).toMatchObject({ decision: true })
    expect(await post(metadata.access_evaluations_endpoint, { ...aliceReads, evaluations: [{}] })).toEqual({ evaluations: [{ decision: true }] })
    expect(await post(metadata.search_subject_endpoint, { ...aliceReads, subject: { type: 'user' } })).toMatchObject({ results: [{ id: 'alice' }, { id: 'bob' }] })
    expect(await post(metadata.search_resource_endpoint, { ...aliceReads, resource: { type: 'record' } })).toMatchObject({ results: [{ id: 'record-1' }] })
    expect(await post(metadata.search_action_endpoint, { ...aliceReads, action: undefined })).toMatchObject({ results: [{ name: 'read' }, { name: 'write' }] })
  })

  it('behind a proxy it is reached by TLS, under the name in Host; a name that is none is refused', async () => {
    const at = (host: string) => application.server.inject({ method: 'GET', url: '/.well-known/authzen-configuration', headers: { host } })
    expect((await at('mandate.example.org')).json()).toMatchObject({ policy_decision_point: 'https://mandate.example.org', search_action_endpoint: 'https://mandate.example.org/access/v1/search/action' })
    expect((await at('evil.example/x?y')).statusCode).toBe(400)
  })
})

it('large batches, several at once, hold nobody up', async () => {
  // Defaults alone, so that little is read and written and nearly all is deciding.
  const body = { ...aliceReads, evaluations: Array.from({ length: 10_000 }, () => ({ context: {} })) }
  await ask(many, body)
  let running = true
  let longest = 0
  // Time of the processor, for on a busy machine the clock tells of others.
  let before = process.cpuUsage()
  const look = (): void => {
    const { user, system } = process.cpuUsage(before)
    longest = Math.max(longest, (user + system) / 1000)
    before = process.cpuUsage()
    if (running) setImmediate(look)
  }
  setImmediate(look)
  const answers = await Promise.all(Array.from({ length: 3 }, () => ask<{ evaluations: Told[] }>(many, body)))
  running = false
  for (const { body: { evaluations } } of answers) expect(evaluations.every(({ decision }) => decision)).toBe(true)
  expect(longest).toBeLessThan(30)
})

describe('searches', () => {
  it('come page by page, each once, in order; a changed request ends it', async () => {
    const search = { subject: { type: 'user' }, action: { name: 'read' }, resource: aliceReads.resource }
    const first = (await ask<Results>('/access/v1/search/subject', { ...search, page: { limit: 1 } })).body
    expect(first).toEqual({ results: [{ type: 'user', id: 'alice' }], page: { next_token: expect.stringMatching(/./), count: 1, total: 2 } })
    const page = { token: first.page?.next_token }
    // The same request, its keys in another order, without the limit.
    const { resource, action, subject } = search
    expect((await ask<Results>('/access/v1/search/subject', { page, resource, action, subject })).body)
      .toEqual({ results: [{ type: 'user', id: 'bob' }], page: { next_token: '', count: 1, total: 2 } })
    for (const changed of [{ action: { name: 'write' } }, { context: { ip: '::1' } }, { resource: { type: 'record', id: 'record-2' } }, { subject: { type: 'person' } }]) {
      expect((await ask('/access/v1/search/subject', { ...search, ...changed, page })).status).toBe(400)
    }
    expect((await ask('/access/v1/search/resource', { ...search, page })).status).toBe(400)
  })

  it('find exactly what an evaluation permits, and whom who-may names', async () => {
    const persons = ['alice', 'bob', 'ana', 'bo', 'cy', 'dee']
    const posts = ['chief', 'director', 'officer']
    const names = ['read', 'write', 'delete', 'award', 'travel']
    const places = ['record-1', 'record-2', 'records', 'organisation', 'office']
    const properties = { amount: 'USD 500', soft: true }
    const permitted = async (type: string, id: string, name: string, place: string): Promise<boolean> =>
      (await ask<Told>(one, { subject: { type, id }, action: { name }, resource: { type: 'entity', id: place, properties } })).body.decision
    let permits = 0
    for (const name of names) {
      for (const place of places) {
        const resource = { type: 'entity', id: place, properties }
        for (const [type, ids] of [['person', persons], ['post', posts]] as const) {
          const { body } = await ask<Results>('/access/v1/search/subject', { subject: { type }, action: { name }, resource })
          const truth = []
          for (const id of ids) if (await permitted(type, id, name, place)) truth.push(id)
          permits += truth.length
          expect([name, place, body.results.map(({ id }) => id)]).toEqual([name, place, truth.toSorted()])
        }
      }
    }
    expect(permits).toBeGreaterThan(5)
    for (const id of persons) {
      for (const name of names) {
        const { body } = await ask<Results>('/access/v1/search/resource', { subject: { type: 'person', id }, action: { name }, resource: { type: 'entity', properties } })
        const truth = []
        for (const place of places) if (await permitted('person', id, name, place)) truth.push(place)
        expect([id, name, body.results.map((each) => each.id)]).toEqual([id, name, truth.toSorted()])
      }
      for (const place of places) {
        const { body } = await ask<Results>('/access/v1/search/action', { subject: { type: 'person', id }, resource: { type: 'entity', id: place, properties } })
        const truth = []
        for (const name of names) if (await permitted('person', id, name, place)) truth.push(name)
        expect([id, place, body.results.map((each) => each.name)]).toEqual([id, place, truth.toSorted()])
      }
    }
  })
})

describe('whatever comes', () => {
  const value = fc.anything({ withNullPrototype: false, maxDepth: 2 })
  const text = fc.oneof(fc.constantFrom('alice', 'ana', 'chief', 'user', 'person', 'record', 'entity', 'record-1', 'read', 'award', 'USD 5', '', 'constructor', '__proto__'), fc.string({ unit: 'binary' }))
  const properties = fc.oneof(value, fc.record({ amount: fc.oneof(text, fc.double(), value), currency: text, term: fc.oneof(fc.double(), text), method: fc.oneof(text, value), soft: value }, { requiredKeys: [] }))
  const typed = fc.oneof({ weight: 6, arbitrary: fc.record({ type: text, id: fc.oneof(text, value), properties }, { requiredKeys: ['type'] }) }, { weight: 1, arbitrary: value })
  const named = fc.oneof({ weight: 6, arbitrary: fc.record({ name: text, properties }, { requiredKeys: ['name'] }) }, { weight: 1, arbitrary: value })
  const context = fc.oneof(value, fc.record({ on: fc.oneof(text, fc.constant('2024-01-01')), known: fc.oneof(text, fc.integer()), capacity: text, facts: value, reasons: fc.oneof(fc.boolean(), value) }, { requiredKeys: [] }))
  const entities = { subject: typed, action: named, resource: typed, context, options: value, page: fc.oneof(value, fc.record({ token: text, limit: fc.oneof(fc.integer(), value) }, { requiredKeys: [] })) }
  const request = fc.oneof({ weight: 8, arbitrary: fc.record({ ...entities, evaluations: fc.oneof(value, fc.array(fc.record(entities, { requiredKeys: [] }), { maxLength: 4 })) }, { requiredKeys: ['subject'] }) }, { weight: 1, arbitrary: value })

  it('is answered or refused, never 5xx, and each answer has its shape', async () => {
    const paths = fc.constantFrom(one, many, '/access/v1/search/subject', '/access/v1/search/resource', '/access/v1/search/action')
    const seen = new Map<number, number>()
    await fc.assert(fc.asyncProperty(paths, request, async (path, body) => {
      const payload = JSON.stringify(body, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
      const answer = await raw(path, payload)
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
      expect([200, 400], `${path} ${payload} ${answer.payload}`).toContain(answer.statusCode)
      const told = answer.json<unknown>()
      if (answer.statusCode === 400) expect(typeof told).toBe('string')
      else if (path.includes('search')) expect(told).toMatchObject({ results: expect.any(Array) })
      else if (typeof told === 'object' && told !== null && 'evaluations' in told) for (const each of told.evaluations as Told[]) expect(typeof each.decision).toBe('boolean')
      else expect(told).toMatchObject({ decision: expect.any(Boolean) })
    }), { numRuns: Number(process.env.MANDATE_API_RUNS ?? 300) })
    expect([...seen.keys()].toSorted()).toEqual([200, 400])
  })
})
