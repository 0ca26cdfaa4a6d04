/** The bulletins there are, and one whole: its matters beside the old ones, its mappings, and all that stands against it. */
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { findBulletin, listBulletins } from '../bulletins.ts'
import { checkBulletin, faultCodes } from '../check-bulletin.ts'
import { bulletinTerms, byBulletin, hows, matterTerms, type Bulletin } from '../model.ts'
import { mayPrepare, maySign } from '../standing.ts'
import { mattersOf, openComments, surroundingsOf } from '../surroundings.ts'

const states = z.enum(['preparing', 'consulting', 'promulgated', 'withdrawn'])
const head = z.object({
  id: z.string(), version: z.int(), state: states, title: z.string(), supersedes: z.object({ id: z.string(), name: z.string() }), first: z.string().nullable(),
  until: z.string().nullable(), begunBy: namedShape, instrument: z.string().nullable(), updatedAt: z.string(), openComments: z.int(),
})

export const bulletinsContract = contract({
  id: 'bulletin.list', method: 'GET', path: '/api/v1/bulletins', tag: 'frameworks', summary: 'The bulletins, the newest first, and whether you may begin one.',
  answer: z.object({ items: z.array(head), mayBegin: z.boolean() }),
})

const draftMatter = namedShape.extend({ terms: matterTerms })

export const bulletinContract = contract({
  id: 'bulletin.one', method: 'GET', path: '/api/v1/bulletins/{id}', tag: 'frameworks', summary: 'One bulletin: terms, matters, mappings, and what stands against it.',
  params: byBulletin,
  answer: head.extend({
    terms: bulletinTerms, matters: z.array(draftMatter),
    mappings: z.array(z.object({ from: namedShape.nullable(), to: namedShape.nullable(), how: z.enum(hows), reissue: z.boolean() })),
    group: z.array(namedShape),
    faults: z.array(z.object({ code: z.enum(faultCodes), weight: z.enum(['stops', 'warns']), about: z.string().nullable(), fields: z.array(z.string()) })),
    mayEdit: z.boolean(), maySign: z.boolean(),
  }),
})

const presentHead = ({ register }: Services, bulletin: Bulletin, comments: number): z.infer<typeof head> => ({
  id: bulletin.id, version: bulletin.version, state: bulletin.state, title: bulletin.terms.title, first: bulletin.terms.first, until: bulletin.terms.until,
  supersedes: { id: bulletin.supersedes, name: register.fact('framework', bulletin.supersedes)?.title ?? bulletin.supersedes },
  begunBy: named(register, 'person', bulletin.begunBy), instrument: bulletin.instrument, updatedAt: new Date(bulletin.updatedAt).toISOString(), openComments: comments,
})

const list = route(bulletinsContract, async ({ asker, services }) => {
  const { register, clock } = services
  const now = clock.now()
  const framework = register.framework({ on: now, known: register.head, now })
  const items = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const found = await listBulletins(tx)
    return Promise.all(found.map(async (bulletin) => presentHead(services, bulletin, await openComments(tx, bulletin.id))))
  })
  return { items, mayBegin: framework !== null && mayPrepare(services, asker, framework.id, null) }
})

const one = route(bulletinContract, async ({ params, asker, services }) => {
  const { bulletin, surroundings } = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const found = await findBulletin(tx, params.id)
    return { bulletin: found, surroundings: await surroundingsOf(services, tx, found) }
  })
  const open = bulletin.state === 'preparing' || bulletin.state === 'consulting'
  const name = (id: string | null) => {
    const matter = bulletin.matters.find((each) => each.id === id) ?? mattersOf(services, bulletin.supersedes).find((each) => each.id === id)
    return id === null ? null : { id, name: matter?.name ?? id, names: matter?.names ?? {} }
  }
  return {
    ...presentHead(services, bulletin, surroundings.openComments), terms: bulletin.terms,
    matters: bulletin.matters.map(({ id, names, ...fact }) => ({ id, name: fact.name, names, terms: matterTerms.strip().parse(fact) })),
    mappings: bulletin.mappings.map(({ from, to, how }) => ({ from: name(from), to: name(to), how, reissue: from !== null && bulletin.reissue.includes(from) })),
    group: bulletin.group.map((person) => named(services.register, 'person', person)),
    faults: open ? checkBulletin(bulletin, surroundings).map((fault) => ({ ...fault, fields: [...fault.fields] })) : [],
    mayEdit: open && mayPrepare(services, asker, bulletin.supersedes, bulletin), maySign: open && maySign(services, asker, bulletin.supersedes),
  }
})

export const bulletinRoutes: readonly Route[] = [list, one]
