/** The monitor over HTTP, on both databases: found, seen by whom it concerns, closed, passed on, gone by itself, found again; drift; files. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Fact } from '../kernel/authority/model.ts'
import { assignment, delegation, on, person, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { StandingWork } from '../platform/module.ts'
import { findings } from '../modules/findings/index.ts'
import type { Application } from './application.ts'
import { caller, openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

interface Item { id: string | null; rule: string; severity: string; subject: { kind: string; id: string }; owner: { id: string } | null; state: string | null; since: string | null; cause: object }
interface List { items: Item[]; total: number; from: string }
interface One extends Item { mayAct: boolean; history: { step: string; by: { id: string } | null; to: { id: string } | null }[] }
interface Problem { type: string; errors?: { field: string; remedy: string }[] }

const always = { effectiveFrom: null, effectiveTo: null }

/** A line to somebody who left, a line wider than its parent, a decision nobody authorised, a role no line covers. */
const faulty: readonly Fact[] = [
  ...trialFacts,
  person({ id: 'eli', name: 'Eli', effectiveTo: on('2026-01-01') }),
  delegation({ id: 'to-eli', matter: 'travel', parent: 'root-travel', holder: { kind: 'person', person: 'eli' }, entities: ['office'], signedBy: 'ana', signedAs: 'chief', confirmedBy: 'ana', acceptedAt: on('2020-01-01') }),
  delegation({ id: 'wide', parent: 'root-award', holder: { kind: 'post', post: 'director' }, entities: ['office'], limits: upTo('2000000'), signedBy: 'ana', signedAs: 'chief', confirmedBy: 'ana', acceptedAt: on('2020-01-01') }),
  { kind: 'role', id: 'r1', system: 'erp', person: 'cy', role: 'BUYER', entity: 'office', ...always },
  { kind: 'role', id: 'r2', system: 'erp', person: 'eli', role: 'BUYER', entity: null, ...always },
  { kind: 'role-map', id: 'm1', system: 'erp', role: 'BUYER', matter: 'award', ...always },
]

async function record(application: Application, facts: readonly Fact[]): Promise<void> {
  const { services } = application
  const ids = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) => services.record(tx, facts.map((fact) => ({
    kind: `${fact.kind}-imported`, subject: `${fact.kind}:${fact.id}`, actor: 'operator', capacity: null, effectiveAt: null, facts: [fact], details: {},
  }))))
  await services.ledger.settled(ids)
}

const decision = (id: string): Fact => ({
  kind: 'exercise', id, person: 'dee', body: null, capacity: null, matter: 'award', delegation: null, entity: 'office', amount: { currency: 'USD', value: '10' },
  method: null, category: null, fund: null, grade: null, term: null, place: null, contract: null, requirement: null, beneficiary: null, supplier: null, case: null,
  decidedAt: Date.now(), facts: {}, answer: null, what: 'An award', provenance: { kind: 'own' }, ...always,
})

