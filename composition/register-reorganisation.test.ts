/** Merger, split and closing of entities over HTTP, on both databases. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Fact } from '../kernel/authority/model.ts'
import { assignment, delegation, entity, on, passable, person, post, upTo } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const since = { effectiveFrom: on('2020-01-01'), acceptedAt: on('2020-01-01') }

/** Organisation → office → (north, south → station); the chief gave to the director, the director to both units. */
const facts: readonly Fact[] = [
  ...trialFacts,
  entity({ id: 'north', name: 'North', parent: 'office' }), entity({ id: 'south', name: 'South', parent: 'office' }), entity({ id: 'station', name: 'Station', parent: 'south' }),
  post({ id: 'south-head', title: 'Head of South', entity: 'south', grade: 'P-5', heads: true }), post({ id: 'south-clerk', title: 'Clerk', entity: 'south', grade: 'P-3' }),
  person({ id: 'eve', name: 'Eve' }), person({ id: 'fay', name: 'Fay' }),
  assignment({ person: 'eve', post: 'south-head' }), assignment({ person: 'fay', post: 'south-clerk' }),
  delegation({ id: 'office-award', matter: 'award', parent: 'root-award', holder: { kind: 'post', post: 'director' }, entities: ['office'], limits: upTo('50000'), subdelegation: passable(2), acceptedBy: 'bo', ...since }),
  delegation({ id: 'south-award', matter: 'award', parent: 'office-award', holder: { kind: 'post', post: 'south-head' }, entities: ['south'], limits: upTo('9000'), subdelegation: passable(1), acceptedBy: 'eve', ...since }),
  delegation({ id: 'station-award', matter: 'award', parent: 'south-award', holder: { kind: 'post', post: 'south-clerk' }, entities: ['station'], limits: upTo('900'), acceptedBy: 'fay', ...since }),
  delegation({ id: 'south-travel', matter: 'travel', parent: 'root-travel', holder: { kind: 'post', post: 'south-head' }, entities: ['south'], ...since }),
]

interface Problem { type: string; errors: { field: string; code: string }[] }
interface Effect {
  digest: string | null; text: string | null; maySign: boolean; couldSign: { person: { id: string } }[]; faults: { code: string; subject: string }[]
  lines: { delegation: { id: string }; fate: string | null; fault: string | null; closed: boolean; below: number }[]; stops: number; unanswered: number; reissue: number; people: number
  posts: { id: string; to: { id: string } | null }[]; units: { id: string }[]
  uncovered: { matter: { id: string }; entity: { id: string }; persons: { id: string }[]; nobodyElse: boolean }[]
}

const merged = (more: object = {}) => ({ ending: [{ entity: 'south', to: 'north' }], reason: 'One unit is enough', ...more })
const moves = { fate: 'moves' }
const falls = { fate: 'falls' }

