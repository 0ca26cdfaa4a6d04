/** Evidence over HTTP on both databases: any verdict, at any two times, verifies offline; whatever is altered is found and named. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import type { SignedEvidence } from '../platform/evidence/document.ts'
import { makeSigner } from '../platform/evidence/signing-keys.ts'
import { readKeySet, verifyEvidence, type Check, type KeyOfSet } from '../platform/evidence/verify-evidence.ts'
import type { Application } from './application.ts'
import { openTrial, signedIn, trialMigrations, type Caller } from './trial.ts'

interface Problem { type: string }

const line = {
  key: 'a', parent: 'root-award', recipient: { kind: 'post', person: null, post: 'director' }, entities: [], limits: [{ amount: { currency: 'USD', upTo: '200000' } }],
  mayExercise: true, passOn: { depth: 1, ownEntityOnly: true, endRequired: false, lowestGrade: null }, from: null, until: null, conditions: 'In writing.',
}

async function signAndAccept(signatory: Caller, recipient: Caller): Promise<{ instrument: string; delegation: string; number: number }> {
  const draft = (await signatory.send<{ id: string; version: number }>('POST', '/api/v1/drafts', { title: 'Awards', lines: [line] })).body
  const { digest } = (await signatory.send<{ digest: string }>('POST', `/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })).body
  const signed = (await signatory.send<{ instrument: string; delegations: string[]; number: number }>('POST', `/api/v1/drafts/${draft.id}/sign`, { digest })).body
  await recipient.send('POST', `/api/v1/instruments/${signed.instrument}/accept`, { lines: signed.delegations, digest })
  return { instrument: signed.instrument, delegation: signed.delegations[0]!, number: signed.number }
}

const failing = (checks: readonly Check[]): string[] => checks.filter(({ holds }) => !holds).map(({ check, of, says }) => `${check} ${of}: ${says}`)

type Path = readonly (string | number)[]

/** Every place of a document that holds a value of its own. */
function* leavesOf(value: unknown, path: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) yield path
  else for (const [key, each] of Object.entries(value)) yield* leavesOf(each, [...path, key])
}

