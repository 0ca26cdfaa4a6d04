/**
 * The three searches: who may decide this there, where may they decide it, what may they decide there. What they find is what an evaluation
 * of the same says `true` to; so whoever names a time in the context finds nothing.
 */
import { whoMay } from '../../../kernel/authority/who-may.ts'
import { contract } from '../../../platform/http/contract.ts'
import { route, WrittenAnswer } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { asFreshAs, knownHeader } from '../as-fresh-as.ts'
import { decideFor, kindOf, matterOf, presentTimes, type Asked, type Matter } from '../ask.ts'
import { actionOf, contextOf, resourceDetails, resourceOf, subjectOf, typeOf, type Context, type Resource } from '../entities.ts'
import { objectOf, type JsonObject } from '../misfit.ts'
import { pageOf, pagingOf } from '../paging.ts'
import { actionsAnswer, actionSearchBody, entitiesAnswer, resourceSearchBody, subjectSearchBody } from '../shapes.ts'
import { takeTurns } from '../turns.ts'
import { stoodOn } from './evaluation.ts'

/** Those of the candidates for which it holds, without holding others up. */
async function those(candidates: Iterable<string>, holds: (id: string) => boolean): Promise<string[]> {
  const turns = await takeTurns()
  const found: string[] = []
  for (const id of candidates) {
    if (turns.over()) await turns.next()
    if (holds(id)) found.push(id)
  }
  return found
}

function* idsOf({ register }: Services, kind: 'entity' | 'matter', { times }: Asked): Iterable<string> {
  for (const { id } of register.facts(kind, times.known)) yield id
}

const namesATime = ({ on, known }: Context): boolean => on !== undefined || known !== undefined

/** Posts and bodies that a delegation on the matter names. */
function holdersOf({ register }: Services, kind: 'post' | 'body', { matter }: Matter, { times }: Asked): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { holder, post } of register.linked('matter', matter, times)) {
    if (kind === 'post' && post !== null) ids.add(post)
    if (kind === 'body' && holder.kind === 'body') ids.add(holder.body)
  }
  return ids
}

async function subjectsFound(services: Services, kind: string, matter: Matter, { capacity }: Context, present: Asked): Promise<readonly string[]> {
  switch (kind) {
    case 'person': {
      const { people } = whoMay(services.register, capacity === undefined ? matter : { ...matter, capacity }, present.times)
      return [...new Set(people.map(({ person }) => person))]
    }
    case 'post':
    case 'body':
      return those(holdersOf(services, kind, matter, present), (id) => decideFor(services, kind, id, capacity, matter, present).permitted)
    default:
      return []
  }
}

interface Found {
  readonly ids: readonly string[]
  readonly result: (id: string) => object
}

/** What all searches share: freshness, the page, the answer. */
async function answerSearch(
  searched: string, body: unknown, services: Services, header: (name: string) => string | undefined,
  find: (request: JsonObject, present: Asked) => Promise<Found>,
): Promise<WrittenAnswer> {
  const request = objectOf(body, 'body')
  const paging = pagingOf(searched, request)
  await asFreshAs(services, header(knownHeader))
  const present = presentTimes(services)
  const { ids, result } = await find(request, present)
  const { ids: shown, page } = pageOf(ids, paging)
  return new WrittenAnswer(JSON.stringify({ results: shown.map(result), page }), stoodOn(present))
}

const common = { method: 'POST', tag: 'authzen', question: true, refusals: 'text' } as const

const subjectSearchContract = contract({
  ...common, id: 'authzen.search-subject', path: '/access/v1/search/subject', body: subjectSearchBody, answer: entitiesAnswer,
  summary: 'AuthZEN 1.0 subject search: which persons, posts or bodies may take this decision there, now.',
})

const subjects = route(subjectSearchContract, ({ body, services, header }) => answerSearch('subject', body, services, header, async (request, present) => {
  const type = typeOf(request.subject, 'subject')
  const [action, resource, context] = [actionOf(request.action), resourceOf(request.resource), contextOf(request.context)]
  const nowhere = kindOf(services, resource.type) !== 'entity' || namesATime(context)
  const matter = matterOf({ action, resource, context })
  return { ids: nowhere ? [] : await subjectsFound(services, kindOf(services, type), matter, context, present), result: (id) => ({ type, id }) }
}))

const resourceSearchContract = contract({
  ...common, id: 'authzen.search-resource', path: '/access/v1/search/resource', body: resourceSearchBody, answer: entitiesAnswer,
  summary: 'AuthZEN 1.0 resource search: in which entities the subject may take this decision, now.',
})

const resources = route(resourceSearchContract, ({ body, services, header }) => answerSearch('resource', body, services, header, async (request, present) => {
  const type = typeOf(request.resource, 'resource')
  const [subject, action, context, details] = [
    subjectOf(request.subject), actionOf(request.action), contextOf(request.context), resourceDetails(request.resource),
  ]
  const may = (id: string): boolean => {
    const resource: Resource = { type, id, ...details }
    return decideFor(services, kindOf(services, subject.type), subject.id, context.capacity, matterOf({ action, resource, context }), present).permitted
  }
  const nowhere = kindOf(services, type) !== 'entity' || namesATime(context)
  return { ids: nowhere ? [] : await those(idsOf(services, 'entity', present), may), result: (id) => ({ type, id }) }
}))

const actionSearchContract = contract({
  ...common, id: 'authzen.search-action', path: '/access/v1/search/action', body: actionSearchBody, answer: actionsAnswer,
  summary: 'AuthZEN 1.0 action search: which matters the subject may decide there, now.',
})

const actions = route(actionSearchContract, ({ body, services, header }) => answerSearch('action', body, services, header, async (request, present) => {
  const [subject, resource, context] = [subjectOf(request.subject), resourceOf(request.resource), contextOf(request.context)]
  const may = (name: string): boolean => {
    const matter = matterOf({ action: { name, facts: null }, resource, context })
    return decideFor(services, kindOf(services, subject.type), subject.id, context.capacity, matter, present).permitted
  }
  const nowhere = kindOf(services, resource.type) !== 'entity' || namesATime(context)
  return { ids: nowhere ? [] : await those(idsOf(services, 'matter', present), may), result: (name) => ({ name }) }
}))

export const searches = [subjects, resources, actions]
