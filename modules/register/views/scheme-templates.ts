/** Templates of schemes: those there are, one with its versions, and what one would propose for an entity. */
import { z } from 'zod'

import type { Times } from '../../../kernel/authority/model.ts'
import { dateOf, endOfDay } from '../../../kernel/time/instants.ts'
import { actingPerson, databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, page, paging } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { iso, named } from '../present.ts'
import { applyTemplate, type Seat } from '../scheme/match-template.ts'
import { entitiesIn, passable, passedOnIn } from '../scheme/scheme-of.ts'
import { templateLine, templateSummary } from '../scheme/template-shapes.ts'
import { findTemplate, listTemplates, templateVersions, type Template } from '../scheme/template-store.ts'
import { draftLine, named as namedShape } from '../shapes.ts'
import { zoneOf } from '../times.ts'
import { mustKnowEntity } from './scheme.ts'

const byId = z.strictObject({ id: identity() })

export const templatesContract = contract({
  id: 'scheme-template.list', method: 'GET', path: '/api/v1/scheme-templates', tag: 'schemes', summary: 'Templates of schemes of delegation.',
  query: z.strictObject({
    q: line(200).optional().describe('Words in the name or the note.'), category: line(80).optional(),
    sort: z.enum(['name', '-name', 'category', '-category', 'written', '-written']).optional(), ...paging,
  }),
  answer: page(templateSummary),
})

export const templateContract = contract({
  id: 'scheme-template.get', method: 'GET', path: '/api/v1/scheme-templates/{id}', tag: 'schemes', summary: 'One template, with all its versions.',
  params: byId, query: z.strictObject({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  answer: z.object({
    template: templateSummary, lines: z.array(templateLine.extend({ matterNamed: namedShape })),
    /** Whether I may write it anew or retire it. */
    mine: z.boolean(),
    versions: z.array(z.object({ version: z.int(), name: z.string(), writtenBy: namedShape, writtenAt: z.string(), retired: z.boolean() })),
  }),
})

export const applyTemplateContract = contract({
  id: 'scheme-template.apply', method: 'POST', path: '/api/v1/scheme-templates/{id}/apply', tag: 'schemes',
  summary: 'The lines a template proposes for an entity, out of what `of` may pass on there, and those of its lines that fit nobody. Writes nothing.',
  params: byId, body: z.strictObject({ entity: identity(), of: identity() }),
  answer: z.object({
    lines: z.array(draftLine),
    unmatched: z.array(z.object({ number: z.int(), matter: namedShape, title: z.string(), why: z.enum(['no-post', 'not-held']) })),
  }),
})

function present({ register }: Services, template: Template): z.infer<typeof templateSummary> {
  return {
    id: template.id, version: template.version, name: template.name, category: template.category, note: template.note, lines: template.lines.length,
    writtenBy: named(register, 'person', template.written_by), writtenAt: iso(template.written_at),
    from: template.from_entity === null ? null : named(register, 'entity', template.from_entity),
  }
}

/** The same day so many months on; the last of the month where there is none. */
function monthsAfter(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

function groundOf(services: Services, entity: string, of: string) {
  const { register } = services
  const now = services.clock.now()
  const times: Times = { on: now, known: register.head, now }
  const zone = zoneOf(services, now)
  const seats: Seat[] = entitiesIn(register, entity, times).flatMap((each) => [...register.mentioning('post', each, times.known)])
    .filter(({ effectiveFrom, effectiveTo }) => (effectiveFrom ?? now) <= now && (effectiveTo === null || effectiveTo > now))
  const covering = passable(register, of, times).filter(({ entities }) => entities.some((root) => register.inSubtree(entity, root, times)))
  const narrowest = (root: readonly string[]): number => Math.min(...root.filter((each) => register.inSubtree(entity, each, times)).map((each) => entitiesIn(register, each, times).length))
  const held = covering.map((fact) => ({ fact, breadth: narrowest(fact.entities) })).sort((a, b) => a.breadth - b.breadth).map(({ fact }) => fact)
  return {
    entity, seats, held, today: passedOnIn(register, entity, of, times),
    after: (months: number) => dateOf(endOfDay(monthsAfter(dateOf(now, zone), months), zone) - 1, zone),
  }
}

export const templateViews: readonly Route[] = [
  route(templatesContract, async ({ query, asker, services }) => {
    const size = query.size ?? 50
    const number = query.page ?? 1
    const { items, total } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) => listTemplates(tx, query, size, (number - 1) * size))
    return { items: items.map((each) => present(services, each)), total, page: number, size }
  }),

  route(templateContract, async ({ params, query, asker, services }) => {
    const { found, versions } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => ({
      found: await findTemplate(tx, params.id, query.version), versions: await templateVersions(tx, params.id),
    }))
    return {
      template: present(services, found),
      lines: found.lines.map((each) => ({ ...templateLine.parse(each), matterNamed: named(services.register, 'matter', each.matter) })),
      mine: asker.kind === 'person' && (asker.person === found.written_by || asker.roles.includes('administrator')),
      versions: versions.map((each) => ({
        version: each.version, name: each.name, writtenBy: named(services.register, 'person', each.written_by), writtenAt: iso(each.written_at), retired: each.retired,
      })),
    }
  }),

  route(applyTemplateContract, async ({ params, body, asker, services }) => {
    const { person } = actingPerson(asker)
    mustKnowEntity(services, body.entity)
    const template = await services.db.transaction({ role: 'app', person }, (tx) => findTemplate(tx, params.id))
    const { lines, unmatched } = applyTemplate(template.lines, groundOf(services, body.entity, body.of))
    return { lines: [...lines].slice(0, 500), unmatched: unmatched.map((each) => ({ ...each, matter: named(services.register, 'matter', each.matter) })) }
  }),
]
