/** Wires the house together: database, ledger, register in memory, modules. The server, the command line and the tests all begin here. */
import { randomBytes, type KeyObject } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

import { openDatabase } from '../platform/database/open.ts'
import type { Database } from '../platform/database/database.ts'
import { keyRoutes } from '../platform/evidence/key-routes.ts'
import { makeSigner } from '../platform/evidence/signing-keys.ts'
import { buildServer } from '../platform/http/server.ts'
import type { Route } from '../platform/http/route.ts'
import { sessionRoutes, type Persona } from '../platform/identity/session-routes.ts'
import { tokenRoutes } from '../platform/identity/token-routes.ts'
import { exportRoutes } from '../platform/imports/export-routes.ts'
import { importRoutes } from '../platform/imports/import-routes.ts'
import type { RunningLedger } from '../platform/ledger/feed.ts'
import type { Clock } from '../platform/ledger/ledger.ts'
import { makeRecord } from '../platform/ledger/record.ts'
import { SystemClock } from '../platform/ledger/system-clock.ts'
import { hostRegister } from '../platform/register/live-register.ts'
import type { StandingWork } from '../platform/module.ts'
import type { Services } from '../platform/services.ts'
import { modules } from './modules.ts'

export interface ApplicationOptions {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly demonstration: boolean
  /** Signs evidence; left out = a key kept in the data folder, where that is allowed. */
  readonly signingKey?: KeyObject | null
  readonly personas?: readonly Persona[]
  readonly clock?: Clock
  readonly version: string
  readonly webFolder?: string | null
  readonly publicUrl?: string | null
  readonly typeNames?: Readonly<Record<string, string>>
  readonly onProgress?: (step: string) => void
  /** Told how much of the register is in memory, from 0 to 1. */
  readonly onShare?: (share: number) => void
}

export interface Application {
  readonly services: Services
  readonly server: FastifyInstance
  /** Makes its bearer the operator; known only to this process and the owner's file. */
  readonly operatorToken: string
  /** Begins what the systems do by themselves; done when each has done it once. Ends with `close`. */
  work(): Promise<void>
  close(): Promise<void>
}

/** Every route of the product, for the server, its OpenAPI document and the checks. */
export function allRoutes(personas: readonly Persona[]): readonly Route[] {
  const kinds = modules.flatMap((module) => module.imports)
  return [...sessionRoutes(personas), ...tokenRoutes, ...keyRoutes, ...importRoutes(kinds), ...exportRoutes(kinds), ...modules.flatMap((module) => module.routes)]
}

/** A server that has just opened knows after a few polls whether it is current; until then it would refuse every permit. */
async function untilFresh(ledger: RunningLedger): Promise<void> {
  for (let tries = 0; tries < 60 && !ledger.fresh(); tries++) await new Promise((done) => setTimeout(done, 50))
}

/** On a database that is open, and stays so when the application closes: tests begin here. */
export async function startApplication(db: Database, options: ApplicationOptions): Promise<Application> {
  const factTables = modules.flatMap((module) => module.tables)
  const clock = options.clock ?? new SystemClock()
  const hosted: { ledger: RunningLedger | null } = { ledger: null }
  const { register, ledger } = await hostRegister({
    db, clock, sequence: true, factTables, ...(options.onShare ? { onShare: options.onShare } : {}),
  })
  hosted.ledger = ledger
  await untilFresh(ledger)
  const services: Services = {
    db, ledger, clock, register, demonstration: options.demonstration, factTables,
    publicUrl: options.publicUrl ?? null, typeNames: options.typeNames ?? { user: 'person' },
    signer: makeSigner({ db, clock, demonstration: options.demonstration, given: options.signingKey ?? null, folder: options.dataFolder }),
    record: makeRecord(factTables, clock, () => hosted.ledger?.nudge()),
  }
  const operatorToken = randomBytes(32).toString('base64url')
  const server = await buildServer({
    services, routes: allRoutes(options.personas ?? []), version: options.version, webFolder: options.webFolder ?? null, operatorToken, ready: () => true,
  })
  const standing: StandingWork[] = []
  return {
    services, server, operatorToken,
    work: async () => {
      standing.push(...modules.flatMap(({ work }) => work?.(services) ?? []))
      for (const each of standing) await each.look()
    },
    close: async () => {
      await server.close()
      for (const each of standing) await each.stop()
      await ledger.stop()
    },
  }
}

/** Throws DatabaseRefusal when the database cannot or must not be opened. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const db = await openDatabase({
    url: options.databaseUrl, folder: options.dataFolder, migrations: modules.flatMap((module) => module.migrations),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })
  try {
    const application = await startApplication(db, options)
    return { ...application, close: async () => { await application.close(); await db.close() } }
  } catch (error) {
    await db.close()
    throw error
  }
}