const other = (value: unknown): unknown => {
  if (typeof value === 'string') return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('A') ? 'Q' : 'A'}`
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return 'something'
}

function altered<T>(document: T, path: Path, change: (value: unknown) => unknown = other): T {
  const copy = structuredClone(document)
  let place = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>
  place[path.at(-1)!] = change(place[path.at(-1)!])
  return copy
}

describeDatabases('evidence', (open, kind) => {
  let database: TestDatabase
  let application: Application
  let ana: Caller
  let bo: Caller
  let keys: readonly KeyOfSet[]
  let given: Awaited<ReturnType<typeof signAndAccept>>
  let decided: number
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db)
    ana = await signedIn(application, 'ana')
    bo = await signedIn(application, 'bo')
    given = await signAndAccept(ana, bo)
    const decision = { matter: 'award', amount: { currency: 'USD', value: '1500.50' }, entity: 'office', what: 'Paper' }
    decided = (await bo.send<{ number: number }>('POST', '/api/v1/exercises', decision)).body.number
    await evidenceOf('person=bo&matter=award&amount=USD%201')
    keys = readKeySet((await ana.get('/.well-known/mandate-keys.json')).body)!
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  const evidenceOf = async (query: string): Promise<SignedEvidence> => (await ana.get<SignedEvidence>(`/api/v1/evidence?${query}`)).body

  const questions: [string, string][] = [
    ['permitted', 'person=bo&matter=award&amount=USD%20150000&entity=office'],
    ['refused', 'person=bo&matter=award&amount=USD%20200000.01&entity=office'],
    ['refused', 'person=dee&matter=award&amount=USD%205'],
    ['permitted', 'person=ana&matter=award&amount=USD%205&on=2199-01-01'],
    ['before-register', 'person=ana&matter=award&amount=USD%205&on=2019-06-01'],
    ['no-such-matter', 'person=ana&matter=dancing'],
    ['no-such-matter', 'person=ana&matter=award&amount=USD%205&known=0'],
    ['no-such-matter', 'person=ana&matter=award&amount=USD%205&known=1'],
  ]
  it.each(questions)('%s: %s verifies offline', async (answer, query) => {
    const evidence = await evidenceOf(query)
    expect(evidence.document.asked?.verdict.answer).toBe(answer)
    const checks = await verifyEvidence(JSON.parse(JSON.stringify(evidence)), keys)
    expect(failing(checks)).toEqual([])
    expect(checks.map(({ check }) => check)).toEqual(expect.arrayContaining(['format', 'signature', 'signer', 'leaf', 'fact', 'answer', 'verdict']))
  })

  it('holds the chain of instruments as signed, and the facts with the events that recorded them', async () => {
    const { document } = await evidenceOf('person=bo&matter=award&amount=USD%20150000&entity=office')
    expect(document.instruments.map(({ number, signedHere }) => [number, signedHere])).toEqual([[expect.any(String), false], [given.instrument, true]])
    expect(JSON.parse(document.instruments[1]!.document)).toMatchObject({ number: given.instrument, title: 'Awards', signatory: { id: 'ana' } })
    const held = new Set(document.facts.map((fact) => `${fact.kind} ${fact.id}`))
    const expected = [
      'delegation root-award', `delegation ${given.delegation}`, 'matter award', 'framework framework', 'post chief', 'post director', 'person ana', 'person bo',
      'entity office', 'entity organisation',
    ]
    expect([...held]).toEqual(expect.arrayContaining(expected))
    expect(document.facts.filter((fact) => fact.kind === 'assignment')).toHaveLength(2)
    expect(document.facts.filter(({ id }) => id === given.delegation).map(({ number }) => number)).toEqual([given.number, given.number + 1])
  })

  it('stands as it was known before the acceptance', async () => {
    const evidence = await evidenceOf(`person=bo&matter=award&amount=USD%201&entity=office&known=${given.number}`)
    expect(evidence.document.asked?.verdict).toMatchObject({ answer: 'refused', reasons: [{ code: 'not-accepted' }] })
    expect(failing(await verifyEvidence(evidence, keys))).toEqual([])
  })

  it('proves a recorded decision as it was judged, whatever is revoked since', async () => {
    const { version } = (await ana.get<{ version: number }>(`/api/v1/delegations/${given.delegation}`)).body
    expect((await ana.send('POST', `/api/v1/delegations/${given.delegation}/revoke`, { version, choices: [], reason: 'Reorganised' })).status).toBe(200)
    const evidence = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${decided}`)).body
    expect(evidence.document).toMatchObject({ act: decided, snapshot: decided - 1, asked: { verdict: { answer: 'permitted' }, question: { amount: { value: '1500.50' } } } })
    expect(failing(await verifyEvidence(evidence, keys))).toEqual([])
    const revocation = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${application.services.ledger.head}`)).body
    expect(revocation.document).toMatchObject({ asked: null, instruments: [{ number: given.instrument }] })
    expect(failing(await verifyEvidence(revocation, keys))).toEqual([])
    expect(await ana.get<Problem>('/api/v1/evidence/acts/999999')).toMatchObject({ status: 404, body: { type: '/problems/no-such-entry' } })
  })

  it('whatever is altered is found: every value of the document, one by one', async () => {
    const evidence = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${decided}`)).body
    const places = [...leavesOf(evidence)]
    expect(places.length).toBeGreaterThan(400)
    for (const path of places) expect(failing(await verifyEvidence(altered(evidence, path), keys)), path.join('.')).not.toEqual([])
  }, 120_000)

  it('whatever is taken out or put in is found', async () => {
    const evidence = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${decided}`)).body
    const { facts, events, instruments } = evidence.document
    for (const list of [facts, events, instruments]) {
      for (let place = 0; place < list.length; place++) {
        const name = list === facts ? 'facts' : list === events ? 'events' : 'instruments'
        const shorter = { ...evidence, document: { ...evidence.document, [name]: list.filter((_each, index) => index !== place) } }
        expect(failing(await verifyEvidence(shorter, keys)), `${name} ${place}`).not.toEqual([])
      }
    }
    expect(failing(await verifyEvidence({ ...evidence, note: 'genuine' }, keys))).toHaveLength(1)
  })

  /** Somebody with a key of their own alters and signs again: what is wrong is still named. */
  it('an altered document signed again with another key is named', async () => {
    const evidence = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${decided}`)).body
    const forger = makeSigner({ ...application.services, demonstration: true, given: null, folder: '' })
    const forged = async (path: Path, change?: (value: unknown) => unknown) =>
      failing(await verifyEvidence(await forger.sign(altered(evidence.document, path, change)), keys)).map((each) => each.split(':')[0])
    const event = evidence.document.events.findIndex(({ kind: what }) => what === 'instrument-signed')
    const signing = evidence.document.events[event]!.number
    const { kid } = (await forger.sign(evidence.document)).key
    expect(await forged(['snapshot'], (value) => value)).toEqual([`signer ${kid}`])
    expect(await forged(['instruments', 1, 'document'])).toEqual([`signer ${kid}`, `instrument ${given.instrument}`])
    expect(await forged(['events', event, 'actor'])).toEqual([`signer ${kid}`, `leaf ${signing}`])
    expect(await forged(['events', event, 'payload', 'details', 'digest'])).toEqual([`signer ${kid}`, `instrument ${given.instrument}`, `leaf ${signing}`])
    expect(await forged(['asked', 'verdict', 'answer'], () => 'refused')).toEqual([`signer ${kid}`, 'answer award', 'verdict award'])
    expect(await forged(['asked', 'question', 'amount', 'value'], () => '200000.01')).toEqual([`signer ${kid}`, 'verdict award'])
    expect(await forged(['asked', 'answer', 'answer'], () => 'refused')).toEqual([`signer ${kid}`, 'answer award'])
    const before = readKeySet((await ana.get('/.well-known/mandate-keys.json')).body)!
    expect(before.some((key) => key.kid === kid && key.to === null)).toBe(true)
  })

  it('anything that is no evidence is refused with a reason, never with a crash', async () => {
    const evidence = (await ana.get<SignedEvidence>(`/api/v1/evidence/acts/${decided}`)).body
    const places = [...leavesOf(evidence)]
    await fc.assert(fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), async (path, value) => {
      const changed = altered(evidence, path, () => value)
      if (JSON.stringify(changed) !== JSON.stringify(evidence)) expect(failing(await verifyEvidence(changed, keys))).not.toEqual([])
    }), { numRuns: 60 })
    await fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(failing(await verifyEvidence(value, null))).toHaveLength(1)
    }), { numRuns: 60 })
  })

  it('PostgreSQL outside a demonstration signs only with a key that was set', async () => {
    const signer = makeSigner({ ...application.services, demonstration: false, given: null, folder: '' })
    const { document } = await evidenceOf('person=ana&matter=travel')
    const signing = signer.sign(document)
    if (kind === 'postgres') await expect(signing).rejects.toMatchObject({ status: 503, code: 'no-signing-key', detail: expect.stringContaining('MANDATE_SIGNING_KEY') })
    else await expect(signing).resolves.toMatchObject({ key: { kty: 'OKP' } })
  })
})
