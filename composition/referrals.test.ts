/** Decisions referred to somebody who may take them, over HTTP: between the two, closed once, proven by a digest. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import canonicalize from 'canonicalize'

import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { caller, openTrial, signedIn, trialMigrations, type Caller } from './trial.ts'

interface Referral {
  readonly id: string; readonly state: string; readonly what: string; readonly digest: string; readonly salt: string; readonly question: object
  readonly exercise: string | null; readonly verdict: { readonly answer: string } | null
}
interface Problem { readonly type: string; readonly errors?: readonly { readonly field: string; readonly code: string }[] }
interface Home { readonly waiting: { readonly referrals: readonly { readonly id: string }[] }; readonly notices: readonly { readonly kind: string; readonly subject: string }[] }

const asked = { matter: 'award', amount: { currency: 'USD', value: '5000' }, entity: 'office', beneficiary: 'the-secret-supplier', what: 'Award to the lowest offer' }

describeDatabases('decisions referred', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let cy: Caller
  let dee: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db)
    ;[ana, cy, dee] = [await signedIn(application, 'ana'), await signedIn(application, 'cy'), await signedIn(application, 'dee')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const refer = async (given: object = {}) => cy.send<Problem & { referral: string; number: number }>('POST', '/api/v1/referrals', { ...asked, to: 'ana', ...given })
  const referred = async (): Promise<string> => (await refer()).body.referral
  const one = async (who: Caller, id: string) => (await who.get<Referral>(`/api/v1/referrals/${id}`)).body
  const waiting = async (who: Caller) => (await who.get<Home>('/api/v1/home')).body.waiting.referrals.map(({ id }) => id)
  const noticed = async (who: Caller) => (await who.get<Home>('/api/v1/home')).body.notices[0]

  it('waits for whoever was asked, who takes it in their own right', async () => {
    const id = await referred()
    expect(await waiting(ana)).toContain(id)
    expect(await noticed(ana)).toMatchObject({ kind: 'decision-referred', subject: `referral:${id}` })
    expect(await one(ana, id)).toMatchObject({ state: 'open', verdict: { answer: 'permitted' } })
    expect((await one(cy, id)).verdict).toBeNull()
    expect((await ana.send('POST', `/api/v1/referrals/${id}/decide`, {})).status).toBe(200)
    const closed = await one(cy, id)
    expect(closed).toMatchObject({ state: 'decided', exercise: expect.any(String) })
    expect((await cy.get(`/api/v1/exercises/${closed.exercise}`)).body).toMatchObject({ person: { id: 'ana' }, what: asked.what, amount: asked.amount, then: 'permitted' })
    expect(await waiting(ana)).not.toContain(id)
    expect(await noticed(cy)).toMatchObject({ kind: 'referral-decided' })
  })

  it('is closed once, whichever way', async () => {
    const id = await referred()
    expect(await ana.send('POST', `/api/v1/referrals/${id}/decline`, { reason: ' ' })).toMatchObject({ status: 400 })
    expect(await cy.send('POST', `/api/v1/referrals/${id}/decline`, { reason: 'No' })).toMatchObject({ status: 403, body: { type: '/problems/not-yours' } })
    const answers = await Promise.all([
      ana.send('POST', `/api/v1/referrals/${id}/decline`, { reason: 'Ask for three offers first' }), ana.send('POST', `/api/v1/referrals/${id}/decide`, {}),
      cy.send('POST', `/api/v1/referrals/${id}/withdraw`, {}),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const taken = (await ana.get<{ items: { what: string }[] }>('/api/v1/exercises?which=all')).body.items.length
    const again = await Promise.all([1, 2].map(() => ana.send('POST', `/api/v1/referrals/${id}/decide`, {})))
    expect(again.map(({ status }) => status)).toEqual([409, 409])
    expect((await ana.get<{ items: unknown[] }>('/api/v1/exercises?which=all')).body.items).toHaveLength(taken)
  })

  it('nobody else sees it, nor in the log what was asked', async () => {
    const id = await referred()
    expect((await dee.get(`/api/v1/referrals/${id}`)).status).toBe(404)
    expect((await dee.get<{ total: number }>('/api/v1/referrals')).body.total).toBe(0)
    expect(await dee.send('POST', `/api/v1/referrals/${id}/decline`, { reason: 'No' })).toMatchObject({ status: 404 })
    expect(await dee.send('POST', `/api/v1/referrals/${id}/decide`, {})).toMatchObject({ status: 404 })
    const { items } = (await dee.get<{ items: { number: number }[] }>(`/api/v1/log?subject=referral:${id}`)).body
    expect(items).toHaveLength(1)
    const evidence = JSON.stringify((await dee.get(`/api/v1/evidence/acts/${items[0]?.number}`)).body)
    const { digest, salt, question } = await one(cy, id)
    expect(evidence).toContain(digest)
    for (const secret of [asked.what, 'the-secret-supplier', '5000', salt]) expect(evidence).not.toContain(secret)
    // By what the two hold, anybody they show it to can tell what was asked.
    const proof = canonicalize({ askedBy: 'cy', askedOf: 'ana', question, what: asked.what, salt })!
    expect(createHash('sha256').update(proof).digest('hex')).toBe(digest)
  })

  it('is asked where the asker would have decided', async () => {
    const { entity: _entity, ...elsewhere } = asked
    const { referral } = (await cy.send<{ referral: string }>('POST', '/api/v1/referrals', { ...elsewhere, to: 'ana' })).body
    expect((await one(ana, referral)).question).toMatchObject({ entity: 'office' })
  })

  it('lists by side and state, page by page, and as a file', async () => {
    const count = async (who: Caller, query: string) => (await who.get<{ total: number }>(`/api/v1/referrals?${query}`)).body.total
    expect(await count(ana, 'side=by-me')).toBe(0)
    const [mine, decided] = [await count(cy, 'side=by-me'), await count(cy, 'state=decided')]
    expect(await count(ana, 'side=to-me')).toBe(mine)
    expect(decided).toBeGreaterThan(0)
    expect(decided).toBeLessThan(mine)
    expect((await cy.get<unknown[]>('/api/v1/referrals?format=json')).body).toHaveLength(mine)
    const times = (await cy.get<{ items: { askedAt: string }[] }>('/api/v1/referrals?sort=at&size=2')).body.items.map(({ askedAt }) => askedAt)
    expect(times).toEqual(times.toSorted())
  })

  it.each([
    ['to somebody who may not either', { to: 'dee' }, 422, 'to', 'not-competent'],
    ['to oneself', { to: 'cy' }, 422, 'to', 'own-act'],
    ['to somebody unknown', { to: 'nobody' }, 422, 'to', 'not-competent'],
    ['without words', { what: ' ' }, 400, 'what', 'too-small'],
    ['of no matter', { matter: '' }, 400, 'matter', 'too-small'],
  ] as const)('refuses one %s, and sends nothing', async (_what, given, status, field, code) => {
    const before = (await ana.get<Home>('/api/v1/home')).body.notices.length
    expect(await refer(given)).toMatchObject({ status, body: { errors: [{ field, code }] } })
    expect((await ana.get<Home>('/api/v1/home')).body.notices).toHaveLength(before)
  })

  it('whoever may decide has nothing to refer; a program refers nothing', async () => {
    expect(await ana.send('POST', '/api/v1/referrals', { ...asked, to: 'cy' })).toMatchObject({ status: 422, body: { errors: [{ code: 'nothing-to-refer' }] } })
    expect((await caller(application, {}).send('POST', '/api/v1/referrals', { ...asked, to: 'ana' })).status).toBe(401)
    expect((await caller(application, { authorization: `Bearer ${application.operatorToken}` }).send('POST', '/api/v1/referrals', { ...asked, to: 'ana' })).status).toBe(403)
  })

  it('pressed twice it is sent once', async () => {
    const before = (await waiting(ana)).length
    const press = () => cy.send<{ number: number }>('POST', '/api/v1/referrals', { ...asked, to: 'ana' }, { 'idempotency-key': 'refer-once' })
    const [one, two] = [await press(), await press()]
    expect(two.body.number).toBe(one.body.number)
    expect(await waiting(ana)).toHaveLength(before + 1)
  })
})
