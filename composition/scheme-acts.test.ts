/** What published schemes say of issuing, moving and ratifying: lines that cannot be issued, who is told, what is found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findings } from '../kernel/authority/findings/findings.ts'
import { openEmbeddedForTest, type TestDatabase } from '../platform/database/test-database.ts'
import { SeededClock } from '../platform/ledger/seeded-clock.ts'
import { startApplication, type Application } from './application.ts'
import { takeBytes, takeScheme, takeSchemeFile } from './scheme-files.ts'
import { signedIn, trialMigrations } from './trial.ts'

const clock = new SeededClock(0)
let database: TestDatabase
let application: Application

async function open(scheme: string, day: string, without: readonly string[] = []): Promise<void> {
  clock.set(Date.parse(`${day}T09:00:00Z`))
  database = await openEmbeddedForTest(trialMigrations)
  application = await startApplication(database.db, { databaseUrl: null, dataFolder: '', demonstration: true, version: 'scheme', clock })
  await takeScheme(application, scheme, without)
}

async function close(): Promise<void> {
  await application.close()
  await database.dispose()
}

const line = (given: { parent: string; post: string; upTo: string; term?: number; until?: string }) => ({
  key: 'a', parent: given.parent, recipient: { kind: 'post', person: null, post: given.post }, entities: [], mayExercise: true, passOn: null, from: null,
  limits: [{ amount: { currency: 'USD', upTo: given.upTo }, ...(given.term === undefined ? {} : { term: given.term }) }], until: given.until ?? null, conditions: null,
})

/** What the form says against a line of the person's draft. */
async function problems(person: string, given: Parameters<typeof line>[0]): Promise<string[]> {
  const { body } = await (await signedIn(application, person)).send<{ lines: { problems: { code: string }[] }[] }>(
    'POST', '/api/v1/drafts/check', { title: null, lines: [line(given)] },
  )
  return body.lines.flatMap((each) => each.problems.map(({ code }) => code))
}

const found = (rule: string, subject: string) => {
  const now = clock.now()
  const { register } = application.services
  return findings(register, { on: now, known: register.head, now }).find((each) => each.rule === rule && each.subject.id === subject)
}

describe('S3: a sub-delegation states its duration', () => {
  beforeAll(() => open('s3', '2024-06-03'), 60_000)
  afterAll(close)
  const north = { parent: 'standard-office-north.1', post: 'office-north.operations-manager', upTo: '50000' }

  it('without an end it cannot be issued, and the form says why', async () => {
    expect(await problems('dp-north', north)).toContain('end-required')
    expect(await problems('dp-north', { ...north, until: '2025-06-30' })).not.toContain('end-required')
  })

  it('issued, the chair of the committee is told', async () => {
    const head = await signedIn(application, 'dp-north')
    const lines = [line({ ...north, until: '2025-06-30' })]
    const draft = (await head.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: null, lines })).body
    const laid = (await head.send<{ digest: string }>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    const signed = await head.send<{ delegations: string[] }>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })
    expect(signed.status).toBe(200)
    const told = await database.db.transaction({ role: 'app', person: 'dp-chair' }, (tx) => tx.selectFrom('notice').select(['person', 'kind', 'subject']).execute())
    expect(told).toEqual([{ person: 'dp-chair', kind: 'delegation-copied', subject: signed.body.delegations[0] }])
  })

  it('nor taken from a file', async () => {
    const file = 'id,parent,post,matter,entity,currency,up_to,effective_from,signed_by\nx,standard-office-north.1,office-north.operations-manager,award-contract,office-north,USD,50000,2024-07-01,dp-north\n'
    expect((await takeBytes(application, 'delegations', file)).refused).toMatchObject([{ row: 2, column: 'effective_to', code: 'end-required' }])
  })
})

describe('S4: passing on has limits and a scope of its own', () => {
  beforeAll(() => open('s4', '2024-06-03'), 60_000)
  afterAll(close)

  it('a dean passing on 30,000 cannot issue it', async () => {
    const given = { parent: 'policy.5', post: 'history-coordinator', term: 12 }
    expect(await problems('lc-arts', { ...given, upTo: '30000' })).toContain('never-wider')
    expect(await problems('lc-arts', { ...given, upTo: '25000' })).toEqual([])
    expect(await problems('lc-arts', { ...given, upTo: '25000', term: 13 })).toContain('never-wider')
  })

  it('nor to another department', async () => {
    expect(await problems('lc-arts', { parent: 'policy.5', post: 'law-coordinator', upTo: '25000', term: 12 })).toContain('recipient-scope')
  })

  it('a sub-delegate moves to another department: found at once', async () => {
    expect(found('recipient-scope', 'arts-2023-1.1')).toBeUndefined()
    await takeSchemeFile(application, 's4', 'move', 'assignments')
    expect(found('recipient-scope', 'arts-2023-1.1')).toMatchObject({ entity: 'arts', matter: 'sign-contract' })
  })
})

describe('S5: an award before the advice', () => {
  beforeAll(async () => {
    await open('s5', '2024-01-15', ['acts'])
    clock.set(Date.parse('2024-04-20T09:00:00Z'))
    await takeSchemeFile(application, 's5', 'acts')
  }, 60_000)
  afterAll(close)

  it('stays unauthorised when taken, ratified on a date by the competent official; both stay on record', () => {
    expect(found('unauthorised-when-taken', 'contract-81')).toMatchObject({ ratification: 'ratification-81', cause: { then: 'not-yet', now: 'not-yet' } })
    const { register } = application.services
    expect(register.fact('exercise', 'contract-81')?.answer).toBeNull()
    expect(register.fact('ratification', 'ratification-81')).toMatchObject({ exercise: 'contract-81', ratifiedBy: 'un-director', effectiveFrom: Date.parse('2024-04-15T00:00:00Z') })
  })

  it('is counted as ex post facto; the award after its advice is not', () => {
    const now = clock.now()
    const { register } = application.services
    const counted = findings(register, { on: now, known: register.head, now }).filter(({ rule }) => rule === 'unauthorised-when-taken')
    expect(counted.map(({ subject }) => subject.id)).toEqual(['contract-81'])
  })
})
