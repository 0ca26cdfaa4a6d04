/** The API held against its own OpenAPI document: every route, with generated bad input; never a 5xx, never half a write. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openEmbeddedForTest, type TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { caller, openTrial, signedIn, trialMigrations, type Caller } from './trial.ts'

interface Parameter { name: string; in: 'path' | 'query'; required: boolean; schema: { enum?: string[] } }
interface Operation { operationId: string; parameters: Parameter[]; requestBody?: { content: Record<string, { schema: JsonSchema }> } }
interface JsonSchema { type?: string; properties?: Record<string, JsonSchema>; items?: JsonSchema; enum?: unknown[]; anyOf?: JsonSchema[] }

let database: TestDatabase
let application: Application
let ana: Caller
let operator: Caller
let operations: { method: string; path: string; operation: Operation }[]

beforeAll(async () => {
  database = await openEmbeddedForTest(trialMigrations)
  application = await openTrial(database.db)
  ana = await signedIn(application, 'ana')
  operator = caller(application, { authorization: `Bearer ${application.operatorToken}` })
  const { body } = await ana.get<{ openapi: string; paths: Record<string, Record<string, Operation>> }>('/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  operations = Object.entries(body.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })))
})
afterAll(async () => {
  await application.close()
  await database.dispose()
})

const nasty = fc.oneof(
  fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\u0000', '\u202eabc', "' OR 1=1 --", '9999-12-31', '2026-02-30', '-1', '1e309', 'USD -5', `USD ${'9'.repeat(30)}`, 'XQX 1', 'null', '../../etc/passwd', '%', '_', 'x'.repeat(5000), '💼', '٣', 'ana', 'award', 'root-award', 'office'),
)

/** A value that sometimes fits the schema and mostly does not. */
function bodyOf(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(nasty, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(nasty, { maxLength: 3 }), fc.object({ maxDepth: 1 }))
  const fitting = ((): fc.Arbitrary<unknown> => {
    if (schema.enum) return fc.constantFrom(...schema.enum)
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => bodyOf(each, depth + 1)))
    if (schema.type === 'object' && depth < 5) return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, bodyOf(value, depth + 1)])))
    if (schema.type === 'array') return fc.array(bodyOf(schema.items ?? {}, depth + 1), { maxLength: 4 })
    if (schema.type === 'integer') return fc.integer()
    if (schema.type === 'boolean') return fc.boolean()
    return nasty
  })()
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: wrong })
}

it('describes every operation with an id, and answers every problem as a problem', () => {
  expect(operations.length).toBeGreaterThan(35)
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
})

it('nobody who is not signed in is shown or changes anything', async () => {
  const nobody = caller(application, {})
  for (const { method, path, operation } of operations) {
    if (/^session\.|^authzen\.metadata$|^evidence\.keys$/.test(operation.operationId)) continue
    const url = path.replaceAll(/\{\w+\}/g, 'x')
    const answer = method === 'GET' ? await nobody.get<{ type: string }>(url) : await nobody.send<{ type: string }>(method as 'POST', url, {})
    expect([operation.operationId, answer.status]).toEqual([operation.operationId, 401])
  }
})

it('generated bad input gets a 4xx problem that says what to do, and leaves the ledger as it was', async () => {
  const runs = Number(process.env.MANDATE_API_RUNS ?? 30)
  for (const { method, path, operation } of operations) {
    if (operation.operationId === 'session.sign-out') continue
    const schema = operation.requestBody?.content['application/json']?.schema
    const parameters = operation.parameters.filter(({ in: where }) => where === 'query')
    const arbitrary = fc.record({
      params: fc.array(nasty.filter((text) => text !== '' && text !== '.' && text !== '..'), { minLength: 3, maxLength: 3 }),
      query: fc.record(Object.fromEntries(parameters.map(({ name, schema: { enum: values } }) => [name, values ? fc.oneof(fc.constantFrom(...values), nasty) : nasty])), { requiredKeys: [] }),
      body: schema ? bodyOf(schema) : fc.oneof(nasty, fc.constant(undefined)),
      asOperator: fc.boolean(),
    })
    await fc.assert(fc.asyncProperty(arbitrary, async ({ params, query, body, asOperator }) => {
      let place = 0
      const search = new URLSearchParams(Object.entries(query as Record<string, string>).map(([name, value]) => [name, value.toWellFormed()])).toString()
      const url = `${path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(params[place++]!.toWellFormed()))}${search === '' ? '' : `?${search}`}`
      const who = asOperator ? operator : ana
      const before = application.services.ledger.head
      const answer = method === 'GET' ? await who.get<Record<string, unknown>>(url) : await who.send<Record<string, unknown>>(method as 'POST', url, body)
      expect(answer.status, `${method} ${url} ${JSON.stringify(body)} ${JSON.stringify(answer.body)}`.slice(0, 600)).toBeLessThan(500)
      if (answer.status >= 400) {
        const problem = { type: expect.any(String), title: expect.any(String), status: answer.status, detail: expect.any(String) }
        expect(answer.body).toEqual(path.startsWith('/access/') ? expect.stringMatching(/\S/) : expect.objectContaining(problem))
        expect(application.services.ledger.head).toBe(before)
      }
    }), { numRuns: runs })
  }
}, 120_000)

it('bodies of 10 MB, broken JSON and foreign types are refused', async () => {
  const cookie = `mandate_session=${(await application.server.inject({ method: 'POST', url: '/api/v1/session', payload: { person: 'ana' } })).cookies[0]!.value}`
  const raw = (headers: Record<string, string>, payload: string) => application.server.inject({ method: 'POST', url: '/api/v1/drafts/check', headers: { cookie, ...headers }, payload })
  expect((await raw({ 'content-type': 'application/json' }, `"${'x'.repeat(10_000_000)}"`)).statusCode).toBe(413)
  expect((await raw({ 'content-type': 'application/json' }, '{"lines": [')).statusCode).toBe(400)
  expect((await raw({ 'content-type': 'text/plain' }, 'hello')).statusCode).toBe(415)
  expect((await raw({ 'content-type': 'application/json', origin: 'https://elsewhere.example' }, '{}')).statusCode).toBe(403)
  expect((await raw({ authorization: 'Bearer short' }, '')).statusCode).toBe(401)
})
