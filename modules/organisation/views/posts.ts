/** One post whole: where it sits, who has held it and holds it now, what is delegated to it. */
import { z } from 'zod'

import type { AssignmentFact, Times } from '../../../kernel/authority/model.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { nowTimes } from '../../../platform/identity/session-routes.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape, provenanceShape } from '../named.ts'

export const postContract = contract({
  id: 'organisation.post',
  method: 'GET',
  path: '/api/v1/posts/{id}',
  tag: 'organisation',
  summary: 'One post: entity, grade, holders running and past, delegations to it.',
  params: z.strictObject({ id: identity() }),
  answer: z.object({
    post: namedShape.extend({
      grade: z.string().nullable(),
      heads: z.boolean(),
      effectiveFrom: z.string().nullable(),
      effectiveTo: z.string().nullable(),
    }),
    entity: namedShape.extend({ provenance: provenanceShape.nullable() }),
    path: z.array(namedShape),
    holders: z.array(
      z.object({
        id: z.string(),
        person: namedShape,
        assignment: z.string(),
        recorded: z.boolean(),
        effectiveFrom: z.string().nullable(),
        effectiveTo: z.string().nullable(),
        running: z.boolean(),
      }),
    ),
    /** Delegations to the post that have not ended; the register lists them. */
    delegations: z.int(),
  }),
})

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const presentHolder = ({ register }: Services, held: AssignmentFact, { on }: Times) => ({
  id: held.id,
  person: named(register, 'person', held.person),
  assignment: held.assignment,
  recorded: held.assignment === 'substantive' || held.instrument !== null,
  effectiveFrom: iso(held.effectiveFrom),
  effectiveTo: iso(held.effectiveTo),
  running: (held.effectiveFrom === null || held.effectiveFrom <= on) && (held.effectiveTo === null || on < held.effectiveTo),
})

function delegationsTo({ register }: Services, post: string, times: Times): number {
  let standing = 0
  for (const row of register.linked('post', post, times)) {
    const { endedAt, effectiveTo } = row.fact()
    if ((endedAt === null || endedAt > times.on) && (effectiveTo === null || effectiveTo > times.on)) standing += 1
  }
  return standing
}

/** Entities from the top down to the one the post sits in. */
function pathTo({ register }: Services, entity: string) {
  const path = [named(register, 'entity', entity)]
  for (let above = register.fact('entity', entity)?.parent ?? null; above !== null && path.length < 50;) {
    path.unshift(named(register, 'entity', above))
    above = register.fact('entity', above)?.parent ?? null
  }
  return path
}

const onePost = route(postContract, async ({ params, services }) => {
  const { register } = services
  const times = nowTimes(services)
  const post = register.fact('post', params.id)
  if (!post) throw new Problem(404, 'no-such-post', 'No such post', `The organisation has no post ${params.id}. Look it up in its entity.`)
  return {
    post: {
      ...named(register, 'post', post.id),
      grade: post.grade,
      heads: post.heads,
      effectiveFrom: iso(post.effectiveFrom),
      effectiveTo: iso(post.effectiveTo),
    },
    entity: { ...named(register, 'entity', post.entity), provenance: register.fact('entity', post.entity)?.provenance ?? null },
    path: pathTo(services, post.entity),
    holders: [...register.assignmentsTo(post.id, times.known)]
      .sort((a, b) => (b.effectiveFrom ?? 0) - (a.effectiveFrom ?? 0))
      .map((held) => presentHolder(services, held, times)),
    delegations: delegationsTo(services, post.id, times),
  }
})

export const postRoutes: readonly Route[] = [onePost]
