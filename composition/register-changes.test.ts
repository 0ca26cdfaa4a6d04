/** What changes a delegation without ending it, over HTTP, on both databases: suspension, absence, emergency, ratification. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ExerciseFact } from '../kernel/authority/model.ts'
import { delegation, on, passable, upTo, usd } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const day = 86_400_000
const dayFrom = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)

const begins = on('2020-01-01')
/** Root → director → officer, in force. */
const passedOn = [
  delegation({ id: 'middle', matter: 'travel', parent: 'root-travel', holder: { kind: 'post', post: 'director' }, entities: ['office'], effectiveFrom: begins }),
  delegation({
    id: 'other', matter: 'award', parent: 'root-award', holder: { kind: 'person', person: 'cy' }, limits: upTo('5000'), subdelegation: passable(1), effectiveFrom: begins, acceptedAt: begins, acceptedBy: 'cy',
  }),
  delegation({
    id: 'below', matter: 'award', parent: 'other', holder: { kind: 'person', person: 'dee' }, limits: upTo('1000'), effectiveFrom: begins, acceptedAt: begins, acceptedBy: 'dee',
  }),
]

interface Problem { type: string; errors: { field: string; code: string }[] }
interface Record { version: number; delegation: { state: string; suspensions: { from: string; to: string | null }[] }; steps: { step: string; open: boolean }[] }

