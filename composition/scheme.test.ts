/** The scheme of an entity changed in one act, on both databases: shown, prepared by one, signed by another, all or nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import { assignment, delegation, on, passable, person, post, upTo } from '../kernel/authority/proof/example-facts.ts'
import type { Fact } from '../kernel/authority/model.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

/** The director passes the award of contracts on to three officers; one of them to a clerk. */
const line = (id: string, holder: string, amount: string, more = {}) => delegation({
  id, instrument: '2026-77777', parent: 'to-director', matter: 'award', holder: { kind: 'post', post: holder }, entities: ['office'], limits: upTo(amount),
  effectiveFrom: on('2026-01-01'), acceptedAt: on('2026-01-01'), acceptedBy: 'cy', signedBy: 'bo', signedAs: 'director', ...more,
})
const facts: readonly Fact[] = [
  ...trialFacts,
  post({ id: 'officer-2', title: 'Officer', entity: 'office', grade: 'P-3' }), post({ id: 'clerk', title: 'Clerk', entity: 'office', grade: 'P-2' }),
  person({ id: 'eve', name: 'Eve' }), assignment({ person: 'dee', post: 'officer-2' }), assignment({ person: 'eve', post: 'clerk' }),
  delegation({
    id: 'to-director', instrument: '2026-77776', parent: 'root-award', matter: 'award', holder: { kind: 'post', post: 'director' }, entities: ['office'],
    limits: upTo('200000'), subdelegation: passable(2), effectiveFrom: on('2026-01-01'), acceptedAt: on('2026-01-01'), acceptedBy: 'bo', signedBy: 'ana',
  }),
  line('kept', 'officer', '50000'), line('wide', 'officer-2', '80000', { subdelegation: passable(1), acceptedBy: 'dee' }), line('gone', 'clerk', '1000', { acceptedBy: 'eve' }),
  line('below', 'clerk', '10000', { parent: 'wide', signedBy: 'dee', signedAs: 'officer-2' }),
]

const proposed = (given: object = {}) => ({
  key: 'a', parent: 'to-director', recipient: { kind: 'post', person: null, post: 'officer-2' }, entities: ['office'], limits: upTo('60000'),
  mayExercise: true, passOn: { depth: 1, ownEntityOnly: false, endRequired: false, lowestGrade: null }, from: null, until: null, conditions: null, ...given,
})

interface Shown { lines: { id: string; limits: unknown }[]; signatory: { id: string } }
interface Checked {
  canBeSigned: boolean
  lines: { key: string; change: string; problems: { code: string }[] }[]
  endings: { delegation: { id: string }; line: string | null; falls: { id: string }[]; fallsTotal: number; stands: number; problems: { code: string }[] }[]
}
interface LaidOut extends Checked { version: number; digest: string; number: string; document: { ends: { id: string; falls: string[]; replaced: boolean }[] } }
interface Kept { id: string; version: number; preparedBy: { id: string } }
interface Signed { instrument: string; delegations: string[]; ended: string[]; errors: { field: string; code: string }[] }