describeDatabases('reorganisation over HTTP', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let eve: Caller
  let fay: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
    ;[ana, bo, eve, fay] = [await signedIn(application, 'ana'), await signedIn(application, 'bo'), await signedIn(application, 'eve'), await signedIn(application, 'fay')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })
  const effect = async (caller: Caller, plan: object) => (await caller.send<Effect>('POST', '/api/v1/reorganisations/effect', plan)).body
  const sign = (caller: Caller, plan: object, digest: string, headers: Record<string, string> = {}) =>
    caller.send<Problem & { instrument: string; number: number }>('POST', '/api/v1/reorganisations', { ...plan, digest }, headers)
  const may = async (query: string) => (await ana.get<{ answer: string }>(`/api/v1/may?${query}`)).body.answer
  const anything = '0'.repeat(64)

  it('shows each line without an answer, who could sign, and writes nothing', async () => {
    const shown = await effect(ana, merged())
    expect(shown).toMatchObject({
      digest: null, maySign: true, unanswered: 2, stops: 0, units: [{ id: 'station' }],
      faults: [{ code: 'no-answer', subject: 'south-award' }, { code: 'no-answer', subject: 'south-travel' }],
      lines: [{ delegation: { id: 'south-award' }, fate: null, fault: 'no-answer', below: 1 }, { delegation: { id: 'south-travel' } }],
    })
    expect(shown.couldSign.map(({ person: who }) => who.id)).toEqual(['ana'])
    expect((await ana.get('/api/v1/entities/south')).status).toBe(200)
  })

  it('says what stops and who is left without, where the work goes', async () => {
    const shown = await effect(ana, merged({ otherwise: moves, lines: [{ delegation: 'south-award', ...falls }] }))
    expect(shown).toMatchObject({ stops: 2, people: 2, unanswered: 0, reissue: 0 })
    expect(shown.uncovered).toMatchObject([
      { matter: { id: 'award' }, entity: { id: 'north' }, persons: [{ id: 'eve' }], nobodyElse: false },
      { matter: { id: 'award' }, entity: { id: 'station' }, persons: [{ id: 'fay' }], nobodyElse: false },
    ])
    expect(shown.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await effect(ana, { ending: [{ entity: 'south', to: 'organisation' }], reason: 'Up', otherwise: moves })).toMatchObject({
      reissue: 1, digest: null, faults: [{ code: 'outside-parent', subject: 'south-award' }],
    })
  })

  it.each([
    ['an entity there is not', { ending: [{ entity: 'nowhere', to: null }] }, 404, 'ending.0.entity', 'no-such-entity'],
    ['an entity named twice', { ending: [{ entity: 'south', to: 'north' }, { entity: 'south', to: null }] }, 422, 'ending', 'given-twice'],
    ['nothing that ends', { ending: [] }, 400, 'ending', 'too-small'],
    ['no reason', { reason: '  ' }, 400, 'reason', 'too-small'],
    ['a delegation there is not', { lines: [{ delegation: 'nothing', ...falls }] }, 422, 'lines.0.delegation', 'no-such-delegation'],
    ['a fall on no date', { otherwise: { fate: 'falls-on' } }, 422, 'otherwise.on', 'date-missing'],
    ['a fall on a day past', { otherwise: { fate: 'falls-on', on: '2021-01-01' } }, 422, 'south-award', 'date-past'],
    ['a successor there is not', { ending: [{ entity: 'south', to: 'nowhere' }], otherwise: falls }, 422, 'south', 'moves-nowhere'],
    ['a unit that is left', { ending: [{ entity: 'south', to: null }], otherwise: falls }, 422, 'station', 'unit-left'],
    ['a new entity that is there', { founded: [{ id: 'north', name: 'North', parent: 'office', like: 'south' }], otherwise: moves }, 422, 'north', 'exists-already'],
    ['lines without an answer', {}, 422, 'south-award', 'no-answer'],
    ['a fate there is not', { otherwise: { fate: 'vanishes' } }, 400, 'otherwise.fate', 'invalid-value'],
    ['a digest that is another’s', { otherwise: moves }, 409, undefined, undefined],
  ] as const)('refuses %s, and changes nothing', async (_what, given, status, field, code) => {
    const refused = await sign(ana, merged(given), anything)
    expect(refused.status).toBe(status)
    if (field !== undefined) expect(refused.body.errors[0]).toMatchObject({ field, code })
    expect(await may('person=eve&matter=award&amount=USD%205&entity=south')).toBe('permitted')
  })

  it('is for a head above, in that capacity, who may take back what it moves', async () => {
    const plan = merged({ otherwise: moves })
    expect(await effect(eve, plan)).toMatchObject({ maySign: false, digest: null })
    expect(await sign(eve, plan, anything)).toMatchObject({ status: 403, body: { type: '/problems/not-the-signatory' } })
    // The director heads the office above, and gave one of the two lines; the other came from the chief.
    const shown = await effect(bo, plan)
    expect(shown).toMatchObject({ maySign: false, digest: null })
    expect(shown.lines.filter(({ closed }) => closed).map(({ delegation: { id } }) => id)).toEqual(['south-travel'])
    expect(await sign(bo, plan, anything)).toMatchObject({ status: 422, body: { errors: [{ field: 'south-travel', code: 'not-the-delegator' }] } })
  })

  it('is refused when a line moved on since it was shown', async () => {
    const plan = merged({ otherwise: moves })
    const { digest } = await effect(ana, plan)
    const { body: { version } } = await ana.get<{ version: number }>('/api/v1/delegations/south-travel')
    expect((await ana.send('POST', '/api/v1/delegations/south-travel/suspend', { from: null, until: null, version, reason: 'Audit' })).status).toBe(200)
    expect(await sign(ana, plan, digest!)).toMatchObject({ status: 409, body: { type: '/problems/moved-on' } })
    const { body: again } = await ana.get<{ version: number }>('/api/v1/delegations/south-travel')
    expect((await ana.send('POST', '/api/v1/delegations/south-travel/lift', { version: again.version, reason: 'Done' })).status).toBe(200)
  })

  it('is one act under one instrument: entities, posts, units and lines follow, once; everybody concerned is told', async () => {
    const plan = {
      ending: [{ entity: 'south', to: 'coast' }], reason: 'Split in two', otherwise: moves,
      founded: [{ id: 'coast', name: 'Coast', parent: 'office', like: 'south' }, { id: 'hills', name: 'Hills', parent: 'office', like: 'south' }],
      seats: [{ kind: 'post', id: 'south-clerk', to: 'hills' }], lines: [{ delegation: 'south-travel', ...falls }],
    }
    const { digest, text } = await effect(ana, plan)
    const press = () => sign(ana, plan, digest!, { 'idempotency-key': 'split-once' })
    const first = await press()
    expect(first).toMatchObject({ status: 200, body: { ended: ['south'], founded: ['coast', 'hills'], delegations: 2, stops: 1 } })
    expect(await press()).toEqual(first)

    const { body: entities } = await ana.get<{ items: { id: string; parent: string | null }[] }>('/api/v1/entities')
    expect(entities.items.map(({ id }) => id)).not.toContain('south')
    expect(entities.items).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'station', parent: 'coast' }), expect.objectContaining({ id: 'hills', parent: 'office', rules: ['staff', 'financial'] })]))
    expect((await ana.get('/api/v1/entities/hills')).body).toMatchObject({ posts: [{ id: 'south-clerk' }] })
    expect((await ana.get('/api/v1/entities/coast')).body).toMatchObject({ head: { id: 'eve' } })
    expect(await Promise.all(['award&amount=USD%205&entity=coast', 'award&amount=USD%205&entity=station', 'award&amount=USD%205&entity=south', 'travel&entity=coast'].map((asked) => may(`person=eve&matter=${asked}`))))
      .toEqual(['permitted', 'permitted', 'outside', 'refused'])
    expect(await may('person=fay&matter=award&amount=USD%205&entity=station')).toBe('permitted')

    const { body: instrument } = await ana.get<{ digest: string; text: string; signedBy: { id: string }; signedAs: { id: string }; reorganisation: { founded: { id: string }[]; lines: { id: string; fate: string }[] } }>(`/api/v1/instruments/${first.body.instrument}`)
    expect(instrument).toMatchObject({
      digest, text, signedBy: { id: 'ana' }, signedAs: { id: 'chief' },
      reorganisation: { founded: [{ id: 'coast' }, { id: 'hills' }], lines: [{ id: 'south-award', fate: 'moves', to: [{ id: 'coast' }] }, { id: 'south-travel', fate: 'falls' }] },
    })
    const { body: log } = await ana.get<{ total: number; items: { kind: string; subject: string }[] }>('/api/v1/log?kind=entities-reorganised')
    expect(log).toMatchObject({ total: 1, items: [{ subject: 'entity:south' }] })
    expect((await eve.get<{ notices: { kind: string }[] }>('/api/v1/home')).body.notices.map(({ kind }) => kind).sort()).toEqual(expect.arrayContaining(['delegation-lost-entity', 'delegation-moved']))
    expect((await ana.get<{ timeline: { kind: string }[] }>('/api/v1/delegations/south-award')).body.timeline.at(-1)).toMatchObject({ kind: 'entities-reorganised' })
    expect(await sign(ana, plan, digest!)).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ code: 'exists-already' })]) } })
    expect((await fay.get('/api/v1/entities/south')).status).toBe(200)
  })
})