describeDatabases('suspension over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let cy: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [...trialFacts, ...passedOn])
    ;[ana, bo, cy] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'cy')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const record = async (id: string) => (await ana.get<Record>(`/api/v1/delegations/${id}`)).body
  const may = async (query: string) => (await ana.get<{ answer: string; reasons: { code: string }[] }>(`/api/v1/may?${query}`)).body

  it('shows what stops, stops it with all below, and lifting lets it go on', async () => {
    const effect = await ana.send<{ version: number; stops: number; uncovered: { persons: { id: string }[]; nobodyElse: boolean }[] }>(
      'POST', '/api/v1/delegations/other/effect-of-suspension', { from: null, until: null })
    expect(effect).toMatchObject({ status: 200, body: { stops: 1, uncovered: [{ matter: { id: 'award' }, persons: [{ id: 'cy' }, { id: 'dee' }], nobodyElse: false }] } })
    const { version } = effect.body
    expect(await ana.send('POST', '/api/v1/delegations/other/suspend', { from: null, until: null, version, reason: 'Enquiry opened' })).toMatchObject({ status: 200 })
    expect((await record('other')).delegation).toMatchObject({ state: 'suspended', suspensions: [{ to: null }] })
    expect((await record('below')).delegation.state).toBe('chain-broken')
    const question = 'person=dee&matter=award&amount=USD%205&entity=office'
    expect((await may(question)).answer).toBe('refused')
    const decided = { matter: 'award', amount: { currency: 'USD', value: '5' }, what: 'Paper' }
    expect((await cy.send('POST', '/api/v1/exercises', decided)).status).toBe(422)
    expect((await cy.get<{ notices: { kind: string }[] }>('/api/v1/home')).body.notices[0]).toMatchObject({ kind: 'delegation-suspended' })
    const stale = await ana.send<Problem>('POST', '/api/v1/delegations/other/lift', { version, reason: 'Enquiry closed' })
    expect(stale).toMatchObject({ status: 409, body: { type: '/problems/moved-on' } })
    const again = await record('other')
    expect(await ana.send('POST', '/api/v1/delegations/other/suspend', { from: null, until: null, version: again.version, reason: 'Twice' }))
      .toMatchObject({ status: 422, body: { errors: [{ code: 'already-suspended' }] } })
    expect((await ana.send('POST', '/api/v1/delegations/other/lift', { version: again.version, reason: 'Enquiry closed' })).status).toBe(200)
    expect((await record('other')).delegation.state).toBe('in-force')
    expect((await may(question)).answer).toBe('permitted')
  })

  it('may lie ahead, ends by itself, and can be lifted before it begins', async () => {
    const { version } = await record('middle')
    const given = { from: dayFrom(3), until: dayFrom(10), version, reason: 'Audit' }
    const press = () => ana.send('POST', '/api/v1/delegations/middle/suspend', given, { 'idempotency-key': 'suspend-once' })
    const first = await press()
    expect(first.status).toBe(200)
    expect(await press()).toEqual(first)
    expect((await may('person=bo&matter=travel&entity=office')).answer).toBe('permitted')
    expect((await may(`person=bo&matter=travel&entity=office&on=${dayFrom(5)}`)).answer).toBe('refused')
    expect((await may(`person=bo&matter=travel&entity=office&on=${dayFrom(12)}`)).answer).toBe('permitted')
    expect((await ana.send('POST', '/api/v1/delegations/middle/lift', { version: (await record('middle')).version, reason: 'No audit' })).status).toBe(200)
    expect((await record('middle')).delegation.suspensions).toEqual([])
    expect((await may(`person=bo&matter=travel&entity=office&on=${dayFrom(5)}`)).answer).toBe('permitted')
  })

  it.each([
    ['a first day that is past', { from: dayFrom(-2) }, 422, 'from', 'retroactive'],
    ['a last day that is past', { until: dayFrom(-2) }, 422, 'until', 'date-past'],
    ['a last day before the first', { from: dayFrom(5), until: dayFrom(3) }, 422, 'until', 'dates-reversed'],
    ['a day that does not exist', { from: '2027-02-30' }, 400, 'from', 'custom'],
    ['no reason', { reason: ' ' }, 400, 'reason', 'too-small'],
    ['a version that is no number', { version: 'last' }, 400, 'version', 'invalid-type'],
  ] as const)('refuses %s, and changes nothing', async (_what, given, status, field, code) => {
    const before = await record('middle')
    const body = { from: null, until: null, version: before.version, reason: 'Audit', ...given }
    expect(await ana.send<Problem>('POST', '/api/v1/delegations/middle/suspend', body)).toMatchObject({ status, body: { errors: [{ field, code }] } })
    const { delegation: shown, version } = await record('middle')
    expect({ shown, version }).toEqual({ shown: before.delegation, version: before.version })
  })

  it('is for the delegator and those above, never for the delegate, a stranger or a root', async () => {
    const { version } = await record('middle')
    const body = { from: null, until: null, version, reason: 'Mine' }
    for (const caller of [bo, cy]) {
      expect(await caller.send('POST', '/api/v1/delegations/middle/suspend', body)).toMatchObject({ status: 422, body: { errors: [{ code: 'not-the-delegator' }] } })
    }
    const root = (await record('root-travel')).version
    expect(await ana.send('POST', '/api/v1/delegations/root-travel/suspend', { ...body, version: root })).toMatchObject({ status: 422, body: { errors: [{ code: 'root-by-framework' }] } })
    expect((await ana.send('POST', '/api/v1/delegations/nothing/suspend', body)).status).toBe(404)
  })
})

interface Absences { total: number; items: { id: string; person: { id: string }; running: boolean; mine: boolean }[] }