describeDatabases('the scheme of an entity', (open) => {
  let database: TestDatabase
  let application: Application
  let bo: Caller
  let cy: Caller
  const ids = async (of: string, query = '') =>
    (await bo.get<Shown>(`/api/v1/entities/office/scheme?of=${of}${query}`)).body.lines.map(({ id }) => id).sort()
  const may = async (query: string) => (await bo.get<{ answer: string; reasons: { code: string }[] }>(`/api/v1/may?${query}`)).body.answer
  const signing = async (caller: Caller, body: object) => {
    const draft = (await caller.send<Kept>('POST', '/api/v1/drafts', { title: null, entity: 'office', ...body })).body
    const laid = (await caller.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    return { draft, laid, signed: await caller.send<Signed>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest }) }
  }
  beforeEach(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[bo, cy] = [await signedIn(application, 'bo'), await signedIn(application, 'cy')]
  })
  afterEach(async () => {
    await application.close()
    await database.dispose()
  })

  it('is what its head has passed on in it, or all that is held in it', async () => {
    expect(await ids('bo')).toEqual(['gone', 'kept', 'wide'])
    expect(await ids('ana')).toEqual(['to-director'])
    expect(await ids('bo', '&on=2025-06-01')).toEqual([])
    const whole = (await cy.get<Shown>('/api/v1/entities/office/scheme')).body
    expect(whole.lines.map(({ id }) => id).sort()).toEqual(['below', 'gone', 'kept', 'to-director', 'wide'])
    expect(whole.signatory.id).toBe('bo')
    expect((await bo.get('/api/v1/entities/nowhere/scheme')).status).toBe(404)
  })

  it('says what would change before anything does, to a preparer too', async () => {
    const body = {
      title: null, entity: 'office', of: 'bo', withdraws: [{ delegation: 'gone' }],
      lines: [proposed({ replaces: 'wide' }), proposed({ key: 'b', replaces: 'kept', recipient: { kind: 'post', person: null, post: 'officer' }, limits: upTo('50000'), passOn: null })],
    }
    const checked = (await cy.send<Checked>('POST', '/api/v1/drafts/check', body)).body
    expect(checked.lines.map(({ key, change, problems }) => [key, change, problems])).toEqual([['a', 'narrowed', []], ['b', 'unchanged', []]])
    expect(checked.endings.map(({ delegation: { id }, line: by, falls }) => [id, by, falls.map((each) => each.id)])).toEqual([['wide', 'a', ['below']], ['gone', null, []]])
    expect(checked.canBeSigned).toBe(true)
    const standing = (await cy.send<Checked>('POST', '/api/v1/drafts/check', { ...body, lines: [proposed({ replaces: 'wide', below: 'stands' })] })).body
    expect(standing.endings[0]).toMatchObject({ fallsTotal: 0, stands: 1 })
    expect((await cy.send('POST', '/api/v1/drafts/check', { ...body, withdraws: [{ delegation: 'nothing' }] })).status).toBe(422)
    expect(await ids('bo')).toEqual(['gone', 'kept', 'wide'])
  })

  it('becomes so in one act: narrowed at once, withdrawn, the rest as it was', async () => {
    const { laid, signed } = await signing(bo, { lines: [proposed({ replaces: 'wide' })], withdraws: [{ delegation: 'gone' }] })
    expect(laid.document.ends.map(({ id, falls, replaced }) => [id, falls, replaced])).toEqual([['wide', ['below'], true], ['gone', [], false]])
    expect(signed.status).toBe(200)
    expect(signed.body.ended.sort()).toEqual(['below', 'gone', 'wide'])
    const [made] = signed.body.delegations
    expect(await ids('bo')).toEqual([made, 'kept'].sort())
    expect([await may('person=dee&matter=award&amount=USD%2060000'), await may('person=dee&matter=award&amount=USD%2070000')]).toEqual(['permitted', 'refused'])
    expect([await may('person=eve&matter=award&amount=USD%20500'), await may('person=cy&matter=award&amount=USD%2050000')]).toEqual(['refused', 'permitted'])
    const log = (await bo.get<{ items: { kind: string }[] }>(`/api/v1/log?subject=instrument:${signed.body.instrument}`)).body
    expect(log.items.map(({ kind }) => kind)).toEqual(['instrument-signed'])
    const shown = (await bo.get<{ document: LaidOut['document']; lines: object[] }>(`/api/v1/instruments/${signed.body.instrument}`)).body
    expect(shown.document.ends.map(({ id }) => id)).toEqual(['wide', 'gone'])
  })

  it('waits for acceptance where it gives more, and can only withdraw', async () => {
    const wider = await signing(bo, { lines: [proposed({ replaces: 'wide', limits: upTo('90000') })] })
    expect(wider.laid.lines[0]).toMatchObject({ change: 'widened' })
    expect(await may('person=dee&matter=award&amount=USD%2085000')).toBe('refused')
    const dee = await signedIn(application, 'dee')
    const shown = (await dee.get<{ digest: string; awaitsMe: string[] }>(`/api/v1/instruments/${wider.signed.body.instrument}`)).body
    await dee.send('POST', `/api/v1/instruments/${wider.signed.body.instrument}/accept`, { lines: shown.awaitsMe, digest: shown.digest })
    expect(await may('person=dee&matter=award&amount=USD%2085000')).toBe('permitted')
    const only = await signing(bo, { lines: [], withdraws: [{ delegation: 'gone' }] })
    expect(only.signed.status).toBe(200)
    expect((await bo.get(`/api/v1/instruments/${only.signed.body.instrument}`)).status).toBe(200)
  })

  it('changes nothing where one line cannot be issued, or one cannot be taken back', async () => {
    const wider = await signing(bo, { lines: [proposed({ replaces: 'wide', limits: upTo('200001') })], withdraws: [{ delegation: 'gone' }] })
    expect(wider.signed).toMatchObject({ status: 422, body: { errors: [{ field: 'lines.a', code: 'never-wider' }] } })
    const others = await signing(bo, { lines: [], withdraws: [{ delegation: 'gone' }, { delegation: 'to-director' }] })
    expect(others.signed).toMatchObject({ status: 422, body: { errors: [{ field: 'withdraws.to-director', code: 'not-the-delegator' }] } })
    const under = await signing(bo, { lines: [proposed({ parent: 'wide', passOn: null, recipient: { kind: 'post', person: null, post: 'officer' } })], withdraws: [{ delegation: 'wide' }] })
    expect(under.signed.body.errors.map(({ code }) => code)).toContain('chain-broken')
    expect((await signing(bo, { lines: [] })).signed.status).toBe(422)
    expect(await ids('bo')).toEqual(['gone', 'kept', 'wide'])
  })

  it('is refused when what falls is no longer what was read', async () => {
    const draft = (await bo.send<Kept>('POST', '/api/v1/drafts', { title: null, lines: [], withdraws: [{ delegation: 'wide' }] })).body
    const laid = (await bo.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
    const dee = await signedIn(application, 'dee')
    const below = (await signing(dee, { lines: [proposed({ parent: 'wide', passOn: null, limits: upTo('500'), recipient: { kind: 'post', person: null, post: 'officer' } })] })).signed.body
    await cy.send('POST', `/api/v1/instruments/${below.instrument}/accept`, { lines: below.delegations, digest: (await cy.get<{ digest: string }>(`/api/v1/instruments/${below.instrument}`)).body.digest })
    expect((await bo.send('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })).status).toBe(409)
    expect(await ids('bo')).toContain('wide')
  })

  it('is prepared by one and signed by the head, who is told who prepared it', async () => {
    const draft = (await cy.send<Kept>('POST', '/api/v1/drafts', { title: 'Scheme 2027', entity: 'office', of: 'bo', lines: [], withdraws: [{ delegation: 'gone' }] })).body
    await cy.send('POST', `/api/v1/drafts/${draft.id}/hand-over`, { person: 'bo', version: draft.version, note: 'As agreed on Monday.' })
    const home = (await bo.get<{ waiting: { drafts: { id: string; entity: { id: string }; preparedBy: { id: string }; handedOver: { by: { id: string }; note: string } }[] } }>('/api/v1/home')).body
    expect(home.waiting.drafts).toMatchObject([{ id: draft.id, entity: { id: 'office' }, preparedBy: { id: 'cy' }, handedOver: { by: { id: 'cy' }, note: 'As agreed on Monday.' } }])
    const kept = (await bo.get<Kept>(`/api/v1/drafts/${draft.id}`)).body
    const laid = (await bo.send<LaidOut>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: kept.version })).body
    expect(laid).toMatchObject({ canBeSigned: true, document: { preparedBy: { id: 'cy' }, signatory: { id: 'bo' }, entity: { id: 'office' } } })
    expect((await bo.send('POST', `/api/v1/drafts/${draft.id}/sign`, { digest: laid.digest })).status).toBe(200)
  })
})

