/** Bodies over HTTP: a member records the minute, somebody present records what was decided, and the quorum and conflicts are judged (rule 6). */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { body, delegation, matter, on, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

interface Problem { readonly type: string; readonly number: number; readonly errors?: readonly { readonly field: string; readonly code: string }[] }

const today = new Date().toISOString().slice(0, 10)

describeDatabases('a body', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let dee: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [
      ...trialFacts, matter({ id: 'write-off', name: 'Writing off', acceptance: 'after', dimensions: ['amount'] }),
      body({ id: 'board', name: 'Board', quorum: 2, members: ['chief', 'director', 'officer'] }),
      delegation({ id: 'of-board', matter: 'write-off', holder: { kind: 'body', body: 'board' }, limits: upTo('1000'), effectiveFrom: on('2020-01-01') }),
    ])
    ;[ana, bo, dee] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'dee')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const minute = (who: Caller, given: object) =>
    who.send<Problem>('POST', '/api/v1/bodies/board/minutes', { matter: 'write-off', heldOn: today, present: ['ana', 'bo'], ...given })
  const decide = (who: Caller, number: string, given: object = {}) => who.send<Problem & { delegation: string }>('POST', '/api/v1/exercises', {
    matter: 'write-off', entity: 'organisation', body: 'board', amount: { currency: 'USD', value: '700' }, what: 'Two old boats written off', facts: { minute: number }, ...given,
  })

  it('decides by its minute, and the decision is the body’s', async () => {
    expect((await minute(ana, { minute: 'm-1' })).status).toBe(200)
    const decided = await decide(bo, 'm-1')
    expect(decided).toMatchObject({ status: 200, body: { delegation: 'of-board' } })
    const { items } = (await ana.get<{ items: object[] }>('/api/v1/exercises?which=all')).body
    expect(items).toMatchObject([{ person: null, body: { id: 'board' }, then: 'permitted', now: 'permitted', unauthorised: false }])
    const evidence = (await ana.get<{ document: { asked: { verdict: { answer: string; evidence: unknown } } } }>(`/api/v1/evidence/acts/${decided.body.number}`)).body
    expect(evidence.document.asked.verdict).toMatchObject({ answer: 'permitted', evidence: { minute: 'm-1' } })
  })

  it('is not quorate with one, nor where one of two stood back', async () => {
    await minute(ana, { minute: 'alone', present: ['ana'] })
    expect(await decide(ana, 'alone')).toMatchObject({ status: 422, body: { errors: [{ code: 'quorum-missing' }] } })
    await minute(ana, { minute: 'stood-back', recused: ['bo'] })
    expect(await decide(ana, 'stood-back')).toMatchObject({ status: 422, body: { errors: [{ code: 'quorum-missing' }] } })
  })

  it('does not decide above its limit, nor another matter, nor in favour of one who was there', async () => {
    await minute(ana, { minute: 'm-2' })
    expect(await decide(ana, 'm-2', { amount: { currency: 'USD', value: '1001' } })).toMatchObject({ status: 422, body: { errors: [{ code: 'limit-exceeded' }] } })
    expect((await decide(ana, 'm-2', { matter: 'award' })).status).toBe(422)
    expect(await decide(ana, 'm-2', { beneficiary: 'bo' })).toMatchObject({ status: 422, body: { errors: [{ code: 'conflict-of-interest' }] } })
  })

  it.each([
    ['without a minute', {}, 'no-such-minute'],
    ['with somebody’s word for the quorum', { quorum: 'true' }, 'no-such-minute'],
    ['with a minute there is not', { minute: 'm-404' }, 'no-such-minute'],
  ])('records no decision %s', async (_what, facts, code) => {
    expect(await decide(ana, '', { facts })).toMatchObject({ status: 422, body: { errors: [{ field: 'facts.minute', code }] } })
  })

  it('only somebody present records what was decided; only a member the minute', async () => {
    await minute(ana, { minute: 'm-3', present: ['ana', 'cy'] })
    expect(await decide(bo, 'm-3')).toMatchObject({ status: 422, body: { errors: [{ code: 'not-present' }] } })
    expect(await minute(dee, { minute: 'm-4' })).toMatchObject({ status: 403, body: { type: '/problems/members-only' } })
    expect((await ana.send('POST', '/api/v1/bodies/nothing/minutes', { minute: 'x', matter: 'write-off', heldOn: today, present: ['ana'] })).status).toBe(404)
  })

  it.each([
    ['a number there is', { minute: 'm-1' }, 422, 'minute', 'minute-known'],
    ['who is no member', { present: ['ana', 'dee'] }, 422, 'present', 'not-a-member'],
    ['somebody twice', { present: ['ana', 'ana'] }, 422, 'present', 'twice'],
    ['who stood back without being there', { present: ['ana'], recused: ['bo'] }, 422, 'recused', 'not-present'],
    ['a meeting to come', { heldOn: '2199-01-01' }, 422, 'heldOn', 'in-the-future'],
    ['a matter there is not', { matter: 'nothing' }, 422, 'matter', 'unknown-matter'],
    ['nobody present', { present: [] }, 400, 'present', 'too-small'],
  ] as const)('refuses a minute with %s', async (_what, given, status, field, code) => {
    expect(await minute(ana, { minute: 'm-new', ...given })).toMatchObject({ status, body: { errors: expect.arrayContaining([expect.objectContaining({ field, code })]) } })
  })
})
