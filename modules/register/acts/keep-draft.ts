/** Preparing: drafts are made, changed, handed to whoever will sign, deleted. Nothing here is authority. */
import { z } from 'zod'

import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { changeDraft, createDraft, deleteDraft, findDraft, handOverDraft, listDrafts, movedOn, presentDraft } from '../drafts.ts'
import { draftBody, draftRecord } from '../shapes.ts'

const byId = z.strictObject({ id: identity() })

export const draftsContract = contract({
  id: 'draft.list', method: 'GET', path: '/api/v1/drafts', tag: 'drafts', summary: 'Drafts that lie with me, last changed first.',
  answer: z.object({ items: z.array(draftRecord) }),
})

export const draftContract = contract({
  id: 'draft.get', method: 'GET', path: '/api/v1/drafts/{id}', tag: 'drafts', summary: 'One draft.', params: byId, answer: draftRecord,
})

export const createDraftContract = contract({
  id: 'draft.create', method: 'POST', path: '/api/v1/drafts', tag: 'drafts', summary: 'Begin a draft of delegations to be signed together.',
  body: draftBody, answer: draftRecord,
})

export const saveDraftContract = contract({
  id: 'draft.save', method: 'PUT', path: '/api/v1/drafts/{id}', tag: 'drafts', summary: 'Save a draft; `version` is the one seen, so that two windows do not overwrite each other.',
  params: byId, body: draftBody.extend({ version: z.int() }), answer: draftRecord,
})

export const deleteDraftContract = contract({
  id: 'draft.delete', method: 'DELETE', path: '/api/v1/drafts/{id}', tag: 'drafts', summary: 'Delete a draft.', params: byId, answer: z.object({ deleted: z.boolean() }),
})

export const handOverContract = contract({
  id: 'draft.hand-over', method: 'POST', path: '/api/v1/drafts/{id}/hand-over', tag: 'drafts', summary: 'Hand a draft to the person who will sign it; it then lies with them.',
  params: byId, body: z.strictObject({ person: identity(), version: z.int(), note: line(500).nullable().default(null) }), answer: z.object({ handedTo: z.string() }),
})

export const draftRoutes: readonly Route[] = [
  route(draftsContract, async ({ asker, services }) => {
    const { person } = actingPerson(asker)
    const drafts = await services.db.transaction({ role: 'app', person }, listDrafts)
    return { items: drafts.map((draft) => presentDraft(services, draft)) }
  }),

  route(draftContract, async ({ params, asker, services }) => {
    const { person } = actingPerson(asker)
    return presentDraft(services, await services.db.transaction({ role: 'app', person }, (tx) => findDraft(tx, params.id)))
  }),

  route(createDraftContract, async ({ body, asker, services }) => {
    const { person } = actingPerson(asker)
    return presentDraft(services, await services.db.transaction({ role: 'app', person }, (tx) => createDraft(tx, person, body, services.clock.now())))
  }),

  route(saveDraftContract, async ({ params, body: { version, ...body }, asker, services }) => {
    const { person } = actingPerson(asker)
    return presentDraft(services, await services.db.transaction({ role: 'app', person }, async (tx) => {
      const draft = await findDraft(tx, params.id, { lock: true })
      if (draft.version !== version) throw movedOn('draft')
      return changeDraft(tx, draft, { body, number: null }, services.clock.now())
    }))
  }),

  route(deleteDraftContract, async ({ params, asker, services }) => {
    const { person } = actingPerson(asker)
    await services.db.transaction({ role: 'app', person }, async (tx) => {
      await findDraft(tx, params.id, { lock: true })
      await deleteDraft(tx, params.id)
    })
    return { deleted: true }
  }),

  route(handOverContract, async ({ params, body, asker, services }) => {
    const { person } = actingPerson(asker)
    if (!services.register.fact('person', body.person)) {
      throw new Problem(422, 'unknown-person', 'The register knows nobody by this id', 'The draft still lies with you. Choose a person of the register.', [
        { field: 'person', code: 'unknown-person', message: 'Nobody by this id.', remedy: 'Choose a person of the register.' },
      ])
    }
    await services.db.transaction({ role: 'app', person }, async (tx) => {
      const draft = await findDraft(tx, params.id, { lock: true })
      if (draft.version !== body.version) throw movedOn('draft')
      await handOverDraft(tx, draft, body.person, body.note, services.clock.now())
    })
    return { handedTo: body.person }
  }),
]
