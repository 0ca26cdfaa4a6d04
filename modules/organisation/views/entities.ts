/** The organisation as a tree, and one entity whole: its posts, who holds them, what it stands under. */
import { z } from 'zod'

import type { EntityFact, Times } from '../../../kernel/authority/model.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { nowTimes } from '../../../platform/identity/session-routes.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape, provenanceShape } from '../named.ts'

const entityShape = namedShape.extend({
  parent: z.string().nullable(), category: z.string(), rules: z.array(z.enum(['staff', 'financial'])), provenance: provenanceShape,
})

export const entitiesContract = contract({
  id: 'organisation.entities', method: 'GET', path: '/api/v1/entities', tag: 'organisation', summary: 'All entities, parents before children; by category or words.',
  query: z.strictObject({ category: identity().optional(), q: line(200).optional() }),
  answer: z.object({
    items: z.array(entityShape.extend({ depth: z.int(), head: namedShape.nullable(), headPost: namedShape.nullable(), posts: z.int(), below: z.int() })),
    categories: z.array(z.object({ category: z.string(), entities: z.int() })),
  }),
})

export const entityContract = contract({
  id: 'organisation.entity', method: 'GET', path: '/api/v1/entities/{id}', tag: 'organisation', summary: 'One entity: head, posts and their holders, entities below.',
  params: z.strictObject({ id: identity() }),
  answer: z.object({
    entity: entityShape, path: z.array(namedShape), children: z.array(entityShape),
    head: namedShape.nullable(),
    posts: z.array(namedShape.extend({
      grade: z.string().nullable(), heads: z.boolean(),
      holders: z.array(z.object({ person: namedShape, assignment: z.string(), recorded: z.boolean(), effectiveTo: z.string().nullable(), id: z.string() })),
    })),
    bodies: z.array(namedShape.extend({ quorum: z.int().nullable() })),
  }),
})

const present = (fact: EntityFact): z.infer<typeof entityShape> => ({
  id: fact.id, name: fact.name, names: fact.names, parent: fact.parent, category: fact.category, rules: [...fact.rules], provenance: fact.provenance,
})

const running = (fact: { effectiveFrom: number | null; effectiveTo: number | null }, { on }: Times): boolean =>
  (fact.effectiveFrom === null || fact.effectiveFrom <= on) && (fact.effectiveTo === null || on < fact.effectiveTo)

function effective({ register }: Services, times: Times): EntityFact[] {
  return [...register.facts('entity', times.known)].filter((fact) => running(fact, times))
}

function childrenByParent(entities: readonly EntityFact[]): Map<string | null, EntityFact[]> {
  const known = new Set(entities.map(({ id }) => id))
  const byParent = new Map<string | null, EntityFact[]>()
  for (const entity of entities) {
    const parent = entity.parent !== null && known.has(entity.parent) ? entity.parent : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), entity])
  }
  return byParent
}

function postsByEntity({ register }: Services, times: Times): Map<string, number> {
  const counted = new Map<string, number>()
  for (const post of register.facts('post', times.known)) if (running(post, times)) counted.set(post.entity, (counted.get(post.entity) ?? 0) + 1)
  return counted
}

const listEntities = route(entitiesContract, async ({ query, services }) => {
  const times = nowTimes(services)
  const entities = effective(services, times)
  const byParent = childrenByParent(entities)
  const posts = postsByEntity(services, times)
  const words = query.q?.toLocaleLowerCase()
  const items: z.infer<typeof entitiesContract.answer>['items'] = []
  const wanted = (entity: EntityFact) => (query.category === undefined || entity.category === query.category) &&
    (words === undefined || [entity.id, entity.name, ...Object.values(entity.names)].some((name) => name?.toLocaleLowerCase().includes(words)))
  const visit = (parent: string | null, depth: number): void => {
    for (const entity of byParent.get(parent) ?? []) {
      const head = services.register.headOf(entity.id, times)
      const incumbent = head?.incumbents.find(({ assignment }) => assignment === 'substantive') ?? head?.incumbents[0]
      if (wanted(entity)) {
        items.push({
          ...present(entity), depth, head: incumbent ? named(services.register, 'person', incumbent.person) : null,
          headPost: head ? named(services.register, 'post', head.post.id) : null, posts: posts.get(entity.id) ?? 0, below: byParent.get(entity.id)?.length ?? 0,
        })
      }
      visit(entity.id, depth + 1)
    }
  }
  visit(null, 0)
  const categories = new Map<string, number>()
  for (const { category } of entities) categories.set(category, (categories.get(category) ?? 0) + 1)
  return { items, categories: [...categories].map(([category, count]) => ({ category, entities: count })).sort((a, b) => b.entities - a.entities) }
})

const oneEntity = route(entityContract, async ({ params, services }) => {
  const { register } = services
  const times = nowTimes(services)
  const fact = register.fact('entity', params.id)
  if (!fact) throw new Problem(404, 'no-such-entity', 'No such entity', `The organisation has no entity ${params.id}. Look at the list of entities.`)
  const path: z.infer<typeof namedShape>[] = []
  for (let above = fact.parent; above !== null && path.length < 50;) {
    path.unshift(named(register, 'entity', above))
    above = register.fact('entity', above)?.parent ?? null
  }
  const head = register.headOf(fact.id, times)
  const grades = register.framework(times)?.grades ?? []
  const posts = [...register.facts('post', times.known)].filter((post) => post.entity === fact.id && running(post, times))
    .sort((a, b) => Number(b.heads) - Number(a.heads) || grades.indexOf(b.grade ?? '') - grades.indexOf(a.grade ?? '') || a.title.localeCompare(b.title))
  return {
    entity: present(fact), path,
    children: effective(services, times).filter(({ parent }) => parent === fact.id).map(present),
    head: head?.incumbents[0] ? named(register, 'person', head.incumbents[0].person) : null,
    posts: posts.map((post) => ({
      ...named(register, 'post', post.id), grade: post.grade, heads: post.heads,
      holders: register.incumbents(post.id, times).map((held) => ({
        id: held.id, person: named(register, 'person', held.person), assignment: held.assignment, recorded: held.assignment === 'substantive' || held.instrument !== null,
        effectiveTo: held.effectiveTo === null ? null : new Date(held.effectiveTo).toISOString(),
      })),
    })),
    bodies: [...register.facts('body', times.known)].filter((body) => body.entity === fact.id && running(body, times))
      .map((body) => ({ id: body.id, name: body.name, names: body.names, quorum: body.quorum })),
  }
})

export const entityRoutes: readonly Route[] = [listEntities, oneEntity]