describeDatabases('absence over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let cy: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db)
    ;[ana, bo, cy] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'cy')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const away = (person: string, from: number, until: number) => ({ person, absence: 'leave', from: dayFrom(from), until: dayFrom(until) })

  it('is recorded by the person, seen by them and their heads alone, and ended by either', async () => {
    const recorded = await bo.send<{ absence: string }>('POST', '/api/v1/absences', away('bo', -1, 5))
    expect(recorded.status).toBe(200)
    for (const [caller, total] of [[bo, 1], [ana, 1], [cy, 0]] as const) {
      expect((await caller.get<Absences>('/api/v1/absences')).body.total).toBe(total)
    }
    expect((await bo.get('/api/v1/home')).body).toMatchObject({ absence: { absence: 'leave' } })
    const end = (caller: Caller) => caller.send('POST', `/api/v1/absences/${encodeURIComponent(recorded.body.absence)}/end`, {})
    expect((await end(cy)).status).toBe(403)
    expect((await end(ana)).status).toBe(200)
    expect((await end(ana)).status).toBe(404)
    expect((await bo.get('/api/v1/home')).body).toMatchObject({ absence: null, notices: [{ kind: 'absence-ended' }] })
    expect((await bo.get<Absences>('/api/v1/absences?past=true')).body).toMatchObject({ total: 1, items: [{ running: false, mine: true }] })
  })

  it('is recorded by a head for their people, who are told; not by anybody else', async () => {
    expect((await cy.send('POST', '/api/v1/absences', away('bo', 10, 12))).status).toBe(403)
    expect((await bo.send('POST', '/api/v1/absences', away('ana', 10, 12))).status).toBe(403)
    expect((await bo.send('POST', '/api/v1/absences', away('cy', 10, 12))).status).toBe(200)
    expect((await cy.get('/api/v1/home')).body).toMatchObject({ absence: null, notices: [{ kind: 'absence-recorded' }] })
  })

  it('names the posts that nobody would act in, until somebody is designated', async () => {
    const cover = () => ana.get<{ posts: { post: { id: string }; acting: { person: { id: string }; recorded: boolean }[] }[] }>(`/api/v1/absences/cover?person=ana&from=${dayFrom(2)}&until=${dayFrom(6)}`)
    expect((await cover()).body).toMatchObject({ posts: [{ post: { id: 'chief' }, acting: [] }] })
    await ana.send('POST', '/api/v1/acting', { post: 'chief', person: 'dee', kind: 'officer-in-charge', from: dayFrom(2), until: dayFrom(6), excludes: [] })
    expect((await cover()).body).toMatchObject({ posts: [{ acting: [{ person: { id: 'dee' }, recorded: true }] }] })
    expect((await cy.get(`/api/v1/absences/cover?person=ana&from=${dayFrom(2)}&until=${dayFrom(6)}`)).status).toBe(403)
  })

  it.each([
    ['days the wrong way round', { from: dayFrom(5), until: dayFrom(3) }, 422, 'until', 'dates-reversed'],
    ['what is past', { from: dayFrom(-9), until: dayFrom(-3) }, 422, 'until', 'date-past'],
    ['what overlaps another', { from: dayFrom(11), until: dayFrom(20) }, 422, 'from', 'overlaps'],
    ['somebody unknown', { person: 'nobody' }, 422, 'person', 'unknown-person'],
    ['a kind there is not', { absence: 'illness' }, 400, 'absence', 'invalid-value'],
    ['a day that is none', { until: 'tomorrow' }, 400, 'until', 'custom'],
  ] as const)('refuses %s, and writes nothing', async (_what, given, status, field, code) => {
    const { total } = (await bo.get<Absences>('/api/v1/absences')).body
    expect(await bo.send<Problem>('POST', '/api/v1/absences', { ...away('cy', 30, 32), ...given })).toMatchObject({ status, body: { errors: [{ field, code }] } })
    expect((await bo.get<Absences>('/api/v1/absences')).body.total).toBe(total)
  })
})

/** A decision taken now, as another system reports it. */
const taken = (id: string, given: Partial<ExerciseFact> = {}): ExerciseFact => ({
  kind: 'exercise', id, person: 'dee', body: null, capacity: null, matter: 'award', delegation: null, entity: 'office', amount: usd('700'),
  method: null, category: null, fund: null, grade: null, term: null, place: null, contract: null, requirement: null, beneficiary: null, supplier: null, case: null,
  decidedAt: Date.now(), facts: {}, answer: null, what: `Paper ${id}`, provenance: { kind: 'own' }, effectiveFrom: null, effectiveTo: null, ...given,
})

interface Exercise { then: string; now: string; unauthorised: boolean; ratify: { open: boolean; reasons: { code: string }[] }; ratifications: { by: { id: string } }[] }
interface Exercises { unauthorised: number; ratified: number; total: number; items: { id: string }[] }

