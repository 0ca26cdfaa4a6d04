/** From a request's credentials to the asker: a session's person, the operator on this machine, a program with a token, or nobody. */
import { createHash, timingSafeEqual } from 'node:crypto'

import type { Asker, Role } from '../access/asker.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'

export const sessionCookie = 'mandate_session'
export const sessionSeconds = 12 * 60 * 60

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(digestOf(a)), Buffer.from(digestOf(b)))

async function byToken(services: Services, secret: string): Promise<Asker> {
  const program = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
    tx.selectFrom('token').select(['name', 'expires_at', 'revoked_at']).where('hash', '=', digestOf(secret)).executeTakeFirst())
  const now = services.clock.now()
  if (!program || program.revoked_at !== null || (program.expires_at !== null && program.expires_at <= now)) {
    throw new Problem(401, 'token-refused', 'The token is not accepted', 'It is unknown, has expired or was revoked. Make another with "npx mandate token create".')
  }
  return { kind: 'program', name: program.name }
}

async function bySession(services: Services, secret: string): Promise<Asker> {
  const now = services.clock.now()
  const session = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
    tx.selectFrom('session').select(['person', 'capacity', 'expires_at']).where('id', '=', digestOf(secret)).executeTakeFirst())
  if (!session || session.expires_at <= now) return { kind: 'nobody' }
  return { kind: 'person', person: session.person, capacity: session.capacity, roles: await rolesOf(services, session.person) }
}

/** Roles are granted in the `setting` table under `role:<person>`. */
export async function rolesOf(services: Services, person: string): Promise<readonly Role[]> {
  const row = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', `role:${person}`).executeTakeFirst())
  return Array.isArray(row?.value) ? (row.value as Role[]) : []
}

/** Who has one of these roles, by id. */
export async function peopleWithRole(services: Services, wanted: readonly Role[]): Promise<readonly string[]> {
  const rows = await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
    tx.selectFrom('setting').select(['name', 'value']).where('name', 'like', 'role:%').orderBy('name').execute())
  return rows.filter(({ value }) => Array.isArray(value) && wanted.some((role) => (value as unknown[]).includes(role))).map(({ name }) => name.slice('role:'.length))
}

/** A malformed or unknown credential is refused, never taken for "nobody"; an ended session is nobody. */
export async function identify(
  services: Services, operatorToken: string | null, authorization: string | undefined, session: string | undefined,
): Promise<Asker> {
  if (authorization !== undefined) {
    const secret = /^Bearer ([\w.~+/=-]{16,512})$/i.exec(authorization)?.[1]
    if (!secret) throw new Problem(401, 'token-refused', 'The Authorization header is malformed', 'Send "Authorization: Bearer TOKEN".')
    if (operatorToken !== null && same(secret, operatorToken)) return { kind: 'operator' }
    return byToken(services, secret)
  }
  return session === undefined || session === '' ? { kind: 'nobody' } : bySession(services, session)
}
