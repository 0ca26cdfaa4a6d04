/** An entity's scheme of delegation at two times: every line held in it, or what one person has passed on in it. */
import { z } from 'zod'

import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { lastDayOf } from '../../../kernel/time/instants.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { named, presentHolder, summary } from '../present.ts'
import { heldIn, passable, passedOnIn } from '../scheme/scheme-of.ts'
import { delegationSummary, holder, named as namedShape, provenance, subdelegation, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf, zoneOf } from '../times.ts'

/** One sheet: more is looked at by its entities. */
const most = 600

export const schemeContract = contract({
  id: 'scheme.get', method: 'GET', path: '/api/v1/entities/{id}/scheme', tag: 'schemes', summary: 'An entity’s scheme of delegation on one sheet.',
  params: z.strictObject({ id: identity() }),
  query: z.strictObject({
    of: identity().optional().describe('Only what this person has passed on in the entity.'),
    whose: z.enum(['head', 'all']).optional().describe('head: only what its head has passed on in it, where it has one; all (default): whatever is held in it. Not used with `of`.'),
    ...timesAsked,
  }),
  answer: z.object({
    entity: namedShape.extend({ category: z.string(), provenance }),
    head: holder.nullable(),
    of: namedShape.nullable(),
    /** Who would sign a change of it: the asker, where they hold what may be passed on here; otherwise the head. */
    signatory: namedShape.nullable(),
    /** By holder, then matter. */
    lines: z.array(delegationSummary.extend({
      conditions: z.string().nullable(), subdelegation: subdelegation.nullable(),
      /** Its last day, as a form enters it. */
      until: z.string().nullable(),
    })),
    total: z.int(), cut: z.boolean(), times: timesAnswered,
  }),
})

export function mustKnowEntity({ register }: Services, id: string): void {
  if (!register.fact('entity', id)) throw new Problem(404, 'no-such-entity', 'No such entity', `The register knows no entity ${id}. Look it up with GET /api/v1/search.`)
}

function signatoryOf({ register }: Services, entity: string, asker: Asker, times: Times): string | null {
  const covers = (fact: DelegationFact): boolean => fact.entities.some((root) => register.inSubtree(entity, root, times) || register.inSubtree(root, entity, times))
  if (asker.kind === 'person' && passable(register, asker.person, times).some(covers)) return asker.person
  return register.headOf(entity, times)?.incumbents.find(({ assignment }) => assignment === 'substantive')?.person ?? null
}

export const entityScheme = route(schemeContract, async ({ params, query, asker, services }) => {
  const { register } = services
  mustKnowEntity(services, params.id)
  const times = timesOf(services, query)
  const entity = register.fact('entity', params.id, times.known) ?? register.fact('entity', params.id)!
  const head = register.headOf(params.id, times)
  const zone = zoneOf(services, times.now)
  const of = query.of ?? (query.whose === 'head' ? head?.incumbents.find(({ assignment }) => assignment === 'substantive')?.person : undefined)
  const found = of === undefined ? heldIn(register, params.id, times) : passedOnIn(register, params.id, of, times)
  const lines = found.map((fact) => ({
    ...summary(register, fact, times), conditions: fact.conditions, subdelegation: fact.subdelegation as z.infer<typeof subdelegation> | null,
    until: fact.effectiveTo === null ? null : lastDayOf(fact.effectiveTo, zone),
  }))
  const byHolder = ({ holder: { post, person, body }, matter }: (typeof lines)[number]): string =>
    `${(post ?? person ?? body)?.name ?? ''}\u0000${(post ?? person ?? body)?.id ?? ''}\u0000${matter.area}\u0000${matter.name}`
  lines.sort((a, b) => (byHolder(a) < byHolder(b) ? -1 : byHolder(a) > byHolder(b) ? 1 : a.id < b.id ? -1 : 1))
  const signatory = signatoryOf(services, params.id, asker, times)
  return {
    entity: { ...named(register, 'entity', params.id, times.known), category: entity.category, provenance: entity.provenance },
    head: head && presentHolder(register, { kind: 'post', post: head.post.id }, times),
    of: of === undefined ? null : named(register, 'person', of), signatory: signatory === null ? null : named(register, 'person', signatory),
    lines: lines.slice(0, most), total: lines.length, cut: lines.length > most, times: answerTimes(services, times),
  }
})
