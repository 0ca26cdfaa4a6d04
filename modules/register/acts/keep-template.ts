/** Templates of schemes: written, written anew, retired. They grant nothing; a version says who wrote it, and stays. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import type { DelegationFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findDraft, movedOn } from '../drafts.ts'
import { issued, prepareDraft } from '../prepare-draft.ts'
import { templateOf } from '../scheme/match-template.ts'
import { passedOnIn } from '../scheme/scheme-of.ts'
import { templateBody, templateLine } from '../scheme/template-shapes.ts'
import { findTemplate, writeTemplate, type Template } from '../scheme/template-store.ts'
import { zoneOf } from '../times.ts'
import { mustKnowEntity } from '../views/scheme.ts'

const byId = z.strictObject({ id: identity() })
const written = z.object({ id: z.string(), version: z.int() })

export const createTemplateContract = contract({
  id: 'scheme-template.create', method: 'POST', path: '/api/v1/scheme-templates', tag: 'schemes', summary: 'Keep a template of a scheme for a category of entity.',
  body: templateBody, answer: written,
})

export const templateFromSchemeContract = contract({
  id: 'scheme-template.from-scheme', method: 'POST', path: '/api/v1/scheme-templates/from-scheme', tag: 'schemes',
  summary: 'Keep an entity’s scheme, as a draft of mine would change it, as a template. Lines to persons are left out and counted.',
  body: templateBody.omit({ lines: true }).extend({ entity: identity(), of: identity(), draft: identity().nullable().default(null) }),
  answer: written.extend({ lines: z.array(templateLine), leftOut: z.int() }),
})

export const saveTemplateContract = contract({
  id: 'scheme-template.save', method: 'PUT', path: '/api/v1/scheme-templates/{id}', tag: 'schemes',
  summary: 'Write a template anew; `version` is the one seen. Only its writer and administrators may.',
  params: byId, body: templateBody.extend({ version: z.int() }), answer: written,
})

export const retireTemplateContract = contract({
  id: 'scheme-template.retire', method: 'DELETE', path: '/api/v1/scheme-templates/{id}', tag: 'schemes', summary: 'Offer a template no longer; its versions stay.',
  params: byId, answer: z.object({ retired: z.boolean() }),
})

type Person = ReturnType<typeof actingPerson>

async function ownTemplate(tx: Tx, id: string, { person, roles }: Person): Promise<Template> {
  const found = await findTemplate(tx, id)
  if (found.written_by === person || roles.includes('administrator')) return found
  throw new Problem(403, 'not-yours', 'This template is somebody else’s', 'Nothing was changed. Keep a template of your own with POST /api/v1/scheme-templates, or ask whoever wrote it.')
}

function mustKnowMatters({ register }: Services, lines: readonly { readonly matter: string }[]): void {
  const errors = lines.flatMap(({ matter }, index) => (register.fact('matter', matter) ? [] : [{
    field: `lines.${index}.matter`, code: 'no-such-matter', message: `The catalogue has no matter ${matter}.`, remedy: 'Give the id of a matter of the catalogue.',
  }]))
  if (errors.length > 0) throw new Problem(422, 'no-such-matter', 'A line names no matter of the catalogue', 'Nothing was kept. Correct the lines named.', errors.slice(0, 50))
}

export const templateActs: readonly Route[] = [
  route(createTemplateContract, async ({ body, asker, services }) => {
    const { person } = actingPerson(asker)
    mustKnowMatters(services, body.lines)
    const id = randomUUID()
    const version = await services.db.transaction({ role: 'app', person }, (tx) => writeTemplate(tx, body, { id, by: person, at: services.clock.now(), from: null }))
    return { id, version }
  }),

  route(templateFromSchemeContract, async ({ body, asker, services }) => {
    const acting = actingPerson(asker)
    mustKnowEntity(services, body.entity)
    const id = randomUUID()
    return services.db.transaction({ role: 'app', person: acting.person }, async (tx) => {
      const { lines, leftOut } = templateOf(await schemeAfter(tx, services, body, acting), (post) => services.register.fact('post', post))
      if (lines.length === 0) throw new Problem(422, 'no-lines', 'There is nothing to keep', 'Nothing was kept. A template holds lines to posts; this scheme has none.')
      const version = await writeTemplate(tx, { ...body, lines }, { id, by: acting.person, at: services.clock.now(), from: body.entity })
      return { id, version, lines, leftOut }
    })
  }),

  route(saveTemplateContract, async ({ params, body: { version: seen, ...body }, asker, services }) => {
    const acting = actingPerson(asker)
    mustKnowMatters(services, body.lines)
    const version = await services.db.transaction({ role: 'app', person: acting.person }, async (tx) => {
      const found = await ownTemplate(tx, params.id, acting)
      if (found.version !== seen) throw movedOn('template')
      return writeTemplate(tx, body, { id: params.id, by: acting.person, at: services.clock.now(), from: found.from_entity })
    })
    return { id: params.id, version }
  }),

  route(retireTemplateContract, async ({ params, asker, services }) => {
    const acting = actingPerson(asker)
    await services.db.transaction({ role: 'app', person: acting.person }, async (tx) => {
      const found = await ownTemplate(tx, params.id, acting)
      await writeTemplate(tx, { ...found, lines: [...found.lines] }, { id: found.id, by: acting.person, at: services.clock.now(), from: found.from_entity, retired: true })
    })
    return { retired: true }
  }),
]

/** What the scheme would be once the draft is signed. */
async function schemeAfter(
  tx: Tx, services: Services, { entity, of, draft }: { readonly entity: string; readonly of: string; readonly draft: string | null }, { person, capacity }: Person,
): Promise<DelegationFact[]> {
  const now = services.clock.now()
  const today = passedOnIn(services.register, entity, of, { on: now, known: services.register.head, now })
  if (draft === null) return today
  const { body } = await findDraft(tx, draft)
  const prepared = prepareDraft(services, body, {
    instrument: 'draft', now, zone: zoneOf(services, now), preparedBy: person, signatory: of, capacity: of === person ? capacity : null, invented: services.demonstration,
  })
  const ended = new Set(prepared.endings.map(({ fact }) => fact.id))
  return [...today.filter(({ id }) => !ended.has(id)), ...issued(prepared).map(({ delegation }) => delegation)]
}
