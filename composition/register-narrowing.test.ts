/** Narrowing a delegation over HTTP, on both databases. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { delegation, on, passable, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const since = { effectiveFrom: on('2020-01-01'), acceptedAt: on('2020-01-01') }
const facts = [
  ...trialFacts,
  delegation({ id: 'middle', matter: 'award', parent: 'root-award', holder: { kind: 'post', post: 'director' }, entities: ['office'], limits: upTo('50000'), subdelegation: passable(2), acceptedBy: 'bo', ...since }),
  delegation({ id: 'large', matter: 'award', parent: 'middle', holder: { kind: 'post', post: 'officer' }, entities: ['office'], limits: upTo('40000'), subdelegation: passable(1), acceptedBy: 'cy', ...since }),
  delegation({ id: 'under-large', matter: 'award', parent: 'large', holder: { kind: 'person', person: 'dee' }, entities: ['office'], limits: upTo('900'), acceptedBy: 'dee', ...since }),
  delegation({ id: 'small', matter: 'award', parent: 'middle', holder: { kind: 'person', person: 'dee' }, entities: ['office'], limits: upTo('2000'), acceptedBy: 'dee', ...since }),
]

interface Problem { type: string; errors: { field: string; code: string }[] }
interface Effect { version: number; is: string; holders: { id: string }[]; direct: { delegation: { id: string }; choice: string; standsProblem: object[]; below: number }[]; falls: number; stands: number }

const to = (upToValue: string) => [{ amount: { currency: 'USD', upTo: upToValue } }]

describeDatabases('narrowing over HTTP', (open) => {
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
  const effect = async (limits: object, choices: object[] = []) => (await ana.send<Effect>('POST', '/api/v1/delegations/middle/effect-of-narrowing', { limits, choices })).body
  const narrow = (caller: Caller, body: object, headers: Record<string, string> = {}) => caller.send<Problem & { fallen: string[] }>('POST', '/api/v1/delegations/middle/narrow', body, headers)
  const may = async (who: string, amount: string) => (await ana.get<{ answer: string }>(`/api/v1/may?person=${who}&matter=award&amount=USD%20${amount}&entity=office`)).body.answer
  const seen = async () => (await ana.get<{ version: number }>('/api/v1/delegations/middle')).body.version

  it('shows who decides less and what no longer fits, and writes nothing', async () => {
    const shown = await effect(to('10000'))
    expect(shown).toMatchObject({ is: 'narrower', holders: [{ id: 'bo' }], falls: 2, stands: 0, direct: [{ delegation: { id: 'large' }, choice: 'falls', below: 1 }] })
    expect(await effect(to('10000'), [{ child: 'large', choice: 'stands' }])).toMatchObject({ falls: 0, stands: 2 })
    expect(await effect(to('45000'))).toMatchObject({ is: 'narrower', direct: [] })
    expect([(await effect(to('50000'))).is, (await effect(to('60000'))).is, (await effect([])).is]).toEqual(['same', 'not-narrower', 'not-narrower'])
    expect(await may('bo', '50000')).toBe('permitted')
  })

  it.each([
    ['wider limits', { limits: to('60000') }, 422, 'limits', 'not-narrower'],
    ['no limit at all', { limits: [] }, 422, 'limits', 'not-narrower'],
    ['the limits it has', { limits: to('50000') }, 422, 'limits', 'unchanged'],
    ['a choice for what was not passed on from it', { choices: [{ child: 'under-large', choice: 'falls' }] }, 422, 'choices.under-large', 'not-a-child'],
    ['a fall on no date', { choices: [{ child: 'large', choice: 'falls-on' }] }, 422, 'choices.large', 'date-missing'],
    ['an amount that is none', { limits: to('much') }, 400, 'limits.0.amount.upTo', 'custom'],
    ['no reason', { reason: '' }, 400, 'reason', 'too-small'],
  ] as const)('refuses %s, and changes nothing', async (_what, given, status, field, code) => {
    const version = await seen()
    const refused = await narrow(ana, { limits: to('10000'), choices: [], version, reason: 'Less work', ...given })
    expect(refused).toMatchObject({ status, body: { errors: [{ field, code }] } })
    expect(await seen()).toBe(version)
  })

  it('is for the delegator and those above, never for the delegate, a stranger or a root', async () => {
    const body = { limits: to('10000'), choices: [], version: await seen(), reason: 'Mine' }
    for (const caller of [bo, cy]) expect(await narrow(caller, body)).toMatchObject({ status: 422, body: { errors: [{ code: 'not-the-delegator' }] } })
    expect(await ana.send('POST', '/api/v1/delegations/root-award/narrow', body)).toMatchObject({ status: 409 })
    const { body: { version } } = await ana.get<{ version: number }>('/api/v1/delegations/root-award')
    expect(await ana.send('POST', '/api/v1/delegations/root-award/narrow', { ...body, version })).toMatchObject({ status: 422, body: { errors: [{ code: 'root-by-framework' }] } })
    expect((await ana.send('POST', '/api/v1/delegations/nothing/narrow', body)).status).toBe(404)
  })

  it('narrows once, with what no longer fits following its choice; all concerned are told', async () => {
    const { version } = await effect(to('10000'))
    const press = () => narrow(ana, { limits: to('10000'), choices: [], version, reason: 'Less work' }, { 'idempotency-key': 'narrow-once' })
    const first = await press()
    expect(first).toMatchObject({ status: 200, body: { narrowed: 'middle', fallen: ['large'] } })
    expect(await press()).toEqual(first)
    expect([await may('bo', '10000'), await may('bo', '10001'), await may('cy', '5'), await may('dee', '1900')]).toEqual(['permitted', 'refused', 'refused', 'permitted'])
    expect((await bo.get('/api/v1/home')).body).toMatchObject({ notices: [{ kind: 'delegation-narrowed' }] })
    expect((await cy.get('/api/v1/home')).body).toMatchObject({ notices: [{ kind: 'delegation-fallen' }] })
    expect((await ana.get<{ timeline: { kind: string; details: object }[] }>('/api/v1/delegations/middle')).body.timeline.at(-1)).toMatchObject({ kind: 'delegation-narrowed', details: { reason: 'Less work' } })
    expect(await narrow(ana, { limits: to('9000'), choices: [], version, reason: 'Again' })).toMatchObject({ status: 409, body: { type: '/problems/moved-on' } })
  })
})
