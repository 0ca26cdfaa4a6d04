/** Personal notice of a revocation over HTTP, on both databases: use stops at once, the delegation ends when its holder has been told. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { delegation, framework, on, passable, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const since = { effectiveFrom: on('2020-01-01'), acceptedAt: on('2020-01-01') }
const line = (id: string, who: string, parent = 'root-award', limit = '5000') =>
  delegation({ id, matter: 'award', parent, holder: { kind: 'person', person: who }, limits: upTo(limit), subdelegation: passable(1), acceptedBy: who, ...since })
const facts = [
  ...trialFacts.filter(({ kind }) => kind !== 'framework'), framework({ id: 'framework', title: 'Framework', personalNotice: true }),
  line('first', 'cy'), line('below-first', 'dee', 'first', '900'), line('second', 'cy'), line('third', 'cy'),
]

interface Problem { type: string }
interface Record { version: number; delegation: { state: string }; awaitsNotice: { mayGive: boolean } | null; timeline: { kind: string; details: object }[] }

describeDatabases('personal notice over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let cy: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[ana, bo, cy] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'cy')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const record = async (id: string, caller = ana) => (await caller.get<Record>(`/api/v1/delegations/${id}`)).body
  const revoke = async (id: string, more: object = {}) => ana.send<Problem & { awaitsNotice: boolean }>('POST', `/api/v1/delegations/${id}/revoke`, { version: (await record(id)).version, choices: [], reason: 'Reorganised', ...more })
  const tell = async (caller: Caller, id: string, headers: { [name: string]: string } = {}, version?: number) =>
    caller.send<Problem & { fallen: string[] }>('POST', `/api/v1/delegations/${id}/notice`, { version: version ?? (await record(id)).version, how: 'By letter handed over' }, headers)
  const may = async (who: string) => (await ana.get<{ answer: string }>(`/api/v1/may?person=${who}&matter=award&amount=USD%205&entity=office`)).body.answer

  it('stops use when it is revoked, and ends it when its holder is told, by the choice made before', async () => {
    expect((await ana.send('POST', '/api/v1/delegations/first/effect-of-revocation', { choices: [] })).body).toMatchObject({ personalNotice: true })
    expect(await revoke('first', { choices: [{ child: 'below-first', choice: 'stands' }] })).toMatchObject({ status: 200, body: { awaitsNotice: true, fallen: [] } })
    expect(await record('first')).toMatchObject({ delegation: { state: 'suspended' }, awaitsNotice: { mayGive: true } })
    expect(await may('dee')).toBe('refused')
    expect((await cy.get<{ notices: { kind: string }[] }>('/api/v1/home')).body.notices[0]).toMatchObject({ kind: 'delegation-notice-awaited' })
    expect(await revoke('first')).toMatchObject({ status: 422, body: { type: '/problems/notice-awaited' } })
    expect((await record('first', bo)).awaitsNotice).toMatchObject({ mayGive: false })
    expect(await tell(bo, 'first')).toMatchObject({ status: 403, body: { type: '/problems/not-yours-to-tell' } })
    const { version } = await record('first')
    const press = () => tell(ana, 'first', { 'idempotency-key': 'told-once' }, version)
    const told = await press()
    expect(told).toMatchObject({ status: 200, body: { fallen: [] } })
    expect(await press()).toEqual(told)
    const after = await record('first')
    expect(after).toMatchObject({ delegation: { state: 'revoked' }, awaitsNotice: null })
    expect(after.timeline.slice(-2)).toMatchObject([{ kind: 'delegation-notice-awaited' }, { kind: 'delegation-revoked', details: { reason: 'Reorganised', notice: 'By letter handed over' } }])
    expect(await may('dee')).toBe('permitted')
    expect(await tell(ana, 'first')).toMatchObject({ status: 422, body: { type: '/problems/no-notice-awaited' } })
  })

  it('ends at once where the holder has been told, and by the holder’s own word', async () => {
    expect(await revoke('second', { notice: 'In person this morning' })).toMatchObject({ status: 200, body: { awaitsNotice: false } })
    expect((await record('second')).delegation.state).toBe('revoked')
    expect((await revoke('third')).body).toMatchObject({ awaitsNotice: true })
    expect(await tell(cy, 'third', {}, 1)).toMatchObject({ status: 409 })
    expect(await tell(cy, 'third')).toMatchObject({ status: 200 })
    expect((await record('third')).delegation.state).toBe('revoked')
  })

  it('is taken back by lifting, and is not asked where nothing was revoked', async () => {
    await application.close()
    await database.dispose()
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[ana, cy] = [await signedIn(application, 'ana'), await signedIn(application, 'cy')]
    expect(await tell(ana, 'third')).toMatchObject({ status: 422, body: { type: '/problems/no-notice-awaited' } })
    await revoke('third')
    expect((await ana.send('POST', '/api/v1/delegations/third/lift', { version: (await record('third')).version, reason: 'An error' })).status).toBe(200)
    expect(await record('third')).toMatchObject({ delegation: { state: 'in-force' }, awaitsNotice: null })
    expect(await tell(ana, 'third')).toMatchObject({ status: 422, body: { type: '/problems/no-notice-awaited' } })
    expect((await ana.send('POST', '/api/v1/delegations/third/notice', { version: 1, how: ' ' })).status).toBe(400)
    expect((await ana.send('POST', '/api/v1/delegations/nothing/notice', { version: 1, how: 'Told' })).status).toBe(404)
  })
})
