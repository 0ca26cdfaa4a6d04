/** My mandate: what waits for me, what I may decide, what I passed on, what is about to end, what changed. */
import { z } from 'zod'

import { delegationsOfPerson } from '../../../kernel/authority/holds.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { inheritedBy } from '../acts/confirm-inherited.ts'
import { absenceNow } from '../acts/record-absence.ts'
import { listDrafts, presentHandOver } from '../drafts.ts'
import { openSteps } from '../open-steps.ts'
import { iso, named, summary } from '../present.ts'
import { presentReferral, referralsContract } from './referrals.ts'
import { delegationSummary, handedOver, named as namedShape, timesAnswered } from '../shapes.ts'
import { answerTimes } from '../times.ts'
import { holdsContract, presentHoldings } from './ask.ts'

const day = 24 * 60 * 60 * 1000
const endsSoon = 60 * day

const noticeShape = z.object({ id: z.string(), kind: z.string(), subject: z.string(), about: namedShape.nullable(), at: z.string(), read: z.boolean() })

export const homeContract = contract({
  id: 'register.home', method: 'GET', path: '/api/v1/home', tag: 'register', summary: 'My mandate, for the person signed in.',
  answer: z.object({
    person: namedShape, times: timesAnswered,
    /** I am recorded as away now. */
    absence: z.object({ id: z.string(), absence: z.string(), from: z.string(), to: z.string().nullable() }).nullable(),
    waiting: z.object({
      /** Delegations I can accept, the oldest first. */
      acceptances: z.array(delegationSummary.extend({ signedAt: z.string().nullable() })),
      drafts: z.array(z.object({ id: z.string(), title: z.string().nullable(), lines: z.int(), entity: namedShape.nullable(), preparedBy: namedShape, handedOver: handedOver.nullable(), updatedAt: z.string() })),
      /** Decisions others referred to me, the oldest first. */
      referrals: referralsContract.answer.shape.items,
      /** How many of my predecessors' delegations I have neither confirmed nor withdrawn. */
      inherited: z.int(),
    }),
    holds: holdsContract.answer.shape.holds,
    /** Passed on by me or from my posts, running. */
    passedOn: z.array(delegationSummary),
    passedOnTotal: z.int(),
    /** What I hold or passed on that ends within 60 days. */
    ending: z.array(delegationSummary.extend({ endsAt: z.string() })),
    notices: z.array(noticeShape),
  }),
})

export const readNoticesContract = contract({
  id: 'notice.read', method: 'POST', path: '/api/v1/notices/read', tag: 'register', summary: 'Mark my notices as read.', body: z.strictObject({}), answer: z.object({ read: z.int() }),
})

const running = (fact: DelegationFact, { on }: Times): boolean => [fact.endedAt, fact.effectiveTo, fact.fallsAt].every((end) => end === null || end > on)

const endOf = (fact: DelegationFact): number => Math.min(fact.endedAt ?? Infinity, fact.effectiveTo ?? Infinity, fact.fallsAt ?? Infinity)

/** What was passed on from the delegations I hold: by me, or by whoever held my posts before. */
function passedOnFrom({ register }: Services, held: readonly string[], times: Times): DelegationFact[] {
  return held.flatMap((id) => register.children(id)).filter((fact) => running(fact, times))
}

async function mine(services: Services, person: string) {
  return services.db.transaction({ role: 'app', person }, async (tx) => ({
    drafts: await listDrafts(tx),
    referrals: await tx.selectFrom('referral').selectAll().where('asked_of', '=', person).where('state', '=', 'open').orderBy('asked_at').limit(100).execute(),
    notices: await tx.selectFrom('notice').select(['id', 'kind', 'subject', 'created_at', 'read_at']).orderBy('id', 'desc').limit(30).execute(),
  }))
}

const home = route(homeContract, async ({ asker, services }) => {
  const acting = actingPerson(asker)
  const { register } = services
  const now = services.clock.now()
  const times: Times = { on: now, known: register.head, now }
  const show = (fact: DelegationFact) => summary(register, fact, times)
  const { drafts, referrals, notices } = await mine(services, acting.person)
  const linked = delegationsOfPerson(register, acting.person, times)
  const acceptable = linked.filter((fact) => fact.acceptedAt === null && running(fact, times) &&
    openSteps(register, fact, acting, times).some(({ step, open }) => step === 'accept' && open))
  const holdings = presentHoldings(services, acting.person, times)
  const passedOn = passedOnFrom(services, holdings.map(({ delegation }) => delegation.id), times)
  const ending = [...holdings.map(({ delegation }) => register.fact('delegation', delegation.id)!), ...passedOn]
    .filter((fact) => endOf(fact) > now && endOf(fact) <= now + endsSoon).sort((a, b) => endOf(a) - endOf(b))
  return {
    person: named(register, 'person', acting.person), times: answerTimes(services, times),
    absence: absenceNow(register, acting.person, times),
    waiting: {
      acceptances: acceptable.sort((a, b) => (a.signedAt ?? 0) - (b.signedAt ?? 0)).slice(0, 100).map((fact) => ({ ...show(fact), signedAt: fact.signedAt === null ? null : iso(fact.signedAt) })),
      drafts: drafts.map((draft) => ({
        id: draft.id, title: draft.body.title, lines: draft.body.lines.length + draft.body.withdraws.length,
        entity: draft.body.entity === null ? null : named(register, 'entity', draft.body.entity),
        preparedBy: named(register, 'person', draft.preparedBy), handedOver: presentHandOver(register, draft.handedOver), updatedAt: iso(draft.updatedAt),
      })),
      referrals: referrals.map((row) => presentReferral(services, row)),
      inherited: inheritedBy(register, acting, times).length,
    },
    holds: holdings,
    passedOn: passedOn.slice(0, 200).map(show), passedOnTotal: passedOn.length,
    ending: ending.slice(0, 100).map((fact) => ({ ...show(fact), endsAt: iso(endOf(fact)) })),
    notices: notices.map((notice) => {
      const fact = register.fact('delegation', notice.subject)
      return { id: notice.id, kind: notice.kind, subject: notice.subject, about: fact ? named(register, 'matter', fact.matter) : null, at: iso(notice.created_at), read: notice.read_at !== null }
    }),
  }
})

const readNotices = route(readNoticesContract, async ({ asker, services }) => {
  const { person } = actingPerson(asker)
  const result = await services.db.transaction({ role: 'app', person }, (tx) =>
    tx.updateTable('notice').set({ read_at: services.clock.now() }).where('person', '=', person).where('read_at', 'is', null).executeTakeFirst())
  return { read: Number(result.numUpdatedRows) }
})

export const homeRoutes: readonly Route[] = [home, readNotices]
