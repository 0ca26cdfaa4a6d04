/** Officers-in-charge and acting holders (rule 14): status alone grants nothing, so the authority to act is itself recorded, with its dates. */
import { z } from 'zod'

import type { AssignmentFact } from '../../../kernel/authority/model.ts'
import { endOfDay, startOfDay, dateOf } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { calendarDate, identity } from '../../../platform/http/parse.ts'
import { Problem, type FieldError } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit } from '../commit.ts'
import { zoneOf } from '../times.ts'

const day = 24 * 60 * 60 * 1000

export const designateContract = contract({
  id: 'acting.designate', method: 'POST', path: '/api/v1/acting', tag: 'register',
  summary: 'Record that somebody acts in a post I hold substantively, between two days, with matters excluded. They may decide; they pass nothing on.',
  body: z.strictObject({
    post: identity(), person: identity(), kind: z.enum(['officer-in-charge', 'acting']),
    from: calendarDate(), until: calendarDate(), excludes: z.array(identity()).max(200),
  }),
  answer: z.object({ assignment: z.string(), instrument: z.string(), number: z.int() }),
})

export const endActingContract = contract({
  id: 'acting.end', method: 'POST', path: '/api/v1/acting/{id}/end', tag: 'register', summary: 'End an acting authority now.',
  params: z.strictObject({ id: identity() }), body: z.strictObject({}), answer: z.object({ ended: z.string(), number: z.int() }),
})

type Designation = z.infer<typeof designateContract.body>

function problemsOf(services: Services, wanted: Designation, signatory: string, from: number, to: number, now: number): FieldError[] {
  const { register } = services
  const times = { on: now, known: register.head, now }
  const problems: FieldError[] = []
  const wrong = (field: string, code: string, message: string, remedy: string) => problems.push({ field, code, message, remedy })
  const post = register.fact('post', wanted.post)
  if (!post) wrong('post', 'unknown-post', 'The register knows no such post.', 'Choose a post of the organisation.')
  else if (!register.incumbents(post.id, times).some((held) => held.person === signatory && held.assignment === 'substantive')) {
    wrong('post', 'not-your-post', 'You do not hold this post substantively now.', 'Choose a post you hold; for others its holder signs.')
  }
  if (!register.fact('person', wanted.person)?.staff) wrong('person', 'unknown-person', 'The register knows no such member of staff.', 'Choose a member of staff.')
  if (wanted.person === signatory) wrong('person', 'self-delegation', 'You hold the post already.', 'Choose somebody else.')
  if (to <= from) wrong('until', 'dates-reversed', 'The last day lies before the first.', 'Give a last day on or after the first.')
  if (to <= now) wrong('until', 'retroactive', 'The last day is past: authority is not given backwards.', 'Give a day to come.')
  if (from < startOfDay(dateOf(now, zoneOf(services, now)), zoneOf(services, now))) wrong('from', 'retroactive', 'The first day is past: authority is not given backwards.', 'Begin today or later.')
  const longest = register.framework(times)?.longestActingDays ?? null
  if (longest !== null && to - from > longest * day) wrong('until', 'too-long', `Acting authority lasts at most ${longest} days.`, `Give a last day within ${longest} days.`)
  for (const matter of wanted.excludes) if (!register.fact('matter', matter)) wrong('excludes', 'no-such-matter', `The catalogue has no matter ${matter}.`, 'Choose matters of the catalogue.')
  return problems
}

const designate = route(designateContract, async ({ body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const now = services.clock.now()
  const zone = zoneOf(services, now)
  const from = body.from === dateOf(now, zone) ? now : startOfDay(body.from, zone)
  const to = endOfDay(body.until, zone)
  const problems = problemsOf(services, body, person, from, to, now)
  if (problems.length > 0) throw new Problem(422, 'cannot-be-designated', 'The acting authority cannot be recorded', 'Nothing was changed. Correct the fields named.', problems)
  const id = `${body.person}/${body.post}/${body.kind}/${dateOf(from, zone)}`
  const instrument = `acting:${id}`
  const fact: AssignmentFact = {
    kind: 'assignment', id, person: body.person, post: body.post, assignment: body.kind, instrument, excludes: body.excludes, contract: null, effectiveFrom: from, effectiveTo: to,
  }
  const number = await commit(services, asker, async () => ({
    acts: [{
      kind: 'acting-designated', subject: `assignment:${id}`, actor: person, capacity, effectiveAt: from, facts: [fact], details: {},
      ...(idempotencyKey === null ? {} : { idempotencyKey }),
    }],
    notices: [{ person: body.person, kind: 'acting-designated', subject: id }],
  }))
  return { assignment: id, instrument, number }
})

const end = route(endActingContract, async ({ params, asker, services }) => {
  const { person, capacity } = actingPerson(asker)
  const now = services.clock.now()
  const known = services.register.head
  const times = { on: now, known, now }
  const fact = services.register.fact('assignment', params.id)
  if (!fact || fact.assignment === 'substantive' || (fact.effectiveTo !== null && fact.effectiveTo <= now)) {
    throw new Problem(404, 'no-such-acting', 'No such acting authority is running', 'Nothing was changed. Look at the post: it shows who acts in it.')
  }
  const mine = fact.person === person || services.register.incumbents(fact.post, times).some((held) => held.person === person && held.assignment === 'substantive')
  if (!mine) throw new Problem(422, 'step-closed', 'This step is not open to you', 'Nothing was changed. The holder of the post, or the person acting, can end it.')
  const number = await commit(services, asker, async (tx) => {
    await assertCurrent(tx, [fact], known, 'assignment_version')
    return {
      acts: [{ kind: 'acting-ended', subject: `assignment:${fact.id}`, actor: person, capacity, effectiveAt: now, facts: [{ ...fact, effectiveTo: Math.max(now, (fact.effectiveFrom ?? now) + 1) }], details: {} }],
      notices: [{ person: fact.person, kind: 'acting-ended', subject: fact.id }],
    }
  })
  return { ended: fact.id, number }
})

export const actingRoutes: readonly Route[] = [designate, end]