describeDatabases('ratification over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let dee: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [...trialFacts, ...passedOn])
    const { services } = application
    // Taken and reported when the register knew what it knows.
    const decisions = [taken('within'), taken('over', { amount: usd('5000') }), taken('large', { amount: usd('2000000') }), taken('own', { person: 'ana', amount: usd('2000000') })]
    await services.ledger.settled(await services.db.transaction({ role: 'app', person: 'operator' }, (tx) => services.record(tx, decisions.map((fact) => ({
      kind: 'acts-imported', subject: `exercise:${fact.id}`, actor: 'operator', capacity: null, effectiveAt: null, facts: [fact], details: {},
    })))))
    ;[ana, bo, dee] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'dee')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const one = async (caller: Caller, id: string) => (await caller.get<Exercise>(`/api/v1/exercises/${id}`)).body
  const ratify = (caller: Caller, id: string, reason = 'The storm season had begun') => caller.send<Problem>('POST', `/api/v1/exercises/${id}/ratify`, { reason })

  it('is for somebody competent for the whole, once; both verdicts stay on record', async () => {
    expect((await ana.get<Exercises>('/api/v1/exercises')).body).toMatchObject({ unauthorised: 3, ratified: 0, total: 3 })
    expect(await one(ana, 'over')).toMatchObject({ then: 'refused', now: 'refused', unauthorised: true, ratify: { open: true } })
    const press = () => ana.send('POST', '/api/v1/exercises/over/ratify', { reason: 'The storm season had begun' }, { 'idempotency-key': 'ratify-once' })
    const first = await press()
    expect(first).toMatchObject({ status: 200, body: { delegation: 'root-award' } })
    expect(await press()).toEqual(first)
    expect(await one(ana, 'over')).toMatchObject({ then: 'refused', now: 'refused', unauthorised: true, ratifications: [{ by: { id: 'ana' } }], ratify: { open: false } })
    expect((await ana.get<Exercises>('/api/v1/exercises?which=ratified')).body).toMatchObject({ unauthorised: 3, ratified: 1, total: 1, items: [{ id: 'over' }] })
    expect((await dee.get('/api/v1/home')).body).toMatchObject({ notices: [{ kind: 'exercise-ratified' }] })
    expect(await ratify(ana, 'over')).toMatchObject({ status: 422, body: { errors: [{ code: 'already-ratified' }] } })
  })

  it('is refused to whoever took it, to whoever may not take the whole, and where nothing has to be ratified', async () => {
    const before = (await ana.get<Exercises>('/api/v1/exercises')).body
    const codes = async (caller: Caller, id: string) => {
      const { status, body } = await ratify(caller, id)
      return [status, ...body.errors.map(({ code }) => code)]
    }
    expect(await codes(ana, 'large')).toEqual([422, 'not-competent', 'limit-exceeded'])
    expect(await codes(ana, 'own')).toEqual([422, 'own-act', 'not-competent', 'limit-exceeded'])
    expect(await codes(bo, 'large')).toContain('not-competent')
    expect(await codes(ana, 'within')).toEqual([422, 'nothing-to-ratify'])
    expect((await ratify(ana, 'nothing')).status).toBe(404)
    expect(await ratify(ana, 'large', ' ')).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } })
    expect((await ana.get<Exercises>('/api/v1/exercises')).body).toEqual(before)
  })
})

interface Emergencies { items: { delegation: { id: string; state: string }; running: { by: { id: string } } | null; uses: { what: string }[]; canDeclare: boolean; canEnd: boolean }[] }

