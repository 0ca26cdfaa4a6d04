/** Populations, samples and evidence packs over HTTP, on both databases. */
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import { json } from '../platform/database/values.ts'
import type { SignedEvidence } from '../platform/evidence/document.ts'
import { verifyEvidence } from '../platform/evidence/verify-evidence.ts'
import type { Application } from './application.ts'
import { caller, openTrial, signedIn, trialMigrations, type Caller } from './trial.ts'

interface Unit { id: string; number: number; amount: { value: string } | null; matter: { id: string }; verdict: string | null; exercise: string | null }
interface Totals { count: number; amounts: { currency: string; value: string }[]; withoutAmount: number; first: number; last: number; digest: string }
interface Population { items: Unit[]; total: number; totals: Totals; known: number }
interface Pack { sample: string[]; totals: Totals; evidence: SignedEvidence[] }

const values = ['100', '0.1', '0.2', '2500.75', '7', '40000', '12', '3']

describeDatabases('the auditor', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let auditor: Caller
  let numbers: number[]
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db)
    ana = await signedIn(application, 'ana')
    numbers = []
    const decide = async (body: object): Promise<void> => {
      const answer = await ana.send<{ number: number }>('POST', '/api/v1/exercises', { what: 'Decided', entity: 'organisation', ...body })
      expect(answer).toMatchObject({ status: 200 })
      numbers.push(answer.body.number)
    }
    const line = {
      key: 'a', parent: 'root-award', recipient: { kind: 'person', person: 'cy', post: null }, entities: ['office'], limits: [{ amount: { currency: 'USD', upTo: '9' } }],
      mayExercise: true, passOn: null, from: null, until: null, conditions: null,
    }
    const draft = (await ana.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines: [line, { ...line, key: 'b', recipient: { kind: 'person', person: 'dee', post: null } }] })).body
    const { digest } = (await ana.send<{ digest: string }>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    expect((await ana.send('POST', `/api/v1/drafts/${draft.id}/sign`, { digest })).status).toBe(200)
    for (const value of values) await decide({ matter: 'award', amount: { currency: 'USD', value } })
    await decide({ matter: 'award', amount: { currency: 'USD', value: '5' }, entity: 'office' })
    await decide({ matter: 'travel' })
    await application.services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
      tx.insertInto('setting').values({ name: 'role:dee', value: json(['auditor']) }).execute())
    auditor = await signedIn(application, 'dee')
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const population = async (query: string): Promise<Population> => (await auditor.get<Population>(`/api/v1/audit/population?${query}`)).body

  it('sees a complete population with exact control totals', async () => {
    const all = await population('kind=exercise&size=4')
    expect(all).toMatchObject({ total: values.length + 2, totals: { count: values.length + 2, withoutAmount: 1, first: numbers[0], last: numbers.at(-1) } })
    expect(all.totals.amounts).toEqual([{ currency: 'USD', value: '42628.05' }])
    expect(all.items.map(({ number }) => number)).toEqual(numbers.slice(0, 4))
  })

  it.each([
    ['matter=travel', 1], ['matter=award', 9], ['entity=office', 1], ['entity=organisation', 10], ['currency=USD', 9], ['from=2199-01-01', 0], ['to=2000-01-01', 0],
    ['verdict=authorised', 10], ['verdict=unauthorised', 0], ['verdict=not-judged', 0],
  ])('narrows it by %s', async (narrowed, total) => {
    expect(await population(`kind=exercise&${narrowed}`)).toMatchObject({ total, totals: { count: total } })
  })

  it('shows it in any order; totals, and the order samples are drawn in, stay the ledger’s', async () => {
    const shown = await population('kind=exercise&sort=-amount&size=3')
    expect(shown.items.map(({ amount }) => amount?.value)).toEqual(['40000', '2500.75', '100'])
    expect((await population('kind=exercise&sort=-amount&size=3&page=4')).items).toMatchObject([{ amount: null }])
    expect(shown.totals).toEqual((await population('kind=exercise')).totals)
    const weighed = (sort: string) => auditor.get<Population>(`/api/v1/audit/sample?kind=exercise&seed=a&size=3&method=monetary-unit${sort}`)
    expect((await weighed('&sort=-amount')).status).toBe(400)
    expect((await weighed('')).body.items.map(({ number }) => number)).toEqual((await weighed('')).body.items.map(({ number }) => number).toSorted((a, b) => a - b))
  })

  it('says of each decision what the register says of it', async () => {
    const { items } = await population('kind=exercise')
    expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['authorised']))
    expect((await auditor.get<{ unauthorised: boolean }>(`/api/v1/exercises/${items[0]?.exercise}`)).body.unauthorised).toBe(false)
    expect((await auditor.get('/api/v1/audit/population?kind=issue&verdict=authorised'))).toMatchObject({ status: 400, body: { errors: [{ field: 'query.verdict' }] } })
  })

  it('has the control totals by themselves, also as a file', async () => {
    const { totals, known } = await population('kind=exercise&matter=award')
    expect((await auditor.get('/api/v1/audit/totals?kind=exercise&matter=award')).body).toEqual({ totals, known })
    const rows = (await auditor.get<{ total: string; currency: string; value: string }[]>(`/api/v1/audit/totals?kind=exercise&matter=award&known=${known}&format=json`)).body
    expect(rows).toContainEqual({ total: 'sum', currency: 'USD', value: totals.amounts[0]?.value })
    expect(rows).toContainEqual({ total: 'sha256_of_ids', currency: '', value: totals.digest })
  })

  it('counts each delegation an instrument issued', async () => {
    const issued = await population('kind=issue&entity=office')
    expect(issued.items).toHaveLength(2)
    expect(new Set(issued.items.map(({ number }) => number)).size).toBe(1)
    expect(new Set(issued.items.map(({ id }) => id)).size).toBe(2)
  })

  it('draws the same sample again, whatever is recorded since', async () => {
    const known = application.services.ledger.head
    const draw = `kind=exercise&seed=audit-2026&size=3&known=${known}`
    const sampled = await auditor.get<Population>(`/api/v1/audit/sample?${draw}`)
    expect(sampled).toMatchObject({ status: 200 })
    const first = sampled.body
    await ana.send('POST', '/api/v1/exercises', { matter: 'award', amount: { currency: 'USD', value: '1' }, entity: 'organisation', what: 'Later' })
    expect((await auditor.get<Population>(`/api/v1/audit/sample?${draw}`)).body).toEqual(first)
    expect(first.items).toHaveLength(3)
    const weighed = (await auditor.get<Population>(`/api/v1/audit/sample?${draw}&method=monetary-unit`)).body
    expect(weighed.items.map(({ amount }) => amount?.value)).toContain('40000')
  })

  it('takes the evidence for the sample away, and each document verifies', async () => {
    const { body } = await auditor.get<Pack>('/api/v1/audit/evidence?kind=exercise&seed=audit-2026&size=4')
    expect(body.sample).toHaveLength(4)
    expect(body.evidence.map(({ document }) => String(document.act))).toEqual(body.sample)
    for (const evidence of body.evidence) expect((await verifyEvidence(evidence, null)).filter(({ holds }) => !holds)).toEqual([])
    const issued = (await auditor.get<Pack>('/api/v1/audit/evidence?kind=issue&entity=office&seed=x&size=9')).body
    expect(issued).toMatchObject({ sample: [expect.any(String), expect.any(String)], evidence: [{ document: { asked: null } }] })
  })

  it('takes the population away as a file', async () => {
    const cookies = (await application.server.inject({ method: 'POST', url: '/api/v1/session', payload: { person: 'dee' } })).cookies
    const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
    const file = (format: string) => application.server.inject({ method: 'GET', url: `/api/v1/audit/population?kind=exercise&matter=award&format=${format}`, headers })
    expect((await file('csv')).payload.split('\n').filter((row) => row.includes('authority-exercised'))).toHaveLength(10)
    expect((await file('json')).json()).toHaveLength(10)
    expect(await readSheet((await file('xlsx')).rawPayload)).toHaveLength(11)
  })

  it('nobody but auditors, monitors and the operator', async () => {
    for (const path of ['population?kind=exercise', 'totals?kind=exercise', 'sample?kind=exercise&seed=a&size=1', 'evidence?kind=exercise&seed=a&size=1']) {
      expect(await ana.get(`/api/v1/audit/${path}`)).toMatchObject({ status: 403, body: { type: '/problems/auditors-only' } })
      expect((await caller(application, {}).get(`/api/v1/audit/${path}`)).status).toBe(401)
      expect((await caller(application, { authorization: `Bearer ${application.operatorToken}` }).get(`/api/v1/audit/${path}`)).status).toBe(200)
    }
    expect((await ana.get('/api/v1/audit/auditors')).body).toEqual({ people: [expect.objectContaining({ id: 'dee', name: 'Dee' })] })
    expect((await auditor.get('/api/v1/audit/population?kind=exercise&known=99999')).status).toBe(400)
    expect((await auditor.get('/api/v1/audit/sample?kind=exercise&size=0&seed=a')).status).toBe(400)
  })
})
