/** The acts of the register over HTTP, on both databases: drafted, signed, accepted, passed on, asked, revoked; raced and repeated. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialMigrations, type Caller } from './trial.ts'

interface Line { key: string; parent: string; recipient: object; entities: string[]; limits: object[]; mayExercise: boolean; passOn: object | null; from: string | null; until: string | null; conditions: string | null }

const line = (given: Partial<Line> = {}): Line => ({
  key: 'a', parent: 'root-award', recipient: { kind: 'post', person: null, post: 'director' }, entities: [], limits: [{ amount: { currency: 'USD', upTo: '200000' } }],
  mayExercise: true, passOn: { depth: 1, ownEntityOnly: true, endRequired: false, lowestGrade: null }, from: null, until: null, conditions: null, ...given,
})

interface LaidOut { version: number; digest: string; number: string; canBeSigned: boolean; lines: { problems: { code: string }[] }[] }
interface Problem { type: string; errors: { code: string }[] }
interface Verdict { answer: string; authorises: boolean; standing: string; chain: { id: string }[]; reasons: { code: string }[] }

const signLines = async (caller: Caller, lines: Line[]) => {
  const draft = (await caller.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines })).body
  const laid = (await caller.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
  const signed = await caller.send<{ instrument: string; delegations: string[] } & Problem>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })
  return { draft, laid, signed }
}

const acceptAll = async (caller: Caller, instrument: string) => {
  const shown = (await caller.get<{ digest: string; awaitsMe: string[] }>(`/api/v1/instruments/${instrument}`)).body
  return caller.send<{ accepted: string[] } & Problem>('POST', `/api/v1/instruments/${instrument}/accept`, { lines: shown.awaitsMe, digest: shown.digest })
}

const may = async (caller: Caller, query: string) => (await caller.get<Verdict>(`/api/v1/may?${query}`)).body

describeDatabases('the register over HTTP', (open) => {
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

  it('is signed, then accepted, and only then in force', async () => {
    const { laid, signed } = await signLines(ana, [line()])
    expect(laid.canBeSigned).toBe(true)
    expect(signed.status).toBe(200)
    const question = 'person=bo&matter=award&amount=USD%20150000&entity=office'
    expect(await may(bo, question)).toMatchObject({ answer: 'refused', reasons: [{ code: 'not-accepted' }] })
    expect((await acceptAll(bo, signed.body.instrument)).status).toBe(200)
    const verdict = await may(bo, question)
    expect(verdict).toMatchObject({ answer: 'permitted', authorises: true, standing: 'now' })
    expect(verdict.chain.map(({ id }) => id)).toEqual(['root-award', signed.body.delegations[0]])
    expect(await may(bo, 'person=bo&matter=award&amount=USD%20200000.01&entity=office')).toMatchObject({ answer: 'refused', reasons: [{ code: 'limit-exceeded' }] })
  })

  it('passes on within limits, and never wider', async () => {
    const parent = (await signLines(ana, [line()])).signed.body
    await acceptAll(bo, parent.instrument)
    const below = line({ parent: parent.delegations[0]!, recipient: { kind: 'person-in-post', person: 'cy', post: 'officer' }, passOn: null })
    const wider = await signLines(bo, [{ ...below, limits: [{ amount: { currency: 'USD', upTo: '200000.01' } }] }])
    expect(wider.signed).toMatchObject({ status: 422, body: { errors: [{ code: 'never-wider' }] } })
    const within = await signLines(bo, [{ ...below, limits: [{ amount: { currency: 'USD', upTo: '50000' } }] }])
    expect(within.signed.status).toBe(200)
    await acceptAll(cy, within.signed.body.instrument)
    expect(await may(cy, 'person=cy&matter=award&amount=USD%2050000')).toMatchObject({ answer: 'permitted' })
    const tooDeep = await signLines(cy, [line({ parent: within.signed.body.delegations[0]!, recipient: { kind: 'person', person: 'dee', post: null } })])
    expect(tooDeep.signed.status).toBe(422)
    expect(tooDeep.signed.body.errors.map(({ code }) => code)).toContain('no-subdelegation')
  })

  it('is taken back with its effect shown, each child by a choice', async () => {
    const parent = (await signLines(ana, [line({ passOn: { depth: 2, ownEntityOnly: false, endRequired: false, lowestGrade: null } })])).signed.body
    await acceptAll(bo, parent.instrument)
    const id = parent.delegations[0]!
    const children = (await signLines(bo, [
      line({ key: 'falls', parent: id, recipient: { kind: 'person', person: 'cy', post: null }, passOn: null, limits: [{ amount: { currency: 'USD', upTo: '1000' } }] }),
      line({ key: 'stands', parent: id, recipient: { kind: 'person', person: 'dee', post: null }, passOn: null, limits: [{ amount: { currency: 'USD', upTo: '2000' } }] }),
    ])).signed.body
    await acceptAll(cy, children.instrument)
    await acceptAll(await signedIn(application, 'dee'), children.instrument)
    const [falls, stands] = children.delegations
    const choices = [{ child: falls, choice: 'falls' }, { child: stands, choice: 'stands' }]
    const effect = await ana.send<{ version: number; falls: number; stands: number }>('POST', `/api/v1/delegations/${id}/effect-of-revocation`, { choices })
    expect(effect).toMatchObject({ status: 200, body: { falls: 1, stands: 1 } })
    expect((await cy.send('POST', `/api/v1/delegations/${id}/revoke`, { version: effect.body.version, choices, reason: 'No' })).status).toBe(422)
    const revoked = await ana.send<{ fallen: string[] }>('POST', `/api/v1/delegations/${id}/revoke`, { version: effect.body.version, choices, reason: 'Reorganised' })
    expect(revoked).toMatchObject({ status: 200, body: { fallen: [falls] } })
    expect((await ana.get<{ delegation: { state: string } }>(`/api/v1/delegations/${falls}`)).body.delegation.state).toBe('fallen')
    expect((await ana.get<{ delegation: { state: string; parent: string } }>(`/api/v1/delegations/${stands}`)).body.delegation).toMatchObject({ state: 'in-force', parent: 'root-award' })
    expect((await bo.get<{ notices: { kind: string }[] }>('/api/v1/home')).body.notices.map(({ kind }) => kind)).toContain('delegation-revoked')
  })

  it('of two revocations at once, exactly one wins', async () => {
    const { delegations } = (await signLines(ana, [line({ passOn: null })])).signed.body
    const { version } = (await ana.get<{ version: number }>(`/api/v1/delegations/${delegations[0]}`)).body
    const both = await Promise.all([1, 2].map(() => ana.send<Problem>('POST', `/api/v1/delegations/${delegations[0]}/revoke`, { version, choices: [], reason: 'Twice' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.toSatisfy((status: number) => status === 409 || status === 422)])
  })

  it('a repeated signature with the same key is one act', async () => {
    const draft = (await ana.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines: [line({ passOn: null })] })).body
    const { digest } = (await ana.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    const press = () => ana.send<{ instrument: string; number: number }>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest }, { 'idempotency-key': 'press-1' })
    const first = await press()
    expect(await press()).toEqual(first)
  })

  it('refuses a signature over what was not shown', async () => {
    const draft = (await ana.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines: [line()] })).body
    const laid = (await ana.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    await ana.send('PUT', `/api/v1/drafts/${draft.id}`, { title: null, lines: [line({ limits: [] })], version: laid.version })
    expect(await ana.send('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })).toMatchObject({ status: 409 })
    expect((await bo.get(`/api/v1/drafts/${draft.id}`)).status).toBe(404)
  })

  it('hands a draft to its signatory', async () => {
    const draft = (await bo.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: 'Prepared', lines: [line()] })).body
    expect((await bo.send('POST', `/api/v1/drafts/${draft.id}/hand-over`, { person: 'ana', version: draft.version })).status).toBe(200)
    expect((await bo.get(`/api/v1/drafts/${draft.id}`)).status).toBe(404)
    expect((await ana.get(`/api/v1/drafts/${draft.id}`)).body).toMatchObject({ preparedBy: { id: 'bo' }, owner: { id: 'ana' } })
  })

  it('records a decision only where it is permitted, with its chain', async () => {
    const { signed } = await signLines(ana, [line({ passOn: null })])
    await acceptAll(bo, signed.body.instrument)
    const decide = (value: string) => bo.send<{ delegation: string; errors: { code: string }[] }>('POST', '/api/v1/exercises', { matter: 'award', amount: { currency: 'USD', value }, entity: 'office', what: 'Paper for a year' })
    expect(await decide('10')).toMatchObject({ status: 200 })
    expect(await decide('900000')).toMatchObject({ status: 422 })
  })

  it('an officer-in-charge decides only once that is recorded, and passes nothing on', async () => {
    const question = 'person=dee&matter=travel'
    expect(await may(ana, question)).toMatchObject({ answer: 'refused' })
    const today = new Date().toISOString().slice(0, 10)
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const named = await ana.send('POST', '/api/v1/acting', { post: 'chief', person: 'dee', kind: 'officer-in-charge', from: today, until, excludes: ['award'] })
    expect(named).toMatchObject({ status: 200 })
    expect(await may(ana, question)).toMatchObject({ answer: 'permitted' })
    expect((await may(ana, 'person=dee&matter=award&amount=USD%201')).answer).toBe('refused')
    const dee = await signedIn(application, 'dee')
    expect((await signLines(dee, [line({ parent: 'root-travel', limits: [], passOn: null })])).signed.status).toBe(422)
  })

  describe('a wrong question', () => {
    const cases: [string, number, string][] = [
      ['person=nobody&matter=award', 400, 'unknown-person'], ['matter=award', 400, 'person-or-body'], ['person=bo', 400, 'does-not-fit'],
      ['person=bo&matter=award&amount=100', 400, 'does-not-fit'], ['person=bo&matter=award&amount=USD%20-5', 400, 'does-not-fit'],
      ['person=bo&matter=award&amount=XQX%205', 400, 'does-not-fit'], [`person=bo&matter=award&amount=USD%20${'9'.repeat(30)}`, 400, 'does-not-fit'],
      ['person=bo&matter=award&on=9999-01-01', 400, 'wrong-time'], ['person=bo&matter=award&on=2026-02-30', 400, 'wrong-time'],
      ['person=bo&matter=award&known=2199-01-01', 400, 'wrong-time'], ['person=bo&matter=award&colour=red', 400, 'does-not-fit'],
      ["person=bo';DROP%20TABLE%20event;--&matter=award", 400, 'unknown-person'], ['person=bo&matter=aw%E2%80%AEard', 400, 'does-not-fit'],
    ]
    it.each(cases)('%s', async (query, status, code) => {
      const answer = await ana.get<Problem>(`/api/v1/may?${query}`)
      expect(answer).toMatchObject({ status, body: { type: `/problems/${code}` } })
    })
  })

  it('as it stood before the register opened', async () => {
    expect(await may(ana, 'person=ana&matter=award&amount=USD%201&on=2019-06-01')).toMatchObject({ answer: 'before-register', authorises: false })
    expect(await may(ana, 'person=ana&matter=dancing')).toMatchObject({ answer: 'no-such-matter' })
  })
})