describeDatabases('emergency authority over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [...trialFacts, ...passedOn])
    ;[ana, bo] = [await signedIn(application, 'ana'), await signedIn(application, 'bo')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const list = async (caller: Caller) => (await caller.get<Emergencies>('/api/v1/emergency')).body.items
  const change = (caller: Caller, what: 'declare' | 'end', delegations: string[], reason = 'The river rose') =>
    caller.send<Problem & { number: number }>('POST', `/api/v1/emergency/${what}`, { delegations, reason })

  it('is issued dormant, used while declared, listed with each use, and dormant again when ended', async () => {
    const line = {
      key: 'a', parent: 'root-travel', recipient: { kind: 'person', person: 'dee', post: null }, entities: [], limits: [], mayExercise: true, passOn: null, from: null, until: null,
      conditions: null, emergency: { trigger: 'flood', lapsesAfterDays: 30 },
    }
    const draft = (await ana.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines: [line] })).body
    const laid = (await ana.send<{ digest: string }>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    const signed = await ana.send<{ delegations: string[] }>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })
    expect(signed.status).toBe(200)
    const [id = ''] = signed.body.delegations
    const dee = await signedIn(application, 'dee')
    const decide = () => dee.send<Problem>('POST', '/api/v1/exercises', { matter: 'travel', entity: 'office', what: 'Boats hired' })
    expect(await decide()).toMatchObject({ status: 422, body: { errors: [{ code: 'emergency-dormant' }] } })
    expect(await list(ana)).toMatchObject([{ delegation: { id, state: 'dormant' }, running: null, canDeclare: true, canEnd: false }])
    expect(await list(dee)).toMatchObject([{ canDeclare: false, canEnd: false }])
    expect(await change(ana, 'end', [id])).toMatchObject({ status: 422, body: { errors: [{ code: 'not-declared' }] } })
    expect(await change(dee, 'declare', [id])).toMatchObject({ status: 422, body: { errors: [{ code: 'not-the-delegator' }] } })
    expect(await change(ana, 'declare', ['middle'])).toMatchObject({ status: 422, body: { errors: [{ code: 'not-emergency' }] } })
    expect(await change(ana, 'declare', [id], ' ')).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } })
    expect(await change(ana, 'declare', [])).toMatchObject({ status: 400, body: { errors: [{ field: 'delegations' }] } })
    expect((await change(ana, 'declare', ['nothing'])).status).toBe(404)
    expect((await change(ana, 'declare', [id])).status).toBe(200)
    expect(await change(ana, 'declare', [id])).toMatchObject({ status: 422, body: { errors: [{ code: 'already-declared' }] } })
    expect((await decide()).status).toBe(200)
    expect(await list(bo)).toMatchObject([{ delegation: { state: 'in-force' }, running: { by: { id: 'ana' } }, uses: [{ what: 'Boats hired' }] }])
    expect((await ana.get('/api/v1/emergency/uses')).body).toMatchObject({ total: 1, items: [{ what: 'Boats hired', delegation: id, by: { id: 'dee' } }] })
    expect((await ana.get('/api/v1/emergency/uses?person=bo')).body).toMatchObject({ total: 0 })
    const [use] = (await ana.get<{ what: string; by: string; delegation: string }[]>('/api/v1/emergency/uses?format=json')).body
    expect(use).toMatchObject({ what: 'Boats hired', by: 'dee', delegation: id })
    expect((await ana.get('/api/v1/emergency?state=declared&matter=travel&sort=-trigger&size=1')).body).toMatchObject({ total: 1, page: 1, size: 1 })
    expect((await ana.get('/api/v1/emergency?state=dormant')).body).toMatchObject({ total: 0 })
    const in40 = new Date(Date.now() + 40 * day).toISOString().slice(0, 10)
    expect((await ana.get<{ answer: string }>(`/api/v1/may?person=dee&matter=travel&entity=office&on=${in40}`)).body.answer).toBe('refused')
    expect((await change(ana, 'end', [id])).status).toBe(200)
    expect((await decide()).status).toBe(422)
    expect((await dee.get<{ notices: { kind: string }[] }>('/api/v1/home')).body.notices.map(({ kind }) => kind).slice(0, 2)).toEqual(['emergency-ended', 'emergency-declared'])
  })
})
