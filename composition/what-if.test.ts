/** "What if they leave, are away, if the limit changes?" over HTTP: read-only, and wrong questions named. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { delegation, on, passable, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const begins = on('2020-01-01')
const passedOn = [
  delegation({
    id: 'other', matter: 'award', parent: 'root-award', holder: { kind: 'person', person: 'cy' }, limits: upTo('5000'), subdelegation: passable(1),
    effectiveFrom: begins, acceptedAt: begins, acceptedBy: 'cy',
  }),
  delegation({
    id: 'below', matter: 'award', parent: 'other', holder: { kind: 'person', person: 'dee' }, limits: upTo('1000'),
    effectiveFrom: begins, acceptedAt: begins, acceptedBy: 'dee',
  }),
]

interface Problem { errors: { field: string; code: string }[] }
interface Waits { loses: { delegation: { id: string }; vacant: boolean; below: number }[]; losesCount: number; uncoveredCount: number; proposals?: object[] }

describeDatabases('what if, over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [...trialFacts, ...passedOn])
    ana = await signedIn(application, 'ana')
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  it('a person who leaves: what is vacant, what goes on below', async () => {
    const { status, body } = await ana.get<Waits>('/api/v1/if-person-leaves?person=cy')
    expect(status).toBe(200)
    expect(body.loses.find(({ delegation: { id } }) => id === 'other')).toMatchObject({ vacant: true, below: 1 })
    expect(body.losesCount).toBe(body.loses.length)
    expect((await ana.get<Problem>('/api/v1/if-person-leaves?person=nobody')).body.errors[0]).toMatchObject({ field: 'query.person', code: 'unknown-person' })
  })

  it('a person who moves: what stays with the post, goes along, and awaits them', async () => {
    const { status, body } = await ana.get<{ loses: { delegation: { id: string }; below: number }[]; keeps: { id: string }[]; gains: object[]; entity: { id: string } }>('/api/v1/if-person-moves?person=ana&post=director')
    expect(status).toBe(200)
    expect(body.loses).toMatchObject([{ delegation: { id: 'root-travel' }, vacant: true, because: [] }, { delegation: { id: 'root-award' }, vacant: true, below: 2 }])
    expect(body).toMatchObject({ entity: { id: 'office' }, keeps: [], gains: [], uncoveredCount: 2 })
    const along = await ana.get<{ keeps: { id: string }[]; gains: { delegation: { id: string } }[] }>('/api/v1/if-person-moves?person=cy&post=chief')
    expect(along.body).toMatchObject({ keeps: [{ id: 'other' }], losesCount: 0, gainsCount: 2 })
    expect((await ana.get<Problem>('/api/v1/if-person-moves?person=cy&post=nothing')).body.errors[0]).toMatchObject({ field: 'query.post', code: 'unknown-post' })
    expect((await ana.get<Problem>('/api/v1/if-person-moves?person=cy')).status).toBe(400)
  })

  it('a person away: the same, with proposals; reversed dates are a wrong question', async () => {
    const { status, body } = await ana.get<Waits>('/api/v1/if-absent?person=cy&from=2030-01-01&to=2030-01-05')
    expect(status).toBe(200)
    expect(body.loses.map(({ delegation: { id } }) => id)).toContain('other')
    expect(body.proposals).toBeInstanceOf(Array)
    const wrong = await ana.get<Problem>('/api/v1/if-absent?person=cy&from=2030-01-05&to=2030-01-01')
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'query.to', code: 'dates-reversed' }] } })
  })

  it('other limits: only what would no longer fit is asked about', async () => {
    const ask = (limits: string) => ana.get<{ direct: { delegation: { id: string }; choice: string }[]; falls: number }>(
      `/api/v1/if-limit-changed?delegation=other&limits=${encodeURIComponent(limits)}`)
    expect((await ask(JSON.stringify(upTo('1000')))).body).toMatchObject({ direct: [], falls: 0 })
    expect((await ask(JSON.stringify(upTo('999')))).body).toMatchObject({ direct: [{ delegation: { id: 'below' }, choice: 'falls' }], falls: 1 })
    expect((await ask('[{"amount"')).status).toBe(400)
    expect((await ask('[{"amount":{"currency":"USD","upTo":"many"}}]')).status).toBe(400)
  })
})
