import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from '../../platform/database/conformance.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'
import { raceExerciseAgainstRevocation } from './race.ts'
import { trialMigrations } from '../trial.ts'

describeDatabases('a decision and the revocation under it', (open) => {
  let database: TestDatabase
  beforeAll(async () => { database = await open(trialMigrations) })
  afterAll(() => database.dispose())

  it('never both win, and either may', { timeout: 120_000 }, async () => {
    const { rounds, exerciseFirst, revocationFirst, stale, both } = await raceExerciseAgainstRevocation(database.db, 120)
    expect(both).toEqual([])
    expect(exerciseFirst + revocationFirst + stale).toBe(rounds)
    expect(Math.min(exerciseFirst, revocationFirst)).toBeGreaterThan(rounds / 10)
  })
})

describeDatabases('a decision and the suspension under it', (open) => {
  let database: TestDatabase
  beforeAll(async () => { database = await open(trialMigrations) })
  afterAll(() => database.dispose())

  it('never both win, and either may', { timeout: 120_000 }, async () => {
    const outcome = await raceExerciseAgainstRevocation(database.db, 80, Math.random, undefined, 'suspend')
    const { rounds, exerciseFirst, revocationFirst, stale, both } = outcome
    expect(both).toEqual([])
    expect(exerciseFirst + revocationFirst + stale).toBe(rounds)
    expect(Math.min(exerciseFirst, revocationFirst)).toBeGreaterThan(rounds / 10)
  })
})
