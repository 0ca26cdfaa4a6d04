/** Closing a finding by an act, or passing it on: the risk is borne until a date, the mistake was honest and is a lesson, it was put right. */
import { z } from 'zod'

import type { Instant } from '../../../kernel/authority/model.ts'
import { endOfDay } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract, type BodyOf } from '../../../platform/http/contract.ts'
import { calendarDate, identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Act, Notice } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { zoneOf } from '../../register/index.ts'
import { iso } from '../shapes.ts'
import type { FindingRow } from '../recorded.ts'
import type { HistoryStep } from '../tables.ts'
import { closesByItself, findFinding, findingParams, mayActOn } from '../views/one-finding.ts'

const words = lines(2000).min(10, 'Say it in at least ten characters.')

export const closeContract = contract({
  id: 'findings.close', method: 'POST', path: '/api/v1/findings/{id}/close', tag: 'findings',
  summary: 'Close a finding: the risk is accepted until a date, it was an honest mistake and a lesson, or it was put right.',
  params: findingParams,
  body: z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('accepted'), until: calendarDate(), words }),
    z.strictObject({ how: z.literal('lesson'), words }),
    z.strictObject({ how: z.literal('mended'), words }),
  ]),
  answer: z.object({ state: z.string(), number: z.int() }),
})

export const passOnContract = contract({
  id: 'findings.pass-on', method: 'POST', path: '/api/v1/findings/{id}/pass-on', tag: 'findings', summary: 'Make a finding somebody else’s to close.',
  params: findingParams, body: z.strictObject({ to: identity(), words: lines(2000).nullable() }), answer: z.object({ owner: z.string(), number: z.int() }),
})

const longestAcceptance = 366 * 86_400_000

/** Throws unless the finding is open and the asker's to act on. */
function assertMine(asker: Asker, row: FindingRow): void {
  if (!mayActOn(asker, row)) {
    throw new Problem(403, 'not-yours-to-close', 'This finding is not yours to close', 'Nothing was changed. Its owner or a monitor of the register can close it or pass it on.')
  }
  if (row.state !== 'open') throw new Problem(409, 'not-open', 'The finding is not open', 'Nothing was changed. It has been closed meanwhile; read it again.')
}

function untilOf(services: Services, body: BodyOf<typeof closeContract>, now: Instant): Instant | null {
  if (body.how !== 'accepted') return null
  const until = endOfDay(body.until, zoneOf(services, now))
  if (until > now && until <= now + longestAcceptance) return until
  throw new Problem(400, 'does-not-fit', 'The date does not fit', 'Nothing was changed. Choose another date.', [{
    field: 'until', code: 'until', message: 'A risk is accepted for at least until today and for at most a year.', remedy: 'Enter a date within the next twelve months.',
  }])
}

interface Taken {
  readonly step: HistoryStep
  readonly words: string | null
  readonly until: Instant | null
  readonly to: string | null
}

const actOf = (kind: string, asker: Extract<Asker, { kind: 'person' }>, row: FindingRow, { words: said, until, to }: Taken, key: string | null, notices: readonly Notice[]): Act => ({
  kind, subject: `finding:${row.id}`, actor: asker.person, capacity: asker.capacity, effectiveAt: null, facts: [],
  details: { rule: row.rule, about: `${row.subject_kind}:${row.subject}`, words: said, ...(until === null ? {} : { until: iso(until) }), ...(to === null ? {} : { to }) },
  ...(notices.length === 0 ? {} : { notices }), ...(key === null ? {} : { idempotencyKey: key }),
})

const close = route(closeContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const now = services.clock.now()
  const until = untilOf(services, body, now)
  const events = await services.db.transaction({ role: 'app', person: acting.person }, async (tx) => {
    await tx.selectFrom('finding').select('id').where('id', '=', String(params.id)).forUpdate().execute()
    const row = await findFinding(tx, services, asker, params.id)
    assertMine(asker, row)
    if (body.how === 'mended' && closesByItself(row)) {
      throw new Problem(409, 'still-there', 'What was found is still there', 'Nothing was changed. Take the step the finding names; once its cause is gone it closes by itself.')
    }
    await tx.updateTable('finding').set({ state: body.how, words: body.words, accepted_to: until, closed_at: now, closed_by: acting.person }).where('id', '=', row.id).execute()
    await tx.insertInto('finding_history').values({ finding: row.id, happened_at: now, step: body.how, by: acting.person, words: body.words, until_at: until, to_person: null }).execute()
    return services.record(tx, [actOf(`finding-${body.how}`, acting, row, { step: body.how, words: body.words, until, to: null }, idempotencyKey, [])])
  })
  return { state: body.how, number: await services.ledger.settled(events) }
})

const passOn = route(passOnContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const now = services.clock.now()
  const person = services.register.fact('person', body.to)
  if (person === null || (person.effectiveTo !== null && person.effectiveTo <= now)) {
    throw new Problem(400, 'does-not-fit', 'This person cannot take it', 'Nothing was changed. Choose somebody else.', [{
      field: 'to', code: 'unknown-reference', message: 'There is no such person here now.', remedy: 'Choose somebody who serves today.',
    }])
  }
  const events = await services.db.transaction({ role: 'app', person: acting.person }, async (tx) => {
    await tx.selectFrom('finding').select('id').where('id', '=', String(params.id)).forUpdate().execute()
    const row = await findFinding(tx, services, asker, params.id)
    assertMine(asker, row)
    await tx.updateTable('finding').set({ owner: person.id }).where('id', '=', row.id).execute()
    await tx.insertInto('finding_history')
      .values({ finding: row.id, happened_at: now, step: 'passed-on', by: acting.person, words: body.words, until_at: null, to_person: person.id }).execute()
    const notices = [{ person: person.id, kind: 'finding-passed-on', subject: `finding:${row.id}`, payload: {} }]
    return services.record(tx, [actOf('finding-passed-on', acting, row, { step: 'passed-on', words: body.words, until: null, to: person.id }, idempotencyKey, notices)])
  })
  return { owner: person.id, number: await services.ledger.settled(events) }
})

export const closeRoutes: readonly Route[] = [close, passOn]
