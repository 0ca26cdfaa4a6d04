/** A framework re-issued over HTTP, on both databases: prepared, checked, its effect shown, promulgated whole or not at all, told to each holder. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { delegation, on, passable, upTo } from '../kernel/authority/proof/example-facts.ts'
import { dateOf } from '../kernel/time/instants.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

interface Fault { code: string; about: string | null; weight: string }
interface Bulletin { version: number; terms: object; matters: { id: string; terms: { acceptance: string } }[]; mappings: object[]; faults: Fault[]; mayEdit: boolean; maySign: boolean }
interface Effect { ready: boolean; digest: string; lines: object; people: number; matters: { matter: { id: string }; reasons: object[] }[] }
interface Problem { type: string; errors: { code: string; field: string }[] }

const began = on('2020-01-01')
const chained = [
  ...trialFacts,
  delegation({
    id: 'award-bo', matter: 'award', parent: 'root-award', holder: { kind: 'post', post: 'director' }, entities: ['office'], limits: upTo('1000'),
    subdelegation: passable(1), effectiveFrom: began, acceptedAt: began, acceptedBy: 'bo', signedBy: 'ana',
  }),
  delegation({
    id: 'award-cy', matter: 'award', parent: 'award-bo', holder: { kind: 'person', person: 'cy' }, entities: ['office'], limits: upTo('500'),
    effectiveFrom: began, acceptedAt: began, acceptedBy: 'cy', signedBy: 'bo',
  }),
  // Wider than the line above it by now: no rule of issue lets it be issued anew.
  delegation({
    id: 'award-dee', matter: 'award', parent: 'award-bo', holder: { kind: 'person', person: 'dee' }, entities: ['office'], limits: upTo('5000'),
    effectiveFrom: began, acceptedAt: began, acceptedBy: 'dee', signedBy: 'bo',
  }),
]

const days = (more: number): string => dateOf(Date.now() + more * 24 * 60 * 60 * 1000, 'UTC')

describeDatabases('a framework re-issued', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let cy: Caller
  const path = '/api/v1/bulletins/next'
  const bulletin = async () => (await ana.get<Bulletin>(path)).body
  const effect = async () => (await ana.get<Effect>(`${path}/effect`)).body
  const terms = async (given: object) => {
    const { version, terms: before } = await bulletin()
    return ana.send<Problem>('PUT', path, { version, terms: { ...before, ...given } })
  }
  const cookieOf = async (person: string) => {
    const [cookie] = (await application.server.inject({ method: 'POST', url: '/api/v1/session', payload: { person } })).cookies
    return `${cookie?.name}=${cookie?.value}`
  }
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, chained)
    ;[ana, cy] = [await signedIn(application, 'ana'), await signedIn(application, 'cy')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  it('is begun by whoever heads the organisation, as a copy that lacks only its dates', async () => {
    expect((await cy.send('POST', '/api/v1/bulletins', { id: 'next', title: 'Next' })).status).toBe(403)
    expect((await ana.send('POST', '/api/v1/bulletins', { id: 'next', title: 'Next' })).status).toBe(200)
    expect((await ana.send<Problem>('POST', '/api/v1/bulletins', { id: 'next', title: 'Next' }))).toMatchObject({ status: 409 })
    const begun = await bulletin()
    expect(begun.matters.map(({ id }) => id)).toEqual(['award@next', 'travel@next'])
    expect(begun.faults.map(({ code, about }) => [code, about])).toEqual([['date-missing', 'first'], ['date-missing', 'until']])
    expect((await cy.get<Bulletin>(path)).body).toMatchObject({ mayEdit: false, maySign: false })
  })

  it('lists what stands against it while it is edited, and is not signed with it', async () => {
    expect((await terms({ first: days(0), until: days(90) })).status).toBe(200)
    const { version, matters } = await bulletin()
    const travel = matters[1]!.terms
    expect((await ana.send('PUT', `${path}/matters/travel@next`, { version, terms: { ...travel, acceptance: 'before-use' }, like: null })).status).toBe(200)
    expect((await ana.send<Problem>('PUT', `${path}/matters/travel@next`, { version, terms: travel, like: null })).status).toBe(409)
    expect((await bulletin()).faults).toMatchObject([{ code: 'not-identical', about: 'travel' }])
    const head = application.services.ledger.head
    expect(await ana.send<Problem>('POST', `${path}/promulgate`, { digest: '0'.repeat(64) })).toMatchObject({ status: 422, body: { errors: [{ code: 'not-identical' }] } })
    expect(application.services.ledger.head).toBe(head)
    const said = { from: 'travel', to: 'travel@next', how: 'changed', reissue: false }
    expect((await ana.send('PUT', `${path}/mappings`, { version: (await bulletin()).version, ...said })).status).toBe(200)
    expect((await bulletin()).faults).toEqual([])
  })

  it('is commented on by entities and answered, each once', async () => {
    interface Comments { items: { id: string; entity: { id: string }; answer: string | null; answerWords: string | null }[]; total: number; counts: object }
    const comments = async (query = '') => (await ana.get<Comments>(`${path}/comments${query}`)).body
    expect((await cy.send<Problem>('POST', `${path}/comments`, { matter: 'nothing', words: 'What?' }))).toMatchObject({ status: 422, body: { errors: [{ field: 'matter' }] } })
    for (const [matter, words] of [[null, 'Too short a transition'], ['award@next', 'Good']]) expect((await cy.send('POST', `${path}/comments`, { matter, words })).status).toBe(200)
    expect(await comments()).toMatchObject({ total: 2, items: [{ entity: { id: 'office' } }, { entity: { id: 'office' } }], counts: { open: 2, accepted: 0, notAccepted: 0 } })
    const { id } = (await comments('?q=short')).items[0]!
    const answered = { answer: 'not-accepted', words: 'It is three months' }
    expect((await cy.send('POST', `${path}/comments/${id}/answer`, answered)).status).toBe(403)
    expect((await ana.send('POST', `${path}/comments/${id}/answer`, answered)).status).toBe(200)
    expect((await ana.send('POST', `${path}/comments/${id}/answer`, answered)).status).toBe(409)
    expect(await comments('?state=not-accepted')).toMatchObject({ total: 1, items: [{ answer: 'not-accepted', answerWords: 'It is three months' }], counts: { open: 1, notAccepted: 1 } })
    expect(await comments('?size=1&page=2')).toMatchObject({ total: 2, items: [{}] })
    const file = await application.server.inject({ method: 'GET', url: `${path}/comments?format=csv&matter=award%40next`, headers: { cookie: await cookieOf('ana') } })
    expect(file.payload.split('\r\n').length + file.payload.split('\n').length).toBeGreaterThan(3)
    expect(file.payload).toContain('Good')
    expect(file.payload).not.toContain('short')
    expect((await bulletin()).faults).toMatchObject([{ code: 'comments-open', weight: 'warns', about: '1' }])
    expect((await cy.get<{ notices: { kind: string; subject: string }[] }>('/api/v1/home')).body.notices[0]).toMatchObject({ kind: 'bulletin-comment-answered', subject: 'bulletin:next' })
  })

  it('takes its matters and mappings from a catalogue file, whole or not at all', async () => {
    const bring = async (id: string, csv: string) => application.server.inject({
      method: 'POST', url: `/api/v1/bulletins/${id}/catalogue?format=csv`, headers: { cookie: await cookieOf('ana'), 'content-type': 'application/octet-stream' }, payload: Buffer.from(csv),
    })
    expect((await ana.send('POST', '/api/v1/bulletins', { id: 'by-file', title: 'By file' })).status).toBe(200)
    const head = 'type,id,name,framework,acceptance,from,to,how\n'
    const rows = 'framework,by-file,By file,,,,,\nmatter,award-2,Award,by-file,before-use,,,\nmapping,,,,,award,award-2,wider\n'
    const refused = await bring('by-file', `${head}${rows}mapping,,,,,award,nothing,wider\n`)
    expect([refused.statusCode, (JSON.parse(refused.payload) as Problem).errors[0]?.field]).toEqual([422, 'row 5.to'])
    expect((await bring('by-file', `${head}${rows}mapping,,,,,travel,,changed\n`)).statusCode).toBe(200)
    const brought = (await ana.get<Bulletin>('/api/v1/bulletins/by-file')).body
    expect(brought.matters.map(({ id }) => id)).toEqual(['award-2'])
    expect(brought.mappings).toMatchObject([{ from: { id: 'award' }, to: { id: 'award-2' }, how: 'wider', reissue: false }, { from: { id: 'travel' }, to: null, how: 'dropped' }])
    expect((await bring('by-file', '')).statusCode).toBe(400)
    expect(application.services.register.fact('matter', 'award-2')).toBeNull()
  })

  it('shows its effect before it is signed: what is carried over, what waits and why', async () => {
    const shown = await effect()
    expect(shown).toMatchObject({ ready: true, lines: { reissued: 3, decision: 2, lapses: 0 } })
    expect(shown.matters.map(({ matter, reasons }) => [matter.id, reasons])).toEqual([
      ['award', [{ reason: 'never-wider', lines: 1 }]], ['travel', [{ reason: 'changed', lines: 1 }]],
    ])
  })

  it('is signed by the head alone, over the effect that was shown, whole', async () => {
    const { digest } = await effect()
    expect((await cy.send('POST', `${path}/promulgate`, { digest })).status).toBe(403)
    expect((await ana.send('POST', `${path}/promulgate`, { digest: 'f'.repeat(64) })).status).toBe(409)
    const { register } = application.services
    expect(register.fact('framework', 'next')).toBeNull()
    const signed = await ana.send<{ instrument: string; lines: object; told: number }>('POST', `${path}/promulgate`, { digest })
    expect(signed).toMatchObject({ status: 200, body: { lines: { reissued: 3, decision: 2, lapses: 0 }, told: 4 } })
    const { instrument } = signed.body
    const now = Date.now()
    expect(register.framework({ on: now, known: register.head, now })?.id).toBe('next')
    const [root, bo, mine] = [1, 2, 3].map((line) => register.fact('delegation', `${instrument}.${line}`))
    expect(root).toMatchObject({ parent: null, matter: 'award@next', legalBasis: 'Next', limits: upTo('1000000') })
    expect(bo).toMatchObject({ parent: `${instrument}.1`, acceptedBy: 'bo', signedBy: 'ana' })
    expect(mine).toMatchObject({ parent: `${instrument}.2`, holder: { kind: 'person', person: 'cy' } })
    expect((await ana.send<Problem>('POST', `${path}/promulgate`, { digest })).status).toBe(409)
  })

  it('gives under the new matter what was given under the old, and ends at T1 what was not re-issued', async () => {
    const may = async (person: string, matter: string, amount: number, when = '') =>
      (await ana.get<{ answer: string }>(`/api/v1/may?person=${person}&matter=${matter}&amount=USD%20${amount}&entity=office${when}`)).body.answer
    expect(await may('cy', 'award%40next', 500)).toBe('permitted')
    expect(await may('cy', 'award%40next', 501)).toBe('refused')
    expect(await may('cy', 'award', 500)).toBe('refused')
    const { register } = application.services
    const to = register.fact('framework', 'next')!.transitionTo!
    // The line that waits stands until T1, and so does all above it; what was re-issued whole ended at once.
    expect(['root-award', 'award-bo', 'award-dee', 'root-travel'].map((id) => register.fact('delegation', id)?.endedAt)).toEqual([to, to, to, to])
    expect(register.fact('delegation', 'award-cy')!.endedAt).toBeLessThanOrEqual(Date.now())
    expect(await may('bo', 'award', 1000)).toBe('permitted')
    expect(await may('bo', 'award', 1000, `&on=${days(92)}`)).not.toBe('permitted')
  })

  it('tells each holder what changed for them, before and after', async () => {
    interface Changed { lines: { before: { id: string }; after: { id: string } | null; fate: string; toDo: string; reason: string }[] }
    const changed = async (who: Caller) => (await who.get<Changed>('/api/v1/frameworks/next/what-changed')).body.lines
    expect(await changed(cy)).toMatchObject([{ before: { id: 'award-cy' }, after: { matter: { id: 'award@next' } }, fate: 'reissued', toDo: 'nothing' }])
    expect(await changed(await signedIn(application, 'dee'))).toMatchObject([{ after: null, fate: 'decision', reason: 'never-wider', toDo: 'ask' }])
    expect(await changed(ana)).toMatchObject([{ fate: 'reissued' }, { before: { id: 'root-travel' }, fate: 'decision', reason: 'changed' }])
    const { notices } = (await cy.get<{ notices: { kind: string; subject: string }[] }>('/api/v1/home')).body
    expect(notices[0]).toMatchObject({ kind: 'framework-promulgated', subject: 'framework:next' })
    expect((await cy.get('/api/v1/frameworks/nothing/what-changed')).status).toBe(404)
  })

  it('shows headquarters the transition by entity, each figure with its lines', async () => {
    interface Board { total: object; entities: { entity: { id: string } }[] }
    interface Lines { items: { before: { id: string }; standing: string; reason: string }[]; total: number }
    const board = async () => (await ana.get<Board>('/api/v1/frameworks/next/transition')).body
    const lines = async (query: string) => (await ana.get<Lines>(`/api/v1/frameworks/next/transition/lines${query}`)).body
    expect(await board()).toMatchObject({ total: { reissued: 3, decision: 2, lapses: 0, settled: 0 } })
    expect((await lines('?entity=office&standing=decision')).items).toMatchObject([{ before: { id: 'award-dee' }, reason: 'never-wider' }])
    expect(await lines('?standing=reissued&size=2&page=2')).toMatchObject({ total: 3, items: [{}] })
    // What is taken back before T1 waits no longer.
    const { version } = (await signedIn(application, 'bo').then((bo) => bo.get<{ version: number }>('/api/v1/delegations/award-dee'))).body
    const revoked = await (await signedIn(application, 'bo')).send('POST', '/api/v1/delegations/award-dee/revoke', { version, choices: [], reason: 'Not needed' })
    expect(revoked.status).toBe(200)
    expect(await board()).toMatchObject({ total: { reissued: 3, decision: 1, settled: 1 } })
    expect((await lines('?standing=settled')).items.map(({ before }) => before.id)).toEqual(['award-dee'])
    expect((await ana.get('/api/v1/frameworks/framework/transition')).status).toBe(404)
  })
})
