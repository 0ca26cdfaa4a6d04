/** What a decision amounts to, over HTTP on both databases: earlier acts count, two at once do not both pass, bodies, whom it is referred to. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Fact } from '../kernel/authority/model.ts'
import { assignment, body, delegation, matter, minute, on, passable, person, post, upTo, usd } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { caller, openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const facts: readonly Fact[] = [
  ...trialFacts,
  matter({
    id: 'purchase', name: 'Purchases', basis: 'contract',
    obligations: [
      { duty: 'copy-to-committee', at: 'issue', tells: ['clerk'] },
      { duty: 'report', at: 'permit', over: usd('900'), basis: 'contract', tells: ['committee'] },
    ],
  }),
  post({ id: 'clerk', title: 'Clerk of the committee' }),
  person({ id: 'eve', name: 'Eve' }),
  assignment({ person: 'eve', post: 'clerk' }),
  body({ id: 'committee', name: 'Committee', quorum: 2, members: ['clerk', 'chief'] }),
  minute({ id: 'm-1', matter: 'purchase', heldAt: on('2020-06-01'), present: ['eve', 'ana'] }),
  delegation({ id: 'of-officer', matter: 'purchase', holder: { kind: 'post', post: 'officer' }, limits: upTo('1000') }),
  delegation({ id: 'of-director', matter: 'purchase', holder: { kind: 'post', post: 'director' }, limits: upTo('5000') }),
  delegation({ id: 'of-chief', matter: 'purchase', holder: { kind: 'post', post: 'chief' }, limits: upTo('20000'), subdelegation: passable() }),
  delegation({ id: 'of-committee', matter: 'purchase', holder: { kind: 'body', body: 'committee' } }),
]

interface Verdict {
  readonly answer: string
  readonly reasons: readonly { readonly code: string }[]
  readonly obligations: readonly string[]
  readonly evidence: { readonly minute: string } | null
  readonly whoCould: readonly { readonly person: { readonly id: string } }[]
  readonly bodiesCould: readonly { readonly body: { readonly id: string } }[]
}
interface Notices { readonly notices: readonly { readonly kind: string; readonly subject: string }[] }

describeDatabases('what a decision amounts to', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let cy: Caller
  let eve: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[ana, cy, eve] = [await signedIn(application, 'ana'), await signedIn(application, 'cy'), await signedIn(application, 'eve')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const may = async (query: string) => (await ana.get<Verdict>(`/api/v1/may?matter=purchase&${query}`)).body
  const buys = (value: string, contract: string, entity = 'office') =>
    cy.send<{ obligations: string[] }>('POST', '/api/v1/exercises', { matter: 'purchase', amount: { currency: 'USD', value }, contract, entity, what: 'Paper' })

  it('counts what was decided on the contract before', async () => {
    expect(await buys('900', 'c-1')).toMatchObject({ status: 200, body: { obligations: [] } })
    expect(await may('person=cy&amount=USD%20100&contract=c-1')).toMatchObject({ answer: 'permitted', obligations: ['report'] })
    const refused = await may('person=cy&amount=USD%20100.01&contract=c-1')
    expect(refused).toMatchObject({ answer: 'refused', reasons: [{ code: 'limit-exceeded' }], bodiesCould: [] })
    expect(refused.whoCould.map((each) => each.person.id)).toEqual(['bo'])
    expect(await may('person=cy&amount=USD%20100.01&contract=c-2')).toMatchObject({ answer: 'permitted' })
    expect(await buys('100.01', 'c-1')).toMatchObject({ status: 422 })
  })

  it('tells whom the catalogue says', async () => {
    expect(await buys('100', 'c-1')).toMatchObject({ status: 200, body: { obligations: ['report'] } })
    expect((await eve.get<Notices>('/api/v1/home')).body.notices).toContainEqual(expect.objectContaining({ kind: 'authority-exercised', subject: 'of-officer' }))
  })

  it('two decisions on one contract at once do not both pass', async () => {
    for (const round of Array.from({ length: 5 }, (_, index) => `race-${index}`)) {
      const answers = await Promise.all([buys('600', round), buys('600', round)])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    }
  })

  it('a body decides by its minute', async () => {
    expect(await may('body=committee&amount=USD%2050000')).toMatchObject({ answer: 'not-yet', evidence: null })
    expect(await may('body=committee&amount=USD%2050000&fact=minute%3Dm-1')).toMatchObject({ answer: 'permitted', evidence: { minute: 'm-1' } })
    expect(await may('body=committee&amount=USD%2050000&fact=minute%3Dm-1&beneficiary=eve')).toMatchObject({ answer: 'refused', reasons: [{ code: 'conflict-of-interest' }] })
    const refused = await may('person=ana&amount=USD%2050000')
    expect(refused.whoCould).toEqual([])
    expect(refused.bodiesCould.map((each) => each.body.id)).toEqual(['committee'])
  })

  it('nobody buys for themselves, and another signer of the unit comes first', async () => {
    const refused = await may('person=cy&amount=USD%20300&beneficiary=cy&entity=office')
    expect(refused.reasons.map(({ code }) => code)).toEqual(['conflict-of-interest', 'own-purchase'])
    expect(refused.whoCould.map((each) => each.person.id)).toEqual(['bo', 'ana'])
  })

  it('issued, the committee’s clerk is told', async () => {
    const line = {
      key: 'a', parent: 'of-chief', recipient: { kind: 'post', person: null, post: 'officer' }, entities: [], mayExercise: true, passOn: null,
      limits: [{ amount: { currency: 'USD', upTo: '2000' }, basis: 'contract' }], from: null, until: null, conditions: null,
    }
    const draft = (await ana.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines: [line] })).body
    const laid = (await ana.send<{ digest: string }>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    const signed = await ana.send<{ delegations: string[] }>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })
    expect(signed.status).toBe(200)
    expect((await eve.get<Notices>('/api/v1/home')).body.notices).toContainEqual(
      expect.objectContaining({ kind: 'delegation-copied', subject: signed.body.delegations[0] }),
    )
  })

  it('refuses what it cannot read', async () => {
    expect((await caller(application, {}).get('/api/v1/may?matter=purchase&person=cy&contract=')).status).toBeGreaterThanOrEqual(400)
    expect((await ana.get('/api/v1/may?matter=purchase&person=cy&amount=USD%201&cosigner=nobody')).status).toBe(400)
  })
})
