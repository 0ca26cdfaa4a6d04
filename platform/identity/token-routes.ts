/** Bearer tokens for programs: made by the operator, shown once, kept only as a digest, revocable at once. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { contract } from '../http/contract.ts'
import { count, line } from '../http/parse.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { digestOf } from './identify.ts'

const days = 24 * 60 * 60 * 1000

const createToken = contract({
  id: 'token.create', method: 'POST', path: '/api/v1/tokens', tag: 'tokens', open: 'operator',
  summary: 'Make a bearer token for a program. The token is shown once and cannot be read again.',
  body: z.strictObject({ name: line(100), days: z.int().min(1).max(3650).default(365) }),
  answer: z.object({ id: z.string(), name: z.string(), token: z.string(), expiresAt: z.string() }),
})

export const listTokens = contract({
  id: 'token.list', method: 'GET', path: '/api/v1/tokens', tag: 'tokens', open: 'operator', summary: 'The tokens made, without their secrets.',
  answer: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string(), expiresAt: z.string().nullable(), revokedAt: z.string().nullable() })) }),
})

export const revokeToken = contract({
  id: 'token.revoke', method: 'DELETE', path: '/api/v1/tokens/{id}', tag: 'tokens', open: 'operator', summary: 'Revoke a token: it is refused from now on.',
  params: z.strictObject({ id: count(1, 999_999_999) }), answer: z.object({ revoked: z.boolean() }),
})

const iso = (at: number): string => new Date(at).toISOString()
const asOperator = { role: 'app', person: 'operator' } as const

export const tokenRoutes: readonly Route[] = [
  route(createToken, async ({ body, services }) => {
    const token = `mandate_${randomBytes(32).toString('base64url')}`
    const now = services.clock.now()
    const expires = now + body.days * days
    const { id } = await services.db.transaction(asOperator, (tx) =>
      tx.insertInto('token').values({ name: body.name, hash: digestOf(token), scope: ['ask'], created_at: now, expires_at: expires }).returning('id').executeTakeFirstOrThrow())
    return { id: String(id), name: body.name, token, expiresAt: iso(expires) }
  }),

  route(listTokens, async ({ services }) => {
    const rows = await services.db.transaction(asOperator, (tx) =>
      tx.selectFrom('token').select(['id', 'name', 'created_at', 'expires_at', 'revoked_at']).orderBy('id').execute())
    return {
      items: rows.map((row) => ({
        id: String(row.id), name: row.name, createdAt: iso(row.created_at),
        expiresAt: row.expires_at === null ? null : iso(row.expires_at), revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
      })),
    }
  }),

  route(revokeToken, async ({ params, services }) => {
    const now = services.clock.now()
    const result = await services.db.transaction(asOperator, (tx) =>
      tx.updateTable('token').set({ revoked_at: now }).where('id', '=', String(params.id)).where('revoked_at', 'is', null).executeTakeFirst())
    if (result.numUpdatedRows === 0n) throw new Problem(404, 'no-such-token', 'No such token', 'Nothing was changed. It is unknown or already revoked; list them with GET /api/v1/tokens.')
    return { revoked: true }
  }),
]
