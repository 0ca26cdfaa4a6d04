#!/usr/bin/env node
/**
 * Races a decision against the revocation of its chain, and reads from the ledger's numbers that never both won.
 * `node scripts/race-exercise-revocation.mjs [--rounds 10000] [--database embedded|postgres|both]`; one line a database; exit code 1 when
 * both won somewhere, or when one of the two hardly ever did. PostgreSQL is the server of MANDATE_TEST_POSTGRES, or one started for it.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { startPostgres } from './postgres.mjs'

const house = fileURLToPath(new URL('./race-exercise-revocation.house.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

async function race(rounds, server) {
  const { MANDATE_TEST_POSTGRES: _, ...environment } = process.env
  const env = server === null ? environment : { ...environment, MANDATE_TEST_POSTGRES: server }
  const words = ['--import', 'tsx', house, String(rounds)]
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env })
  const ended = new Promise((done) => child.once('close', done))
  let text = ''
  for await (const piece of child.stdout) text += piece
  if ((await ended) !== 0) throw new Error('the race broke off')
  return JSON.parse(text)
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10000' }, database: { type: 'string', default: 'both' } } })
const rounds = Number(values.rounds)
const databases = values.database === 'both' ? ['embedded', 'postgres'] : [values.database]
if (!Number.isInteger(rounds) || rounds < 1 || databases.some((name) => name !== 'embedded' && name !== 'postgres')) {
  console.error('--rounds wants a whole number from 1, --database embedded, postgres or both')
  process.exit(2)
}

for (const database of databases) {
  const given = process.env.MANDATE_TEST_POSTGRES
  const server = database === 'embedded' ? null : given ? { url: given, stop: () => undefined } : await startPostgres(console.error)
  if (database === 'postgres' && server === null) process.exit(3)
  try {
    const { exerciseFirst, revocationFirst, again, stale, both, seconds } = await race(rounds, server?.url ?? null)
    const outcome = `${exerciseFirst} decided first, ${revocationFirst} revoked first (${again} pressed again), ${stale} not raced`
    console.log(`${database}: ${rounds} races in ${seconds} s: ${outcome}; both won ${both.length} times`)
    if (both.length > 0) console.log(`Decided after the revocation: ${both.slice(0, 20).join(', ')}`)
    if (both.length > 0 || Math.min(exerciseFirst, revocationFirst) < rounds / 10) process.exitCode = 1
  } finally {
    server?.stop()
  }
}
