/** Where `race-exercise-revocation.mjs` races: ROUNDS times, embedded in a temporary folder, or at MANDATE_TEST_POSTGRES. */
import { openEmbeddedForTest, openPostgresForTest, testServer } from '../platform/database/test-database.ts'
import { raceExerciseAgainstRevocation } from '../composition/testing/race.ts'
import { trialMigrations } from '../composition/trial.ts'

const rounds = Number(process.argv[2])
const server = testServer()
const { db, dispose } = await (server === null ? openEmbeddedForTest : openPostgresForTest(server))(trialMigrations)
const begun = performance.now()
const seconds = (): number => Math.round((performance.now() - begun) / 1000)
try {
  const outcome = await raceExerciseAgainstRevocation(db, rounds, Math.random, (round) => {
    if (round % 1000 === 0) process.stderr.write(`${round} rounds, ${seconds()} s\n`)
  })
  process.stdout.write(JSON.stringify({ ...outcome, seconds: seconds() }))
} finally {
  await dispose()
}
