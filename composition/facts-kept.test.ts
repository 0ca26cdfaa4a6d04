/** Every kind of fact has its table, and comes back from it as it was recorded. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import { body, delegation, on } from '../kernel/authority/proof/example-facts.ts'
import type { Fact, FactKind } from '../kernel/authority/model.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import { loadRegister } from '../platform/register/live-register.ts'
import type { Application } from './application.ts'
import { modules } from './modules.ts'
import { openTrial, trialFacts, trialMigrations } from './trial.ts'

const span = { effectiveFrom: on('2020-01-01'), effectiveTo: on('2030-01-01') }
const always = { effectiveFrom: null, effectiveTo: null }
const nothing = {
  capacity: null, delegation: null, entity: null, amount: null, method: null, category: null, fund: null, grade: null, term: null, place: null,
  contract: null, requirement: null, beneficiary: null, supplier: null, case: null, answer: null,
}

const facts: readonly Fact[] = [
  ...trialFacts,
  body({ id: 'board', members: ['chief', 'director'], quorum: 2 }),
  { kind: 'credential', id: 'held', person: 'cy', credential: 'ethics', ...span },
  { kind: 'place', id: 'lake', name: 'Lake', names: { fr: 'Lac' }, parent: null, ...always },
  { kind: 'place', id: 'shore', name: 'Shore', names: {}, parent: 'lake', ...span },
  { kind: 'unit-fact', id: 'exempt', entity: 'office', key: 'tender-exempt', value: 'true', ...span },
  { kind: 'relation', id: 'married', person: 'bo', other: 'cy', relation: 'spouse', ...span },
  { kind: 'absence', id: 'leave', person: 'bo', absence: 'annual leave', ...span },
  { kind: 'arrangement', id: 'served', provider: 'office', client: 'organisation', matters: ['award', 'travel'], decides: true, ...span },
  { kind: 'rate', id: 'eur', from: 'EUR', to: 'USD', rate: '1.0834500000', ...span },
  { kind: 'mapping', id: 'map', from: 'award', to: null, how: 'changed', ...always },
  { kind: 'mapping', id: 'map-2', from: null, to: 'travel', how: 'identical', ...always },
  { kind: 'waiver', id: 'waived', person: 'cy', credential: 'ethics', matter: null, grantedBy: 'ana', reason: 'Course was full', ...span },
  { kind: 'control', id: 'kept', entity: 'office', matters: ['award', 'travel'], owner: 'bo', description: 'Monthly review', ...span },
  { kind: 'role', id: 'buyer', system: 'erp', person: 'cy', role: 'BUYER', entity: null, ...span },
  { kind: 'role-map', id: 'buyers', system: 'erp', role: 'BUYER', matter: 'award', ...always },
  {
    kind: 'minute', id: 'meeting', body: 'board', matter: 'award', heldAt: on('2026-03-01'), circulated: true, present: ['ana', 'bo'], recused: ['cy'],
    subject: null, ...always,
  },
  { kind: 'exercise', id: 'bare', person: null, body: 'board', matter: 'award', decidedAt: 1_700_000_000_123, facts: {}, what: 'Awarded', ...nothing,
    provenance: { kind: 'own' }, ...always },
  {
    kind: 'exercise', id: 'whole', person: 'bo', body: null, capacity: 'director', matter: 'award', delegation: 'root-award', entity: 'office',
    amount: { currency: 'USD', value: '199999.50' }, method: 'open-tender', category: 'goods', fund: 'f1', grade: 'P-4', term: 12, place: 'shore',
    contract: 'c-1', requirement: 'r-1', beneficiary: 'cy', supplier: 's-1', case: 'k-1', decidedAt: on('2026-03-02'), facts: { tender: 'true' },
    answer: 'permitted', what: 'Awarded', provenance: { kind: 'invented' }, ...always,
  },
  { kind: 'ratification', id: 'mended', exercise: 'bare', ratifiedBy: 'ana', delegation: 'root-award', reason: 'Urgent', ...span },
  delegation({
    id: 'rare', line: 7, matter: 'travel', holder: { kind: 'joint', posts: ['chief', 'director'], needed: 2 }, effectiveFrom: on('2020-01-01'),
    emergency: { trigger: 'pandemic', lapsesAfterDays: 90, declared: [{ from: on('2020-03-01'), to: null, by: 'ana' }] },
    suspensions: [{ from: on('2021-01-01'), to: on('2021-02-01') }], reviewedAt: on('2022-01-01'), cites: [{ policy: 'p', asOf: on('2020-01-01') }],
    formerly: [
      { until: on('2021-06-01'), parent: null, holder: { kind: 'class', grade: 'P-1', entity: 'office' }, entities: ['office'], limits: [],
        subdelegation: { depth: 1, limits: null, ownEntityOnly: false, lowestGrade: null, endRequired: false } },
      { until: on('2022-06-01'), parent: null, holder: { kind: 'post', post: 'chief' }, entities: ['organisation'],
        limits: [{ amount: { currency: 'USD', upTo: '500' }, places: ['lake'] }], subdelegation: null },
    ],
  }),
]

const byId = (some: readonly Fact[]): readonly Fact[] => [...some].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1))

describeDatabases('facts of every kind', (open) => {
  let database: TestDatabase
  let application: Application
  beforeAll(async () => {
    database = await open(trialMigrations)
    application = await openTrial(database.db, facts)
  })
  afterAll(async () => {
    await application?.close()
    await database?.dispose()
  })

  it('come back from their tables as they were recorded', async () => {
    const tables = modules.flatMap((module) => module.tables)
    const { register } = await loadRegister(database.db, tables)
    const kinds = tables.map(({ kind }) => kind)
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set<FactKind>(kinds))
    expect(byId(kinds.flatMap((kind): Fact[] => [...register.facts(kind)]))).toEqual(byId(facts))
  })
})
