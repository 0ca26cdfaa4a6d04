/** Decisions referred by me or to me: the list, and one with what the register says of my taking it now. */
import { sql } from 'kysely'
import { z } from 'zod'

import { may } from '../../../kernel/authority/may.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, money, page, paging } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import type { Services } from '../../../platform/services.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { findReferral, referralStates, type Referral } from '../referral-store.ts'
import { named as namedShape } from '../shapes.ts'
import { mayContract, presentVerdict } from './ask.ts'

const referralShape = z.object({
  id: z.string(), askedBy: namedShape, askedOf: namedShape, matter: namedShape, entity: namedShape.nullable(), amount: money().nullable(), what: z.string(),
  state: z.enum(referralStates), askedAt: z.string(), closedAt: z.string().nullable(), reason: z.string().nullable(), exercise: z.string().nullable(),
})

export const referralsContract = contract({
  id: 'referral.list', method: 'GET', path: '/api/v1/referrals', tag: 'register', summary: 'Decisions referred by me or to me; the latest first.',
  query: z.strictObject({
    side: z.enum(['to-me', 'by-me']).optional(), state: z.enum(referralStates).optional(), sort: z.enum(['at', '-at', 'state', '-state']).optional(), ...paging, ...asFile,
  }),
  answer: page(referralShape),
})

export const referralContract = contract({
  id: 'referral.one', method: 'GET', path: '/api/v1/referrals/{id}', tag: 'register',
  summary: 'One decision referred by me or to me, with the digest the ledger holds and what proves it.', params: z.strictObject({ id: identity() }),
  answer: referralShape.extend({
    question: z.looseObject({}), salt: z.string(), digest: z.string(),
    /** To whoever is asked, while it is open: may they take it now. */
    verdict: mayContract.answer.nullable(),
  }),
})

export function presentReferral({ register }: Pick<Services, 'register'>, row: Referral): z.infer<typeof referralShape> {
  const { matter, entity, amount } = row.question
  return {
    id: row.id, askedBy: named(register, 'person', row.asked_by), askedOf: named(register, 'person', row.asked_of), matter: named(register, 'matter', matter),
    entity: entity === undefined ? null : named(register, 'entity', entity), amount: amount ?? null, what: row.what, state: row.state, askedAt: iso(row.asked_at),
    closedAt: isoOrNull(row.closed_at), reason: row.reason, exercise: row.exercise,
  }
}

const columns = ['id', 'asked_by', 'asked_of', 'matter', 'entity', 'currency', 'amount', 'what', 'state', 'asked_at', 'closed_at', 'reason', 'exercise'] as const

const rowOf = (row: Referral): Record<(typeof columns)[number], string> => ({
  id: row.id, asked_by: row.asked_by, asked_of: row.asked_of, matter: row.question.matter, entity: row.question.entity ?? '', currency: row.question.amount?.currency ?? '',
  amount: row.question.amount?.value ?? '', what: row.what, state: row.state, asked_at: iso(row.asked_at), closed_at: isoOrNull(row.closed_at) ?? '',
  reason: row.reason ?? '', exercise: row.exercise ?? '',
})

const list = route(referralsContract, async ({ query, asker, services }) => {
  const { person } = actingPerson(asker)
  const { page: number = 1, size = 50, sort = '-at' } = query
  return services.db.transaction({ role: 'app', person }, async (tx) => {
    let found = tx.selectFrom('referral')
    if (query.side === 'to-me') found = found.where('asked_of', '=', person)
    if (query.side === 'by-me') found = found.where('asked_by', '=', person)
    if (query.state !== undefined) found = found.where('state', '=', query.state)
    const { total } = await found.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = found.selectAll().orderBy(sort.endsWith('state') ? 'state' : 'asked_at', sort.startsWith('-') ? 'desc' : 'asc').orderBy(sql`asked_at DESC`).orderBy('id')
    if (query.format !== undefined) return listFile('referrals', columns, (await rows.execute()).map(rowOf), query.format)
    const shown = await rows.limit(size).offset((number - 1) * size).execute()
    return { items: shown.map((row) => presentReferral(services, row)), total: Number(total), page: number, size }
  })
})

const one = route(referralContract, async ({ params, asker, services }) => {
  const { person } = actingPerson(asker)
  const row = await services.db.transaction({ role: 'app', person }, (tx) => findReferral(tx, params.id))
  const now = services.clock.now()
  const times = { on: now, known: services.register.head, now }
  const mine = row.state === 'open' && row.asked_of === person
  return {
    ...presentReferral(services, row), question: { ...row.question }, salt: row.salt, digest: row.digest,
    verdict: mine ? presentVerdict(services, may(services.register, { ...row.question, person }, times), row.question, times) : null,
  }
})

export const referralViews: readonly Route[] = [list, one]
