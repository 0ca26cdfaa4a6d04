/**
 * A minute of a body (rule 6): who was present, who stood back, and on what, recorded by one of its members. It decides nothing by itself: the
 * body's decision is recorded with it, and judged by its quorum and by whoever of those present stands to gain.
 */
import { z } from 'zod'

import type { BodyFact, MinuteFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { startOfDay } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract, type BodyOf } from '../../../platform/http/contract.ts'
import { calendarDate, identity, line } from '../../../platform/http/parse.ts'
import { Problem, type FieldError } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import { assertCurrent } from '../../../platform/ledger/chain-locks.ts'
import { commit } from '../commit.ts'
import { zoneOf } from '../times.ts'

export const minuteContract = contract({
  id: 'minute.record', method: 'POST', path: '/api/v1/bodies/{id}/minutes', tag: 'register', summary: 'Record a minute of a body I am a member of. POST /api/v1/exercises then records what it decided.',
  params: z.strictObject({ id: identity() }),
  body: z.strictObject({
    minute: identity().describe('Its number, by which the decision names it.'), matter: identity(), heldOn: calendarDate(), circulated: z.boolean().optional(),
    present: z.array(identity()).min(1, 'Name who was present.').max(200), recused: z.array(identity()).max(200).optional().describe('Of those present, who stood back.'),
    subject: line(200).optional().describe('The contract, requirement or case it decided on.'),
  }),
  answer: z.object({ minute: z.string(), number: z.int() }),
})

/** Holds one of its posts, substantively or by a recorded designation to act. */
export const isMember = (register: Register, body: BodyFact, person: string, times: Times): boolean =>
  register.assignmentsOf(person, times).some((held) => body.members.includes(held.post) && (held.assignment === 'substantive' || held.instrument !== null))

function problemsOf(register: Register, body: BodyFact, given: BodyOf<typeof minuteContract>, heldAt: number, times: Times): FieldError[] {
  const problems: FieldError[] = []
  const wrong = (field: string, code: string, message: string, remedy: string) => problems.push({ field, code, message, remedy })
  if (register.fact('minute', given.minute)) wrong('minute', 'minute-known', 'A minute of this number is recorded already.', 'Give its own number; what is recorded is corrected by import.')
  if (!register.fact('matter', given.matter)) wrong('matter', 'unknown-matter', 'The catalogue has no such matter.', 'Give a code of the catalogue.')
  if (heldAt > times.now) wrong('heldOn', 'in-the-future', 'The body has not met yet.', 'Give the day it met.')
  const then = { ...times, on: Math.min(heldAt, times.now) }
  for (const [field, people] of [['present', given.present], ['recused', given.recused ?? []]] as const) {
    if (new Set(people).size < people.length) wrong(field, 'twice', 'Somebody is named twice.', 'Name each person once.')
    for (const person of new Set(people)) {
      if (!isMember(register, body, person, then)) wrong(field, 'not-a-member', `${person} held no post of the body on that day.`, 'Name members only, by their id.')
    }
  }
  for (const person of given.recused ?? []) if (!given.present.includes(person)) wrong('recused', 'not-present', `${person} is not named as present.`, 'Who stood back was there: name them as present too.')
  return problems
}

export const recordMinute = route(minuteContract, async ({ params, body: given, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const { register, clock } = services
  const now = clock.now()
  const times: Times = { on: now, known: register.head, now }
  const body = register.fact('body', params.id)
  if (!body) throw new Problem(404, 'no-such-body', 'No such body', `Nothing was recorded. The register holds no body ${params.id}; search finds it.`)
  if (!isMember(register, body, person, times)) {
    throw new Problem(403, 'members-only', 'A body’s members record its minutes', `Nothing was recorded. Ask whoever holds one of its posts: ${body.members.join(', ') || 'none is recorded'}.`)
  }
  const heldAt = startOfDay(given.heldOn, zoneOf(services, now))
  const problems = problemsOf(register, body, given, heldAt, times)
  if (problems.length > 0) throw new Problem(422, 'cannot-be-recorded', 'The minute cannot be recorded', 'Nothing was changed. Correct the fields named.', problems)
  const fact: MinuteFact = {
    kind: 'minute', id: given.minute, body: body.id, matter: given.matter, heldAt, circulated: given.circulated ?? false, present: given.present,
    recused: given.recused ?? [], subject: given.subject ?? null, effectiveFrom: null, effectiveTo: null,
  }
  const number = await commit(services, asker, async (tx) => {
    await assertCurrent(tx, [fact], times.known, 'minute_version')
    return {
      acts: [{
        kind: 'minute-recorded', subject: `minute:${fact.id}`, actor: person, capacity, effectiveAt: heldAt, facts: [fact], details: {},
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: [],
    }
  })
  return { minute: fact.id, number }
})