describeDatabases('the monitor over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let watch: StandingWork
  let operator: Caller
  let ana: Caller
  let bo: Caller
  let cy: Caller
  const list = async (who: Caller, query = ''): Promise<Item[]> => (await who.get<List>(`/api/v1/findings?size=500${query}`)).body.items
  const find = async (rule: string, kind: string, query = ''): Promise<Item> => {
    const item = (await list(operator, `&rule=${rule}${query}`)).find(({ subject }) => subject.kind === kind)
    if (!item) throw new Error(`${rule} was not found`)
    return item
  }

  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, faulty)
    await record(application, [decision('d1'), decision('d2')])
    operator = caller(application, { authorization: `Bearer ${application.operatorToken}` })
    ana = await signedIn(application, 'ana')
    bo = await signedIn(application, 'bo')
    cy = await signedIn(application, 'cy')
    const begun = findings.work?.(application.services)
    if (!begun) throw new Error('the monitor does not work by itself')
    watch = begun
    await watch.look()
  })
  afterAll(async () => {
    await watch.stop()
    await application.close()
    await database.dispose()
  })

  it('finds what was planted, each with an owner and a severity', async () => {
    const found = await list(operator)
    const told = found.map(({ rule, subject }) => `${rule} ${subject.kind}:${subject.id}`).toSorted()
    expect(told).toEqual([
      'active-leaver delegation:to-eli', 'active-leaver role:r2', 'delegation-without-role delegation:root-award', 'delegation-without-role delegation:wide',
      'never-wider delegation:wide', 'role-without-delegation role:r1', 'unauthorised-when-taken exercise:d1', 'unauthorised-when-taken exercise:d2',
    ])
    expect((await find('never-wider', 'delegation')).owner?.id).toBe('ana')
    expect((await find('role-without-delegation', 'role')).owner?.id).toBe('bo')
  })

  it('the same is worked out of the register for the times asked', async () => {
    const now = (await operator.get<List>(`/api/v1/findings?on=${new Date().toISOString().slice(0, 10)}&size=500`)).body
    expect(now.from).toBe('register')
    expect(now.total).toBe((await list(operator)).length)
  })

  it('shows a head their entities, a holder their own, and hints at nothing else', async () => {
    expect((await list(ana)).length).toBe((await list(operator)).length)
    expect((await list(bo)).map(({ subject }) => subject.id)).not.toContain('root-award')
    expect((await list(cy)).map(({ subject }) => subject.id)).toEqual(['r1'])
    const wide = await find('never-wider', 'delegation')
    expect((await cy.get(`/api/v1/findings/${wide.id}`)).status).toBe(404)
    expect((await cy.send('POST', `/api/v1/findings/${wide.id}/close`, { how: 'lesson', words: 'I should not see this.' })).status).toBe(404)
  })

  it('looking again finds nothing twice', async () => {
    const before = await list(operator, '&state=any')
    const other = findings.work?.(application.services)
    await Promise.all([watch.look(), other?.look()])
    await other?.stop()
    expect(await list(operator, '&state=any')).toEqual(before)
  })

  it('goes by itself once its cause is gone, and opens again when it is there again', async () => {
    const wide = await find('never-wider', 'delegation')
    const fact = application.services.register.fact('delegation', 'wide')
    if (fact === null) throw new Error('no line')
    await record(application, [{ ...fact, limits: upTo('500000') }])
    await watch.look()
    expect((await operator.get<One>(`/api/v1/findings/${wide.id}`)).body.state).toBe('gone')
    await record(application, [{ ...fact, limits: upTo('3000000') }])
    await watch.look()
    const again = (await operator.get<One>(`/api/v1/findings/${wide.id}`)).body
    expect(again.state).toBe('open')
    expect(again.history.map(({ step }) => step)).toEqual(['opened', 'gone', 'reopened'])
  })

  it('a risk is accepted with a reason until a date, by its owner only', async () => {
    const wide = await find('never-wider', 'delegation')
    const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    const body = { how: 'accepted', until, words: 'The parent is being reissued this month.' }
    expect((await bo.send('POST', `/api/v1/findings/${wide.id}/close`, body)).status).toBe(403)
    expect((await ana.send<Problem>('POST', `/api/v1/findings/${wide.id}/close`, { ...body, until: '2020-01-01' })).body.errors?.[0]?.field).toBe('until')
    expect((await ana.send('POST', `/api/v1/findings/${wide.id}/close`, body)).status).toBe(200)
    expect((await ana.send('POST', `/api/v1/findings/${wide.id}/close`, body)).status).toBe(409)
    expect((await list(ana, '&state=accepted')).map(({ id }) => id)).toEqual([wide.id])
  })

  it('what still stands is not closed by saying so; an honest mistake becomes a lesson', async () => {
    const leaver = await find('active-leaver', 'delegation')
    expect((await bo.send('POST', `/api/v1/findings/${leaver.id}/close`, { how: 'mended', words: 'I say that it is mended.' })).status).toBe(409)
    const decided = (await list(operator, '&rule=unauthorised-when-taken'))[0]
    expect(decided?.owner?.id).toBe('bo')
    expect((await bo.send('POST', `/api/v1/findings/${decided?.id}/close`, { how: 'lesson', words: 'The officer took the director’s absence for a handing over.' })).status).toBe(200)
    await watch.look()
    expect((await list(operator, '&state=lesson')).map(({ id }) => id)).toEqual([decided?.id])
  })

  it('ratified, it stays what it was and waits for nobody', async () => {
    const decided = await find('unauthorised-when-taken', 'exercise')
    await record(application, [{ kind: 'ratification', id: 'rat', exercise: decided.subject.id, ratifiedBy: 'ana', delegation: 'root-award', reason: 'Competent', ...always }])
    await watch.look()
    const after = (await operator.get<One>(`/api/v1/findings/${decided.id}`)).body
    expect([after.rule, after.state, after.history.at(-1)?.step]).toEqual(['unauthorised-when-taken', 'mended', 'ratified'])
  })

  it('is passed on, and waits at the other’s home', async () => {
    const leaver = await find('active-leaver', 'delegation')
    expect((await bo.send('POST', `/api/v1/findings/${leaver.id}/pass-on`, { to: 'nobody', words: null })).status).toBe(400)
    expect((await bo.send('POST', `/api/v1/findings/${leaver.id}/pass-on`, { to: 'cy', words: 'You know the office.' })).status).toBe(200)
    expect((await cy.get<{ mine: number }>('/api/v1/findings/figures')).body.mine).toBe(1)
    expect((await list(cy, '&owner=cy')).map(({ id }) => id)).toEqual([leaver.id])
    const { notices } = (await cy.get<{ notices: { kind: string; subject: string }[] }>('/api/v1/home')).body
    expect(notices.map(({ kind, subject }) => [kind, subject])).toContainEqual(['finding-passed-on', `finding:${leaver.id}`])
  })

  it('figures open to their rows', async () => {
    const figures = (await operator.get<{ total: number; byRule: { rule: string; count: number }[]; byEntity: { entity: { id: string } | null; count: number }[] }>('/api/v1/findings/figures')).body
    for (const { rule, count } of figures.byRule) expect((await list(operator, `&rule=${rule}`)).length).toBe(count)
    expect(figures.byEntity.reduce((sum, { count }) => sum + count, 0)).toBe(figures.total)
  })

  it('drift is one file that an ERP can load back', async () => {
    const answer = await application.server.inject({ method: 'GET', url: '/api/v1/drift?format=csv', headers: { authorization: `Bearer ${application.operatorToken}` } })
    expect(answer.payload.split('\n').filter(Boolean)).toEqual([
      'system,person,role,entity,action,reason',
      'erp,ana,BUYER,organisation,add,delegation-without-role',
      'erp,bo,BUYER,office,add,delegation-without-role',
      'erp,cy,BUYER,office,remove,role-without-delegation',
      'erp,eli,BUYER,,remove,active-leaver',
    ])
  })

  it('is found on a change of circumstances: the holder leaves', async () => {
    await record(application, [assignment({ person: 'bo', post: 'director', effectiveTo: on('2026-01-01') })])
    await watch.look()
    expect((await list(operator, '&rule=vacancy')).map(({ subject }) => subject.id)).toEqual(['director'])
  })

  it('every list comes out as a file', async () => {
    for (const format of ['csv', 'xlsx', 'json']) {
      const answer = await application.server.inject({ method: 'GET', url: `/api/v1/findings?state=any&format=${format}`, headers: { authorization: `Bearer ${application.operatorToken}` } })
      expect([format, answer.statusCode, answer.rawPayload.length > 300]).toEqual([format, 200, true])
    }
  })
})
