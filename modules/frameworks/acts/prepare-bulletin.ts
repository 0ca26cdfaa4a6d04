/** Preparing a bulletin: begun as a copy of the framework in force, its terms, matters and mappings edited, put out for comments, withdrawn. */
import { z } from 'zod'

import type { MatterFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { addBulletin, bulletinMovedOn, changeBulletin, findBulletin } from '../bulletins.ts'
import { copyFramework } from '../copy-framework.ts'
import { bulletinTerms, byBulletin, hows, matterTerms, newBulletinId, type Bulletin } from '../model.ts'
import { frameworkInForce, preparer } from '../standing.ts'
import { mattersOf } from '../surroundings.ts'

const seen = { version: z.int() }
const changed = z.object({ id: z.string(), version: z.int() })

export const beginContract = contract({
  id: 'bulletin.begin', method: 'POST', path: '/api/v1/bulletins', tag: 'frameworks',
  summary: 'Begin a bulletin as a copy of the framework in force: every matter under a new id, called identical.',
  body: z.strictObject({ id: newBulletinId(), title: line(200) }), answer: changed,
})

export const termsContract = contract({
  id: 'bulletin.terms', method: 'PUT', path: '/api/v1/bulletins/{id}', tag: 'frameworks', summary: 'Change the title, dates, grades and the rule for running cases.',
  params: byBulletin, body: z.strictObject({ ...seen, terms: bulletinTerms }), answer: changed,
})

export const matterContract = contract({
  id: 'bulletin.matter', method: 'PUT', path: '/api/v1/bulletins/{id}/matters/{matter}', tag: 'frameworks',
  summary: 'Change a matter of the bulletin, or add one (as a copy of `like`).',
  params: byBulletin.extend({ matter: identity() }), body: z.strictObject({ ...seen, terms: matterTerms, like: identity().nullable() }), answer: changed,
})

export const dropContract = contract({
  id: 'bulletin.drop-matter', method: 'DELETE', path: '/api/v1/bulletins/{id}/matters/{matter}', tag: 'frameworks',
  summary: 'Take a matter out of the bulletin; the old one it answered to is then dropped.',
  params: byBulletin.extend({ matter: identity() }), answer: changed,
})

export const mappingContract = contract({
  id: 'bulletin.mapping', method: 'PUT', path: '/api/v1/bulletins/{id}/mappings', tag: 'frameworks',
  summary: 'Say what an old matter becomes, and whether its delegations are re-issued by the same act.',
  params: byBulletin,
  body: z.strictObject({ ...seen, from: identity().nullable(), to: identity().nullable(), how: z.enum(hows), reissue: z.boolean() }), answer: changed,
})

export const stateContract = contract({
  id: 'bulletin.state', method: 'POST', path: '/api/v1/bulletins/{id}/state', tag: 'frameworks', summary: 'Put it out for comments, take it back to prepare, or withdraw it.',
  params: byBulletin, body: z.strictObject({ ...seen, state: z.enum(['preparing', 'consulting', 'withdrawn']) }), answer: changed,
})

export const groupContract = contract({
  id: 'bulletin.group', method: 'PUT', path: '/api/v1/bulletins/{id}/group', tag: 'frameworks', summary: 'Name the working group that prepares it and answers comments.',
  params: byBulletin, body: z.strictObject({ ...seen, group: z.array(identity()).max(100) }), answer: changed,
})

const begin = route(beginContract, async ({ body, asker, services }) => {
  const before = frameworkInForce(services)
  const { person } = preparer(services, asker, before.id, null)
  const bulletin = copyFramework(before, mattersOf(services, before.id), { ...body, by: person, now: services.clock.now() })
  const added = services.register.fact('framework', body.id) === null &&
    await services.db.transaction({ role: 'app', person }, (tx) => addBulletin(tx, bulletin))
  if (added) return { id: bulletin.id, version: bulletin.version }
  throw new Problem(409, 'id-taken', 'There is a framework or a bulletin of this id', 'Nothing was begun. Choose another id.', [
    { field: 'id', code: 'id-taken', message: `"${body.id}" is taken.`, remedy: 'Choose another id.' },
  ])
})

interface Edit {
  readonly id: string
  /** The version the preparer saw; null = whichever there is. */
  readonly version: number | null
  readonly how: (bulletin: Bulletin) => Partial<Bulletin>
}

/** One way to edit: found, admitted, seen to be the version its preparer saw, changed. */
export async function edit(services: Services, asker: Asker, { id, version, how }: Edit): Promise<{ id: string; version: number }> {
  const { person } = actingPerson(asker)
  const after = await services.db.transaction({ role: 'app', person }, async (tx) => {
    const bulletin = await findBulletin(tx, id, { lock: true })
    preparer(services, asker, bulletin.supersedes, bulletin)
    if (version !== null && bulletin.version !== version) throw bulletinMovedOn()
    return changeBulletin(tx, bulletin, how(bulletin), services.clock.now())
  })
  return { id: after.id, version: after.version }
}

const terms = route(termsContract, async ({ params, body, asker, services }) =>
  edit(services, asker, { id: params.id, version: body.version, how: () => ({ terms: body.terms }) }))

const noSuchMatter = (id: string) =>
  new Problem(404, 'no-such-matter', 'The bulletin has no such matter', `Nothing was changed. There is no matter ${id} in the bulletin or in the framework before it.`)

const matter = route(matterContract, async ({ params, body, asker, services }) =>
  edit(services, asker, {
    id: params.id, version: body.version,
    how: ({ matters, mappings, id }) => {
      const edited = matters.find((each) => each.id === params.matter)
      if (edited) return { matters: matters.map((each): MatterFact => (each === edited ? { ...edited, ...body.terms } : each)) }
      const like = matters.find((each) => each.id === body.like) ?? services.register.fact('matter', body.like ?? '')
      if (!like) throw noSuchMatter(body.like ?? params.matter)
      const added: MatterFact = { ...like, ...body.terms, names: {}, id: params.matter, framework: id, effectiveFrom: null, effectiveTo: null }
      return { matters: [...matters, added], mappings: [...mappings, { from: null, to: added.id, how: 'new' }] }
    },
  }))

const drop = route(dropContract, async ({ params, asker, services }) =>
  edit(services, asker, {
    id: params.id, version: null,
    how: ({ matters, mappings, reissue }) => {
      if (!matters.some(({ id }) => id === params.matter)) throw noSuchMatter(params.matter)
      const left = mappings.filter(({ to }) => to === params.matter).flatMap(({ from }) => (from === null ? [] : [from]))
      return {
        matters: matters.filter(({ id }) => id !== params.matter),
        mappings: [...mappings.filter(({ to }) => to !== params.matter), ...left.map((from) => ({ from, to: null, how: 'dropped' as const }))],
        reissue: reissue.filter((old) => !left.includes(old)),
      }
    },
  }))

const mapping = route(mappingContract, async ({ params, body, asker, services }) =>
  edit(services, asker, {
    id: params.id, version: body.version,
    how: ({ mappings, reissue, matters, supersedes }) => {
      const { from, to, how } = body
      if (from !== null && services.register.fact('matter', from)?.framework !== supersedes) throw noSuchMatter(from)
      if (to !== null && !matters.some(({ id }) => id === to)) throw noSuchMatter(to)
      if (from === null && to === null) throw noSuchMatter('')
      // An old matter has one answer here; several (a split) are brought by a catalogue file.
      const others = mappings.filter((each) => (from === null ? each.to !== to : each.from !== from && !(each.from === null && each.to === to)))
      const kept = reissue.filter((old) => old !== from)
      return { mappings: [...others, { from, to, how }], reissue: from !== null && body.reissue ? [...kept, from] : kept }
    },
  }))

const state = route(stateContract, async ({ params, body, asker, services }) =>
  edit(services, asker, { id: params.id, version: body.version, how: () => ({ state: body.state }) }))

const group = route(groupContract, async ({ params, body, asker, services }) =>
  edit(services, asker, {
    id: params.id, version: body.version,
    how: () => {
      const unknown = body.group.filter((person) => services.register.fact('person', person) === null)
      if (unknown.length === 0) return { group: [...new Set(body.group)] }
      throw new Problem(422, 'unknown-person', 'The register does not know somebody named', 'Nothing was changed. Correct the ids named.',
        unknown.map((person) => ({ field: 'group', code: 'unknown-reference', message: `There is no person ${person}.`, remedy: 'Choose people of the register.' })))
    },
  }))

export const preparationRoutes: readonly Route[] = [begin, terms, matter, drop, mapping, state, group]
