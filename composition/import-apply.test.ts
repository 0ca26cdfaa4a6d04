/** Imports into a database: whole or nothing, stopped, raced. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import { readFile } from '../platform/imports/read-file.ts'
import { applyImport, type ImportOptions } from '../platform/imports/run-import.ts'
import type { Services } from '../platform/services.ts'
import type { Application } from './application.ts'
import { modules } from './modules.ts'
import { openTrial, trialMigrations } from './trial.ts'

const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))

async function take(services: Services, name: string, text: string, options: Partial<ImportOptions> = {}) {
  const kind = kinds.get(name)!
  return applyImport(services, kind, await readFile(kind, Buffer.from(text), 'csv'), { mode: 'whole', actor: 'operator', ...options })
}

const people = (prefix: string, count: number) =>
  `id,name\n${Array.from({ length: count }, (_, place) => `${prefix}${place},Name ${place}\n`).join('')}`

describeDatabases('an import', (open) => {
  let database: TestDatabase
  let application: Application
  let services: Services
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db)
    services = application.services
  })
  afterAll(async () => {
    await application?.close()
    await database?.dispose()
  })

  const eventCount = () =>
    services.db.transaction({ role: 'app', person: 'operator' }, async (tx) => {
      const { count } = await tx.selectFrom('event').select(tx.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
      return Number(count)
    })

  it('is in the register when it answers, and tells how far it is', async () => {
    const shares: number[] = []
    const report = await take(services, 'people', people('p', 2500), { progress: (share) => shares.push(share) })
    expect(report).toMatchObject({ read: 2500, taken: 2500, refused: [], number: services.register.head })
    expect(services.register.fact('person', 'p2499')?.name).toBe('Name 2499')
    expect(shares).toEqual([0.4, 0.8, 1])
  })

  it('tried only, or taken again, records nothing', async () => {
    const before = await eventCount()
    expect(await take(services, 'people', people('q', 10), { dryRun: true })).toMatchObject({ taken: 10, number: null })
    expect(await take(services, 'people', people('p', 2500))).toMatchObject({ taken: 0, unchanged: 2500, number: null })
    expect(await eventCount()).toBe(before)
  })

  it('stopped half-way leaves nothing', async () => {
    const before = await eventCount()
    const stop = new AbortController()
    const stopped = take(services, 'people', people('s', 2500), { signal: stop.signal, progress: () => stop.abort() })
    await expect(stopped).rejects.toThrow('aborted')
    expect(await eventCount()).toBe(before)
    expect(services.register.fact('person', 's0')).toBeNull()
  })

  it('never overwrites unseen what somebody did meanwhile', async () => {
    const text = `id,legal_basis,post,matter,entity,effective_from,subdelegate_depth\nroot-travel,Charter,chief,travel,organisation,2020-01-01,2\n`
    const raced: Services = {
      ...services,
      db: {
        ...services.db,
        kind: services.db.kind,
        close: () => services.db.close(),
        transaction: async (as, body) => {
          const now = services.clock.now()
          const fact = { ...services.register.fact('delegation', 'root-travel')!, endedAt: now, endReason: 'revoked' as const }
          const act = {
            kind: 'delegation-revoked',
            subject: 'delegation:root-travel',
            actor: 'ana',
            capacity: 'chief',
            effectiveAt: now,
            facts: [fact],
            details: {},
          }
          const ids = await services.db.transaction({ role: 'app', person: 'ana' }, (tx) => services.record(tx, [act]))
          await services.ledger.settled(ids)
          return services.db.transaction(as, body)
        },
      },
    }
    await expect(take(raced, 'delegations', text)).rejects.toMatchObject({ name: 'Conflict', code: 'moved-on', subjects: ['root-travel'] })
    expect(services.register.fact('delegation', 'root-travel')?.endReason).toBe('revoked')
  })
})
