/** Comments of entities on a bulletin, and the answers of those who prepare it: both recorded in the ledger, in one transaction with their row. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, lines } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Act } from '../../../platform/ledger/ledger.ts'
import { commit } from '../../register/index.ts'
import { findBulletin } from '../bulletins.ts'
import { byBulletin } from '../model.ts'
import { mayPrepare, nowTimes, refuseClosedBulletin } from '../standing.ts'

const words = () => lines(4000).min(1, 'Write some words.')

export const commentContract = contract({
  id: 'bulletin.comment', method: 'POST', path: '/api/v1/bulletins/{id}/comments', tag: 'frameworks',
  summary: 'Comment on a bulletin, or on one of its matters, for the entity you serve in.',
  params: byBulletin, body: z.strictObject({ matter: identity().nullable(), words: words() }), answer: z.object({ comment: z.string(), number: z.int() }),
})

export const answerContract = contract({
  id: 'bulletin.answer-comment', method: 'POST', path: '/api/v1/bulletins/{id}/comments/{comment}/answer', tag: 'frameworks',
  summary: 'Answer a comment: accepted or not, with the reason. Whoever commented is told.',
  params: byBulletin.extend({ comment: identity() }), body: z.strictObject({ answer: z.enum(['accepted', 'not-accepted']), words: words() }),
  answer: z.object({ comment: z.string(), number: z.int() }),
})

const comment = route(commentContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const { register } = services
  const post = capacity ?? register.assignmentsOf(person, nowTimes(services))[0]?.post ?? ''
  const entity = register.fact('post', post)?.entity
  if (entity === undefined) {
    throw new Problem(422, 'no-entity', 'You serve in no entity', 'Nothing was recorded. Comments are gathered from entities: only who has a post in one comments for it.')
  }
  const id = randomUUID()
  const number = await commit(services, asker, async (tx) => {
    const bulletin = await findBulletin(tx, params.id)
    refuseClosedBulletin(bulletin)
    const known = [...bulletin.matters.map((matter) => matter.id), ...bulletin.mappings.map(({ from }) => from)]
    if (body.matter !== null && !known.includes(body.matter)) {
      throw new Problem(422, 'no-such-matter', 'The bulletin has no such matter', 'Nothing was recorded. Choose a matter of the bulletin, or comment on the whole.', [
        { field: 'matter', code: 'no-such-matter', message: `There is no matter ${body.matter}.`, remedy: 'Choose one of the bulletin.' },
      ])
    }
    await tx.insertInto('bulletin_comment').values({
      id, bulletin: params.id, entity, person, matter: body.matter, words: body.words, commented_at: services.clock.now(),
      answer: null, answer_words: null, answered_by: null, answered_at: null,
    }).execute()
    const act: Act = {
      kind: 'bulletin-commented', subject: `bulletin:${params.id}`, actor: person, capacity, effectiveAt: null, facts: [],
      details: { comment: id, entity, matter: body.matter, words: body.words }, ...(idempotencyKey === null ? {} : { idempotencyKey }),
    }
    return { acts: [act], notices: [] }
  })
  return { comment: id, number }
})

const answer = route(answerContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  const number = await commit(services, asker, async (tx) => {
    const bulletin = await findBulletin(tx, params.id)
    if (!mayPrepare(services, asker, bulletin.supersedes, bulletin)) {
      throw new Problem(403, 'not-a-preparer', 'Only those who prepare the bulletin answer comments', 'Nothing was recorded. The working group of the bulletin answers.')
    }
    const row = await tx.updateTable('bulletin_comment')
      .set({ answer: body.answer, answer_words: body.words, answered_by: person, answered_at: services.clock.now() })
      .where('id', '=', params.comment).where('bulletin', '=', params.id).where('answer', 'is', null).returning('person').executeTakeFirst()
    if (!row) throw new Problem(409, 'answered', 'There is no such comment still to be answered', 'Nothing was recorded. It was answered meanwhile, or stands on another bulletin.')
    const act: Act = {
      kind: 'bulletin-comment-answered', subject: `bulletin:${params.id}`, actor: person, capacity, effectiveAt: null, facts: [],
      details: { comment: params.comment, answer: body.answer, words: body.words }, ...(idempotencyKey === null ? {} : { idempotencyKey }),
    }
    return { acts: [act], notices: [{ person: row.person, kind: 'bulletin-comment-answered', subject: `bulletin:${params.id}` }] }
  })
  return { comment: params.comment, number }
})

export const commentActs: readonly Route[] = [comment, answer]
