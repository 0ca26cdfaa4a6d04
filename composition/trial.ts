/** A small organisation to try the product on over HTTP: for tests only. */
import type { Fact } from '../kernel/authority/model.ts'
import { assignment, delegation, entity, framework, matter, on, passable, person, post, upTo } from '../kernel/authority/proof/example-facts.ts'
import type { Database } from '../platform/database/database.ts'
import { startApplication, type Application, type ApplicationOptions } from './application.ts'
import { modules } from './modules.ts'

export const trialMigrations = modules.flatMap((module) => module.migrations)

/** Head → director → officers; two matters; the head holds both roots. */
export const trialFacts: readonly Fact[] = [
  framework({ id: 'framework', title: 'Framework' }),
  matter({ id: 'award', name: 'Award of contract', acceptance: 'before-use', dimensions: ['amount'] }),
  matter({ id: 'travel', name: 'Travel', acceptance: 'after' }),
  entity({ id: 'organisation', name: 'Organisation' }),
  entity({ id: 'office', name: 'Office', parent: 'organisation' }),
  post({ id: 'chief', title: 'Chief executive', grade: 'USG', heads: true }),
  post({ id: 'director', title: 'Director', entity: 'office', grade: 'D-1', heads: true }),
  post({ id: 'officer', title: 'Officer', entity: 'office', grade: 'P-4' }),
  person({ id: 'ana', name: 'Ana Sá' }), person({ id: 'bo', name: 'Bo 博' }), person({ id: 'cy', name: 'Cy' }), person({ id: 'dee', name: 'Dee' }),
  assignment({ person: 'ana', post: 'chief' }), assignment({ person: 'bo', post: 'director' }), assignment({ person: 'cy', post: 'officer' }),
  delegation({
    id: 'root-award', matter: 'award', holder: { kind: 'post', post: 'chief' }, limits: upTo('1000000'), subdelegation: passable(3),
    effectiveFrom: on('2020-01-01'), acceptedAt: on('2020-01-01'), acceptedBy: 'ana',
  }),
  delegation({ id: 'root-travel', matter: 'travel', holder: { kind: 'post', post: 'chief' }, subdelegation: passable(1), effectiveFrom: on('2020-01-01') }),
]

/** The application on `db` with the trial facts recorded, in demonstration mode. */
export async function openTrial(db: Database, facts: readonly Fact[] = trialFacts, options: Partial<ApplicationOptions> = {}): Promise<Application> {
  const application = await startApplication(db, { databaseUrl: null, dataFolder: '', demonstration: true, version: 'trial', ...options })
  const { services } = application
  const ids = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) => services.record(tx, facts.map((fact) => ({
    kind: `${fact.kind}-imported`, subject: `${fact.kind}:${fact.id}`, actor: 'operator', capacity: null, effectiveAt: null, facts: [fact], details: {},
  }))))
  await services.ledger.settled(ids)
  return application
}

export interface Caller {
  get<T>(url: string): Promise<{ status: number; body: T }>
  send<T>(method: 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: T }>
}

/** Speaks as a person signed in. */
export async function signedIn({ server }: Application, who: string): Promise<Caller> {
  const answer = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { person: who } })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return caller({ server } as Application, { cookie })
}

type Answer = Awaited<ReturnType<Application['server']['inject']>>

export function caller({ server }: Application, given: Record<string, string>): Caller {
  // A list may be taken out as a file.
  const bodyOf = ({ payload, headers }: Answer): unknown => (payload === '' ? null : String(headers['content-type']).includes('json') ? JSON.parse(payload) : payload)
  const read = <T>(answer: Answer) => ({ status: answer.statusCode, body: bodyOf(answer) as T })
  return {
    get: async <T>(url: string) => read<T>(await server.inject({ method: 'GET', url, headers: given })),
    send: async <T>(method: 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) =>
      read<T>(await server.inject({ method, url, headers: { ...given, ...headers }, ...(body === undefined ? {} : { payload: body as object }) })),
  }
}
