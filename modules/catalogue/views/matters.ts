/** The catalogue of matters under the framework in force, and one matter whole. */
import { z } from 'zod'

import type { MatterFact } from '../../../kernel/authority/model.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, money } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape, provenanceShape } from '../../organisation/index.ts'

/** A post, body or person of the organisation, or words that name nobody recorded. */
const whoShape = namedShape.extend({ kind: z.enum(['post', 'body', 'person', 'words']) })

const matterShape = namedShape.extend({
  framework: z.string(), area: z.string(), rules: z.enum(['staff', 'financial']).nullable(), citation: z.string().nullable(), acceptance: z.enum(['before-use', 'after']),
  delegable: z.enum(['yes', 'once', 'no']), reservedTo: whoShape, personalOnly: z.boolean(), dimensions: z.array(z.string()), basis: z.string(), provenance: provenanceShape,
  description: z.string().nullable(),
})

export const mattersContract = contract({
  id: 'catalogue.matters', method: 'GET', path: '/api/v1/matters', tag: 'catalogue', summary: 'The matters of the catalogue, by area or words, with how many delegations each has.',
  query: z.strictObject({ area: identity().optional(), q: line(200).optional() }),
  answer: z.object({
    framework: z.object({ id: z.string(), title: z.string(), zone: z.string(), grades: z.array(z.string()), fallDefault: z.string(), longestActingDays: z.int().nullable(), acceptWithinDays: z.int(), effectiveFrom: z.string().nullable() }).nullable(),
    areas: z.array(z.object({ area: z.string(), matters: z.int() })),
    items: z.array(matterShape.extend({ delegations: z.int() })),
  }),
})

export const matterContract = contract({
  id: 'catalogue.matter', method: 'GET', path: '/api/v1/matters/{id}', tag: 'catalogue', summary: 'One matter: what it needs, what it obliges to, who advises.',
  params: z.strictObject({ id: identity() }),
  answer: z.object({
    matter: matterShape.extend({
      prerequisites: z.array(z.object({ credential: z.string(), onLapse: z.string(), graceDays: z.int().optional() })),
      preconditions: z.array(z.object({ kind: z.string(), fact: z.string(), over: money().optional(), givenBy: z.array(whoShape) })),
      advisers: z.array(whoShape), notChecked: z.array(z.string()), obligations: z.array(z.string()),
    }),
    delegations: z.int(),
  }),
})

function whoever({ register }: Services, id: string): z.infer<typeof whoShape> {
  const kind = (['post', 'body', 'person'] as const).find((each) => register.fact(each, id))
  return kind ? { ...named(register, kind, id), kind } : { id, name: id, names: {}, kind: 'words' }
}

const present = (services: Services, fact: MatterFact): z.infer<typeof matterShape> => ({
  id: fact.id, name: fact.name, names: fact.names, framework: fact.framework, area: fact.area, rules: fact.rules, citation: fact.citation, acceptance: fact.acceptance,
  delegable: fact.delegable, reservedTo: whoever(services, fact.reservedTo), personalOnly: fact.personalOnly, dimensions: [...fact.dimensions], basis: fact.basis, provenance: fact.provenance,
  description: fact.description,
})

const listMatters = route(mattersContract, async ({ query, services }) => {
  const { register, clock } = services
  const now = clock.now()
  const framework = register.framework({ on: now, known: register.head, now })
  const all = [...register.facts('matter')]
  const words = query.q?.toLocaleLowerCase()
  const wanted = all.filter((matter) => (query.area === undefined || matter.area === query.area) &&
    (words === undefined || [matter.id, matter.name, ...Object.values(matter.names)].some((name) => name?.toLocaleLowerCase().includes(words))))
  const areas = new Map<string, number>()
  for (const { area } of all) areas.set(area, (areas.get(area) ?? 0) + 1)
  return {
    framework: framework && {
      id: framework.id, title: framework.title, zone: framework.zone, grades: [...framework.grades], fallDefault: framework.fallDefault,
      longestActingDays: framework.longestActingDays, acceptWithinDays: framework.acceptWithinDays,
      effectiveFrom: framework.effectiveFrom === null ? null : new Date(framework.effectiveFrom).toISOString(),
    },
    areas: [...areas].map(([area, matters]) => ({ area, matters })),
    items: wanted.map((matter) => ({ ...present(services, matter), delegations: running(services, matter.id) })),
  }
})

function running({ register, clock }: Services, matter: string): number {
  const now = clock.now()
  return register.delegationsOnMatter(matter).filter(({ endedAt, effectiveTo }) => (endedAt === null || endedAt > now) && (effectiveTo === null || effectiveTo > now)).length
}

const oneMatter = route(matterContract, async ({ params, services }) => {
  const fact = services.register.fact('matter', params.id)
  if (!fact) throw new Problem(404, 'no-such-matter', 'No such matter', `The catalogue has no matter ${params.id}. Look at the catalogue; authority over one matter is never authority over another.`)
  return {
    matter: {
      ...present(services, fact), prerequisites: fact.prerequisites.map((each) => ({ ...each })),
      preconditions: fact.preconditions.map(({ kind, fact: key, over, givenBy }) => ({ kind, fact: key, ...(over === undefined ? {} : { over }), givenBy: givenBy.map((id) => whoever(services, id)) })),
      advisers: fact.advisers.map((id) => whoever(services, id)), notChecked: [...fact.notChecked], obligations: fact.obligations.map(({ duty }) => duty),
    },
    delegations: running(services, fact.id),
  }
})

export const matterRoutes: readonly Route[] = [listMatters, oneMatter]