interface Template { id: string; version: number; name: string; writtenBy: { id: string } }
interface Listed { items: Template[]; total: number }
interface Applied { lines: { recipient: { post: string }; limits: unknown; replaces: string | null; until: string | null }[]; unmatched: { number: number; why: string }[] }

describeDatabases('templates of schemes', (open) => {
  let database: TestDatabase
  let application: Application
  let bo: Caller
  let cy: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[bo, cy] = [await signedIn(application, 'bo'), await signedIn(application, 'cy')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const line = (given: object = {}) => ({
    matter: 'award', recipient: { title: 'officer', grade: null }, limits: [], share: 30, mayExercise: true, depth: 0, months: null, conditions: null, ...given,
  })
  const template = (given: object = {}) => ({ name: 'Small office', category: 'office', note: 'For 2027', lines: [line()], ...given })

  it('are kept with who wrote each version, listed, searched and retired', async () => {
    const { id } = (await bo.send<Template>('POST', '/api/v1/scheme-templates', template())).body
    await bo.send('POST', '/api/v1/scheme-templates', template({ name: 'A tribunal', category: 'tribunal' }))
    const list = async (query: string) => (await cy.get<Listed>(`/api/v1/scheme-templates?${query}`)).body
    expect((await list('')).items.map(({ name }) => name)).toEqual(['A tribunal', 'Small office'])
    expect((await list('sort=-name&size=1')).items.map(({ name }) => name)).toEqual(['Small office'])
    expect([(await list('q=small')).total, (await list('category=tribunal')).total, (await list('q=100%25')).total]).toEqual([1, 1, 0])
    expect((await cy.send('PUT', `/api/v1/scheme-templates/${id}`, template({ version: 1 }))).status).toBe(403)
    expect((await bo.send('PUT', `/api/v1/scheme-templates/${id}`, template({ version: 7 }))).status).toBe(409)
    expect((await bo.send<Template>('PUT', `/api/v1/scheme-templates/${id}`, template({ name: 'Smaller', version: 1 }))).body.version).toBe(2)
    const shown = (await cy.get<{ template: Template; mine: boolean; versions: { version: number; name: string }[] }>(`/api/v1/scheme-templates/${id}`)).body
    expect(shown).toMatchObject({ template: { name: 'Smaller', writtenBy: { id: 'bo' } }, mine: false, versions: [{ version: 2 }, { version: 1, name: 'Small office' }] })
    expect((await bo.send('DELETE', `/api/v1/scheme-templates/${id}`)).status).toBe(200)
    expect([(await list('')).total, (await cy.get(`/api/v1/scheme-templates/${id}`)).status, (await cy.get(`/api/v1/scheme-templates/${id}?version=2`)).status]).toEqual([1, 404, 200])
  })

  it('refuse matters the catalogue does not have, and lines that say nothing', async () => {
    expect((await bo.send<{ errors: { field: string }[] }>('POST', '/api/v1/scheme-templates', template({ lines: [line({ matter: 'nothing' })] }))).body.errors[0]?.field).toBe('lines.0.matter')
    expect((await bo.send('POST', '/api/v1/scheme-templates', template({ lines: [] }))).status).toBe(400)
    expect((await bo.send('POST', '/api/v1/scheme-templates', template({ lines: [line({ share: 101 })] }))).status).toBe(400)
  })

  it('propose lines to the posts of an entity, in place of what stands there, and name what fits nobody', async () => {
    const { id } = (await bo.send<Template>('POST', '/api/v1/scheme-templates', template({ lines: [line(), line({ recipient: { title: 'Registrar', grade: null } }), line({ matter: 'travel' })] }))).body
    const applied = (await bo.send<Applied>('POST', `/api/v1/scheme-templates/${id}/apply`, { entity: 'office', of: 'bo' })).body
    expect(applied.lines.map(({ recipient, replaces, limits }) => [recipient.post, replaces, limits]).sort()).toEqual([
      ['officer', 'kept', upTo('60000')], ['officer-2', 'wide', upTo('60000')],
    ])
    expect(applied.unmatched.map(({ number, why }) => [number, why])).toEqual([[2, 'no-post'], [3, 'not-held']])
    const checked = (await bo.send<Checked>('POST', '/api/v1/drafts/check', { title: null, entity: 'office', lines: applied.lines })).body
    expect(checked.lines.map(({ change, problems }) => [change, problems])).toEqual([['widened', []], ['narrowed', []]])
  })

  it('are kept from a scheme as a draft would change it', async () => {
    const draft = (await bo.send<Kept>('POST', '/api/v1/drafts', { title: null, entity: 'office', lines: [proposed({ replaces: 'wide' })], withdraws: [{ delegation: 'gone' }] })).body
    const kept = (await bo.send<{ lines: { recipient: { title: string; grade: string }; limits: unknown; depth: number }[]; leftOut: number }>(
      'POST', '/api/v1/scheme-templates/from-scheme', { name: 'As the office', category: 'office', entity: 'office', of: 'bo', draft: draft.id })).body
    expect(kept.leftOut).toBe(0)
    expect(kept.lines.map(({ recipient: { title, grade }, limits, depth }) => [title, grade, limits, depth])).toEqual([
      ['Officer', 'P-4', upTo('50000'), 0], ['Officer', 'P-3', upTo('60000'), 1],
    ])
    expect((await cy.send('POST', '/api/v1/scheme-templates/from-scheme', { name: 'x', category: 'office', entity: 'office', of: 'cy' })).status).toBe(422)
  })
})
