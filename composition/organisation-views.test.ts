/** The organisation over HTTP: entities as a tree, a post with its holders running and past, a person with theirs. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { assignment, on } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

interface Holder { person: { id: string }; assignment: string; recorded: boolean; running: boolean }
interface Post { post: { name: string; grade: string; heads: boolean }; path: { id: string }[]; holders: Holder[]; delegations: number }

describeDatabases('the organisation over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller

  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [
      ...trialFacts,
      assignment({ id: 'before', person: 'dee', post: 'director', effectiveFrom: on('2018-01-01'), effectiveTo: on('2019-01-01') }),
      assignment({ id: 'acting', person: 'cy', post: 'chief', assignment: 'acting', instrument: null, effectiveFrom: on('2020-01-01') }),
    ])
    ana = await signedIn(application, 'ana')
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  it('shows a post with its holders, the latest first, and where it sits', async () => {
    const { body } = await ana.get<Post>('/api/v1/posts/director')
    expect(body.post).toMatchObject({ name: 'Director', grade: 'D-1', heads: true })
    expect(body.path.map(({ id }) => id)).toEqual(['organisation', 'office'])
    expect(body.holders.map(({ person, running }) => [person.id, running])).toEqual(expect.arrayContaining([['bo', true], ['dee', false]]))
  })

  it('says who acts without recorded authority, and counts what is delegated to the post', async () => {
    const { body } = await ana.get<Post>('/api/v1/posts/chief')
    expect(body.delegations).toBe(2)
    expect(body.holders.find(({ person }) => person.id === 'cy')).toMatchObject({ assignment: 'acting', recorded: false, running: true })
  })

  it('lists entities parents first, with what heads them', async () => {
    const { body } = await ana.get<{ items: { id: string; depth: number; head: { id: string } | null }[] }>('/api/v1/entities')
    expect(body.items.map(({ id, depth, head }) => [id, depth, head?.id])).toEqual([['organisation', 0, 'ana'], ['office', 1, 'bo']])
  })

  it('tells an unknown post from a broken request', async () => {
    expect((await ana.get('/api/v1/posts/nowhere')).status).toBe(404)
    expect((await ana.get('/api/v1/posts/nowhere?as=of')).status).toBe(400)
  })
})
