/** A register rebuilt from the tables answers as the one that was kept current: same facts at every number, same versions, same verdicts. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { may } from '../kernel/authority/may.ts'
import type { Fact, FactKind } from '../kernel/authority/model.ts'
import { worldsWithQuestions } from '../kernel/authority/proof/random-questions.ts'
import type { Register } from '../kernel/authority/register.ts'
import { describeDatabases } from '../platform/database/conformance.ts'
import type { TestDatabase } from '../platform/database/test-database.ts'
import { loadRegister } from '../platform/register/live-register.ts'
import type { Application } from './application.ts'
import { modules } from './modules.ts'
import { openTrial, trialMigrations } from './trial.ts'

const factTables = modules.flatMap((module) => module.tables)
const kinds = factTables.map(({ kind }): FactKind => kind)

const sortedFacts = (register: Register, kind: FactKind, known: number): Fact[] =>
  [...register.facts(kind, known)].sort((one, other) => (one.id < other.id ? -1 : 1))

describeDatabases('the register', (open) => {
  let application: Application
  let database: TestDatabase
  const [sample] = fc.sample(worldsWithQuestions, { numRuns: 1, seed: 20 })
  const [world, asked] = sample as NonNullable<typeof sample>

  beforeAll(async () => {
    database = await open(trialMigrations)
    // The engine takes a decision of nobody; the table of decisions does not.
    const recordable = world.entries.map(({ fact }) => fact).filter((fact) => fact.kind !== 'exercise' || (fact.person === null) !== (fact.body === null))
    application = await openTrial(database.db, recordable)
  })
  afterAll(async () => {
    await application.close()
    await database.dispose()
  })

  test('is rebuilt from its tables as it was kept current', async () => {
    const { services: { db, register } } = application
    const { register: rebuilt, head } = await loadRegister(db, factTables)
    expect(head).toBe(register.head)
    for (let known = 1; known <= head; known++) {
      for (const kind of kinds) expect(sortedFacts(rebuilt, kind, known)).toEqual(sortedFacts(register, kind, known))
    }
    expect(rebuilt.store.delegations.placed.size).toBe(register.store.delegations.placed.size)
    for (const line of world.lines) expect(rebuilt.versions(line)).toEqual(register.versions(line))
    const now = register.recordedAt(head) + 1
    for (const [question] of asked) {
      const times = { on: now, known: head, now }
      expect(JSON.stringify(may(rebuilt, question, times))).toBe(JSON.stringify(may(register, question, times)))
    }
  })
})
