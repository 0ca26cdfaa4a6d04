/** Lists over HTTP: each pages, sorts, filters, and comes whole as a file, in the same order. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { AbsenceFact, ExerciseFact } from '../kernel/authority/model.ts'
import { delegation, on } from '../kernel/authority/proof/example-facts.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialFacts, trialMigrations, type Caller } from './trial.ts'

const day = 86_400_000
const start = Date.now()

const taken = (id: string, value: string | null, given: Partial<ExerciseFact> = {}): ExerciseFact => ({
  kind: 'exercise', id, person: 'ana', body: null, capacity: null, matter: 'award', delegation: null, entity: 'organisation', method: null, category: null,
  amount: value === null ? null : { currency: 'USD', value }, fund: null, grade: null, term: null, place: null, contract: null, requirement: null, beneficiary: null,
  supplier: null, case: null, decidedAt: start, facts: {}, answer: null, what: `Paper ${id}`, provenance: { kind: 'own' }, effectiveFrom: null, effectiveTo: null, ...given,
})

const away = (person: string, absence: AbsenceFact['absence'], days: number): AbsenceFact => ({
  kind: 'absence', id: `${person}/${days}`, person, absence, effectiveFrom: start + days * day, effectiveTo: start + (days + 5) * day,
})

const decisions = [
  taken('one', '900'), taken('two', '20'), taken('three', null, { matter: 'travel', entity: 'office' }), taken('four', '2000000', { what: 'A 100% larger boat' }),
  taken('five', '3', { person: 'bo', decidedAt: start - day }),
]
const absences = [away('bo', 'mission', 20), away('cy', 'leave', 10), away('bo', 'leave', 40)]

/** One instrument of more lines than a page, or a thousand, takes. */
const long = Array.from({ length: 1203 }, (_, index) => delegation({
  id: `long.${index + 1}`, instrument: 'long', line: index + 1, parent: 'root-award', matter: 'award', holder: { kind: 'person', person: index % 400 === 0 ? 'cy' : 'dee' },
  effectiveFrom: on('2020-01-01'), signedBy: 'ana',
}))

interface Instrument {
  readonly lines: readonly { readonly id: string }[]; readonly total: number; readonly text: string | null; readonly digest: string
  readonly awaitsMe: readonly string[]; readonly awaited: readonly { readonly count: number }[]
}

interface Listed { readonly items: readonly { readonly id: string }[]; readonly total: number }

describeDatabases('lists', (open) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, [...trialFacts, ...decisions, ...absences, ...long])
    ;[ana, bo] = [await signedIn(application, 'ana'), await signedIn(application, 'bo')]
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const shown = async (who: Caller, address: string) => (await who.get<Listed>(address)).body.items.map(({ id }) => id)
  const file = async (who: Caller, address: string) => (await who.get<readonly { readonly id: string }[]>(`${address}&format=json`)).body.map(({ id }) => id)

  it.each([
    ['sort=amount', ['five', 'two', 'one', 'four', 'three']],
    ['sort=-amount', ['four', 'one', 'two', 'five', 'three']],
    ['sort=at&person=ana', ['four', 'one', 'three', 'two']],
    ['sort=who&matter=award', ['four', 'one', 'two', 'five']],
    ['entity=office', ['three']],
    ['entity=organisation&sort=-matter&person=ana', ['three', 'four', 'one', 'two']],
    ['q=100%25 LARGER', ['four']],
    ['q=_', []],
  ])('decisions by %s', async (query, expected) => {
    const address = `/api/v1/exercises?which=all&${query.replace(' ', '%20')}`
    expect(await shown(ana, address)).toEqual(expected)
    expect(await file(ana, address)).toEqual(expected)
    expect(await shown(ana, `${address}&size=1&page=2`)).toEqual(expected.slice(1, 2))
  })

  it.each([
    ['sort=from', ['cy/10', 'bo/20', 'bo/40']],
    ['sort=-until', ['bo/40', 'bo/20', 'cy/10']],
    ['sort=person', ['bo/20', 'bo/40', 'cy/10']],
    ['absence=leave', ['cy/10', 'bo/40']],
    ['person=cy', ['cy/10']],
  ])('absences of one’s people by %s', async (query, expected) => {
    const address = `/api/v1/absences?${query}`
    expect(await shown(bo, address)).toEqual(expected)
    expect(await file(bo, address)).toEqual(expected)
    expect(await shown(bo, `${address}&size=1&page=2`)).toEqual(expected.slice(1, 2))
  })

  it('no file holds what its reader may not see', async () => {
    const cy = await signedIn(application, 'cy')
    expect(await file(cy, '/api/v1/absences?sort=from')).toEqual(['cy/10'])
  })

  it('an instrument of more than a thousand lines', async () => {
    const page = async (who: Caller, query: string) => (await who.get<Instrument>(`/api/v1/instruments/long?${query}`)).body
    const last = await page(ana, 'size=200&page=7')
    expect(last.lines.map(({ id }) => id)).toEqual(['long.1201', 'long.1202', 'long.1203'])
    expect(last).toMatchObject({ total: 1203, text: null, awaitsMe: [] })
    expect(last.awaited.map(({ count }) => count)).toEqual([4, 1199])
    const whole = await page(ana, '')
    expect(whole).toMatchObject({ total: 1203, digest: last.digest })
    expect(JSON.parse(whole.text ?? '')).toHaveLength(1203)
    const cy = await signedIn(application, 'cy')
    const mine = await page(cy, 'size=200&lines=awaiting-me')
    expect(mine).toMatchObject({ total: 4, awaitsMe: ['long.1', 'long.401', 'long.801', 'long.1201'] })
    expect(mine.lines.map(({ id }) => id)).toEqual(mine.awaitsMe)
    expect((await cy.send('POST', '/api/v1/instruments/long/accept', { lines: ['long.1201'], digest: last.digest })).status).toBe(200)
    expect((await page(cy, 'size=1&lines=awaiting-me')).total).toBe(3)
  })

  it('the log in either order, and as a file', async () => {
    const numbers = async (query: string) => (await ana.get<{ items: { number: number }[] }>(`/api/v1/log?${query}`)).body.items.map(({ number }) => number)
    const last = await numbers('size=3')
    expect(last).toEqual([...last].sort((a, b) => b - a))
    expect(await numbers('size=3&sort=number')).toEqual([1, 2, 3])
    const whole = (await ana.get<{ number: string; leaf: string }[]>('/api/v1/log?sort=number&format=json')).body
    expect(whole.map(({ number }) => number)).toEqual(whole.map((_, index) => String(index + 1)))
    expect(whole[0]?.leaf).toMatch(/^[0-9a-f]{64}$/)
    expect((await ana.get<unknown[]>('/api/v1/log?kind=exercise-imported&format=json')).body).toHaveLength(decisions.length)
    expect((await ana.get('/api/v1/log?sort=kind')).status).toBe(400)
  })
})
